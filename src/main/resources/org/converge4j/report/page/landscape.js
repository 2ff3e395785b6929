/** The loss surface with the updaters' paths over it, up to the step that the slider stands at. */

let playing = 0;

const LEVELS = 24;

const landscape = () => problem().landscape;

const plane = () => landscape().planes[Number(state.plane)] ?? landscape().planes[0];

/** The place of the slider: an index of the landscape's steps, the last unless the address says which step. */
function place() {
  const at = landscape().steps.findIndex(step => String(step) === state.step);
  return at < 0 ? landscape().steps.length - 1 : at;
}

function shownPaths() {
  const off = hidden();
  return landscape().paths.filter(path => !off.has(path.updater));
}

/** Between two colours of the page. */
const shade = part => `color-mix(in srgb, ${css("--low")} ${Math.round(100 * (1 - part))}%, ${css("--high")})`;

/** The surface as filled contours, in pixels. The heights are sampled evenly, which contours count in samples from 0. */
function contourShapes({x, y}) {
  const {xs, ys, heights} = plane();
  const values = heights.flat();
  const [low, high] = extent(values, false);
  const along = (scale, samples) => { const step = (samples.at(-1) - samples[0]) / (samples.length - 1); return at => scale(samples[0] + step * (at - 0.5)); };
  const [across, up] = [along(x, xs), along(y, ys)];
  const ring = points => `M${points.map(([a, b]) => `${across(a).toFixed(1)},${up(b).toFixed(1)}`).join("L")}Z`;
  return d3.contours().size([xs.length, ys.length]).thresholds(d3.range(LEVELS).map(i => low + (high - low) * i / LEVELS))(values)
    .map((level, i) => shape("path", {d: level.coordinates.flat().map(ring).join(""), fill: shade(i / LEVELS), stroke: css("--contour"), "stroke-width": 0.6}));
}

/** The axes of the plane in at most so many pixels; one unit is as long on both. */
function descentFrame(width, height, top) {
  const {xs, ys} = plane();
  const [left, right, most] = [64, width - 14, height - 42 - top];
  const [w, h] = [xs.at(-1) - xs[0], ys.at(-1) - ys[0]];
  const unit = Math.min((right - left) / w, most / h);
  const middle = (left + right) / 2;
  const frame = {left: middle - unit * w / 2, right: middle + unit * w / 2, top, bottom: top + unit * h};
  return Object.assign(frame, {x: d3.scaleLinear([xs[0], xs.at(-1)], [frame.left, frame.right]), y: d3.scaleLinear([ys[0], ys.at(-1)], [frame.bottom, frame.top])});
}

const descent = {};

function descentDrawing(width, height, top = 28) {
  const frame = descentFrame(width, height, top);
  const moving = shape("g", {class: "paths"});
  const clip = `clip-${++drawings}`;
  const tall = frame.bottom + 42;
  const svg = shape("svg", {width, height: tall, viewBox: `0 0 ${width} ${tall}`, "aria-hidden": "true", "font-family": getComputedStyle(document.body).fontFamily},
    shape("clipPath", {id: clip}, shape("rect", {x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top})),
    shape("g", {class: "contours", "clip-path": `url(#${clip})`}, contourShapes(frame)),
    axes({x: {title: plane().x}, y: {title: plane().y}}, frame),
    shape("g", {"clip-path": `url(#${clip})`}, moving, plane().minima.map(([a, b]) => letters(frame.x(a), frame.y(b) + 5, "★", {...halo(), "font-size": 14, "text-anchor": "middle"}))));
  return {svg, frame, moving};
}

/** The points of a path up to a place, in pixels; it ends a little beyond the edge where it leaves the picture for good. */
function pathPoints(path, at, {x, y, left, right, top, bottom}) {
  const {xAxis, yAxis} = plane();
  const far = right - left + bottom - top;
  const points = d3.range(Math.min(at + 1, path.values.length)).map(i => [x(path.places[xAxis][i]), y(path.places[yAxis][i])]);
  const lost = points.findIndex(([a, b]) => !(a > left - far && a < right + far && b > top - far && b < bottom + far));
  return lost < 0 ? points : points.slice(0, Math.max(1, lost));
}

/** A line through points, without those that lie within a pixel of the one before: near its end a path has hundreds. */
function polyline(points) {
  let [a, b] = [Infinity, Infinity];
  let text = "";
  points.forEach(([x, y], i) => {
    if (Math.abs(x - a) + Math.abs(y - b) < 1 && i < points.length - 1) return;
    [a, b] = [x, y];
    text += `${text === "" ? "M" : "L"}${x.toFixed(3)},${y.toFixed(3)}`;
  });
  return text;
}

/** Whether a path has diverged by a place of the slider. */
const isLost = (path, at) => path.died !== null && at >= path.values.length;

/** The head of a path. */
const head = (path, [x, y]) => shape("circle", {class: "head", cx: x, cy: y, r: 5, fill: colour(lookOf(path.updater)), stroke: css("--paper"), "stroke-width": 1.5});

/** In a path's head's place the step at which it diverged, within the picture, where it was last seen; several stand in rows. */
function lostAt(path, [x, y], row, {left, right, top, bottom}) {
  const isRight = x > (left + right) / 2;
  const [a, b] = [Math.min(Math.max(x, left), right) + (isRight ? -26 : 26), Math.min(Math.max(y, top + 14), bottom - 60) + 4 + 16 * row];
  return letters(a, b, say("✕ step {0}", path.died), {class: "note", fill: colour(lookOf(path.updater)), "font-weight": 600, "text-anchor": isRight ? "end" : "start",
    stroke: css("--paper"), "stroke-width": 3, "paint-order": "stroke"});
}

/** Draws of each path its line up to a place, and its end; of the other seeds thin lines. */
function drawPaths(at, {frame, moving} = descent) {
  const stroke = (path, points, width, opacity) => shape("path", {class: opacity < 1 ? "other" : "line", "data-name": path.label, "data-points": points.length, d: polyline(points), opacity, ...pen(lookOf(path.updater), width)});
  const begin = [startPlace()].map(([a, b]) => symbol("cross", frame.x(a), frame.y(b), 5, css("--text")));
  moving.replaceChildren(...descent.paths.flatMap(path => path.others.map(other => stroke(path, pathPoints(other, at, frame), 1, 0.45))),
    ...descent.paths.map(path => stroke(path, pathPoints(path, at, frame), 2, 1)), ...begin,
    ...descent.paths.filter(path => !isLost(path, at)).map(path => head(path, pathPoints(path, at, frame).at(-1))),
    ...descent.paths.filter(path => isLost(path, at)).map((path, row) => lostAt(path, pathPoints(path, at, frame).at(-1), row, frame)));
}

function descentPicture(width, height, top) {
  const drawn = descentDrawing(width, height, top);
  drawPaths(Number(byId("landscape-slider").value), drawn);
  return drawn.svg;
}

/** What a path has come to, in words. */
function pathValue(path, at) {
  if (path === undefined) return say("recorded only");
  if (isLost(path, at)) return say("✕ step {0}", path.died);
  const value = path.values[Math.min(at, path.values.length - 1)];
  const reached = isSolved(value) ? told(value) : `${valueName()} ${told(value)}`;
  return path.stopped !== null && at >= path.values.length - 1 ? say("{0}, stopped at step {1}", reached, path.stopped) : reached;
}

/** Writes the values that the paths have reached, and what the paths are. */
function drawReading(at) {
  byId("landscape-step").textContent = say("step {0}", landscape().steps[at]);
  for (const row of byId("landscape-values").children) {
    const path = landscape().paths[row.dataset.path];
    row.querySelector(".value").textContent = hidden().has(path.updater) ? "" : pathValue(descent.paths.find(each => each.updater === path.updater), at);
    const rate = row.querySelector(".eta");
    if (rate) rate.textContent = `η = ${brief(rateOf(path))}${criticalOf(path) === null ? "" : say(", critical {0}", brief(criticalOf(path)))}`;
  }
  byId("landscape-back").hidden = !isLive();
  const isKnown = landscape().live !== null && landscape().paths.some(path => isStepped(path) && criticalOf(path) !== null);
  byId("landscape-caption").textContent = descentCaption() + (isKnown ? ` ${say("Critical: the learning rate from which it diverges here.")}` : "");
}

function descentCaption() {
  if (liveLoss() === null || !landscape().paths.some(isStepped)) return say("The recorded run of one seed under each updater.");
  if (!isLive()) return say(state.starts === "all" ? "The recorded run of seed {0}, and thin lines for the other seeds. Drag the start, or turn a learning rate η: the page then takes the steps itself."
    : "The recorded run of seed {0}. Drag the start, or turn a learning rate η: the page then takes the steps itself.", landscape().live.starts[0].seed);
  return say(state.rule === "article" ? "Computed in this page, as the article writes the rules, in double precision on all rows at once. Escape goes back to the recorded runs."
    : "Computed in this page, as DL4J computes the rules, in double precision on all rows at once. Escape goes back to the recorded runs.");
}

/** A row an updater: switched on or off, the knob of its learning rate, its value. */
function descentRow(path, i) {
  const off = hidden().has(path.updater);
  const knob = isStepped(path) && path.settings.learningRate > 0;
  return element("li", {"data-path": i},
    element("button", {type: "button", class: "toggle", "aria-pressed": String(!off), onclick: () => toggle(path.updater)}, sample(lookOf(path.updater)), element("span", {}, path.updater)),
    ...(knob ? [element("span", {class: "eta"})] : []), element("b", {class: "value"}), ...(knob ? [rateKnob(path)] : []));
}

function renderDescent() {
  const place = byId("landscape-plot");
  descent.width = place.clientWidth;
  if (descent.width === 0 || landscape() === null || descent.paths === undefined) return;
  Object.assign(descent, descentDrawing(descent.width, Math.min(520, 0.95 * descent.width)));
  const handle = liveLoss() !== null && landscape().paths.some(isStepped) ? startHandle() : null;
  place.classList.toggle("live", handle !== null);
  place.replaceChildren(descent.svg, ...(handle ? [handle] : []));
  moveTo(Number(byId("landscape-slider").value));
}

new ResizeObserver(() => { if (byId("landscape-plot").clientWidth !== descent.width) renderDescent(); }).observe(byId("landscape-plot"));

/** What the reader can choose of the descent. */
function descentSwitches() {
  const stepped = landscape().paths.filter(isStepped);
  return [
    ...(landscape().planes.length < 2 ? [] : [choices(say("Plane"), landscape().planes.map((each, i) => [String(i), each.name]),
      String(landscape().planes.indexOf(plane())), chosen => change({plane: chosen, from: ""}))]),
    ...(stepped.length === 0 || landscape().live.starts.length < 2 ? [] : [choices(say("Starts"), [["", say("one seed")], ["all", say("{0} seeds", landscape().live.starts.length)]], state.starts, seeds => change({starts: seeds}))]),
    ...(stepped.some(path => path.rule in articles) ? [choices(say("Rules"), [["", say("as DL4J")], ["article", say("as the article")]], state.rule, rule => change({rule}))] : []),
    ...pictureButtons(descentPicture, "landscape", say("paths over the loss surface"))];
}

function drawLandscape() {
  byId("landscape").hidden = landscape() === null;
  if (landscape() === null) return stop();
  const at = playing ? Number(byId("landscape-slider").value) : place();
  byId("landscape-notes").replaceChildren(...(landscape().equation.length ? [equation(landscape().equation)] : []),
    ...landscape().notes.map(text => element("p", {class: "lead"}, text)));
  byId("landscape-switches").replaceChildren(...descentSwitches());
  const slider = byId("landscape-slider");
  Object.assign(slider, {max: landscape().steps.length - 1, value: at, oninput: () => { stop(); moveTo(Number(slider.value)); },
    onchange: () => remember({step: stepAt(Number(slider.value))})});
  byId("landscape-play").onclick = () => playing ? stop() : play();
  byId("landscape-back").onclick = backToRecorded;
  byId("landscape-plot").setAttribute("aria-label", say("Contours of the loss on the plane {0}, with the paths of {1}", plane().name, shownPaths().map(path => path.updater).join(", ")));
  byId("landscape-values").replaceChildren(...landscape().paths.map(descentRow));
  descent.paths = drawnPaths();
  renderDescent();
}

/** The step at a place, as the address keeps it; nothing for the last. */
const stepAt = at => at === landscape().steps.length - 1 ? "" : String(landscape().steps[at]);

/** Moves the paths over the surface. */
function moveTo(at) {
  byId("landscape-slider").value = at;
  byId("landscape-slider").setAttribute("aria-valuetext", say("step {0}", landscape().steps[at]));
  if (descent.moving) drawPaths(at);
  const handle = byId("landscape-plot").querySelector(".start");
  if (handle) Object.assign(handle.style, startPlace().reduce((style, value, i) => ({...style, [["left", "top"][i]]: `${descent.frame[["x", "y"][i]](value)}px`}), {}));
  drawReading(at);
}

/** Shows the paths at the step that the crosshair stands at in the convergence chart, and where they were once it leaves. */
function followDescent(step) {
  if (landscape() === null || playing) return;
  if (step === null || state.x === "time") return moveTo(place());
  const next = landscape().steps.findIndex(each => each > step);
  moveTo(next < 0 ? landscape().steps.length - 1 : Math.max(0, next - 1));
}

function play() {
  const slider = byId("landscape-slider");
  if (Number(slider.value) >= Number(slider.max)) moveTo(0);
  byId("landscape-play").textContent = say("Pause");
  playing = setInterval(() => {
    const next = Number(slider.value) + 1;
    if (next > Number(slider.max)) return stop();
    moveTo(next);
  }, 50);
}

/** Ends the play and keeps the place in the address. */
function stop() {
  if (!playing) return;
  clearInterval(playing);
  playing = 0;
  byId("landscape-play").textContent = say("Play");
  if (landscape() !== null) remember({step: stepAt(Number(byId("landscape-slider").value))});
}
