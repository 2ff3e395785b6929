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

/** As many points of a path as it has up to a place; one that diverged stays where it was last seen. */
const upTo = (path, at) => Math.min(at + 1, path.values.length);

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

/** The axes of the plane in at most so many pixels; one unit as long on both where that leaves room to see. */
function descentFrame(width, height, top) {
  const {xs, ys} = plane();
  const [left, right, most] = [64, width - 14, height - 42 - top];
  const [w, h] = [xs.at(-1) - xs[0], ys.at(-1) - ys[0]];
  const unit = Math.min((right - left) / w, most / h);
  const isEqual = Math.min(unit * w, unit * h) > 0.3 * Math.min(right - left, most);
  const middle = (left + right) / 2;
  const frame = isEqual ? {left: middle - unit * w / 2, right: middle + unit * w / 2, top, bottom: top + unit * h} : {left, right, top, bottom: top + most};
  return Object.assign(frame, {x: d3.scaleLinear([xs[0], xs.at(-1)], [frame.left, frame.right]), y: d3.scaleLinear([ys[0], ys.at(-1)], [frame.bottom, frame.top])});
}

const descent = {};

function descentDrawing(width, height, top = 28) {
  const frame = descentFrame(width, height, top);
  const {xAxis, yAxis, minima} = plane();
  const start = landscape().paths[0].places;
  const moving = shape("g", {class: "paths"});
  const clip = `clip-${++drawings}`;
  const marks = [...minima.map(([a, b]) => letters(frame.x(a), frame.y(b) + 6, "★", {"font-size": 18, "text-anchor": "middle"})),
    symbol("cross", frame.x(start[xAxis][0]), frame.y(start[yAxis][0]), 5, css("--text"))];
  const tall = frame.bottom + 42;
  const svg = shape("svg", {width, height: tall, viewBox: `0 0 ${width} ${tall}`, "aria-hidden": "true", "font-family": getComputedStyle(document.body).fontFamily},
    shape("clipPath", {id: clip}, shape("rect", {x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top})),
    shape("g", {class: "contours", "clip-path": `url(#${clip})`}, contourShapes(frame)),
    axes({x: {title: plane().x}, y: {title: plane().y}}, frame), shape("g", {"clip-path": `url(#${clip})`}, moving, marks));
  return {svg, frame, moving};
}

/** Draws of each path its line up to a place, and its head. */
function drawPaths(at, {frame, moving} = descent) {
  const {xAxis, yAxis} = plane();
  moving.replaceChildren(...shownPaths().flatMap(path => {
    const points = d3.range(upTo(path, at)).map(i => [frame.x(path.places[xAxis][i]), frame.y(path.places[yAxis][i])]).filter(point => point.every(Number.isFinite));
    const [x, y] = points.at(-1);
    return [shape("path", {class: "line", "data-name": path.label, "data-points": points.length, d: d3.line()(points), ...pen(lookOf(path.updater))}),
      shape("circle", {class: "head", cx: x, cy: y, r: 5, fill: colour(lookOf(path.updater)), stroke: css("--paper"), "stroke-width": 1.5})];
  }));
}

function descentPicture(width, height, top) {
  const drawn = descentDrawing(width, height, top);
  drawPaths(Number(byId("landscape-slider").value), drawn);
  return drawn.svg;
}

/** The values that the paths have reached. */
function drawReading(at) {
  byId("landscape-step").textContent = `step ${landscape().steps[at]}`;
  byId("landscape-values").replaceChildren(...shownPaths().map(path => element("li", {}, sample(lookOf(path.updater)),
    element("span", {}, path.updater), element("b", {}, at < path.values.length ? `${valueName()} ${told(path.values[at])}` : "diverged"))));
}

function renderDescent() {
  const place = byId("landscape-plot");
  descent.width = place.clientWidth;
  if (descent.width === 0 || landscape() === null) return;
  Object.assign(descent, descentDrawing(descent.width, Math.min(520, 0.95 * descent.width)));
  place.replaceChildren(descent.svg);
  drawPaths(Number(byId("landscape-slider").value));
}

new ResizeObserver(() => { if (byId("landscape-plot").clientWidth !== descent.width) renderDescent(); }).observe(byId("landscape-plot"));

function drawLandscape() {
  byId("landscape").hidden = landscape() === null;
  if (landscape() === null) return stop();
  const at = playing ? Number(byId("landscape-slider").value) : place();
  byId("landscape-notes").replaceChildren(...(landscape().equation.length ? [equation(landscape().equation)] : []),
    ...landscape().notes.map(text => element("p", {class: "lead"}, text)));
  byId("landscape-switches").replaceChildren(
    ...(landscape().planes.length < 2 ? [] : [choices("Plane", landscape().planes.map((each, i) => [String(i), each.name]),
      String(landscape().planes.indexOf(plane())), chosen => change({plane: chosen}))]),
    ...pictureButtons(descentPicture, "landscape", "paths over the loss surface"));
  const slider = byId("landscape-slider");
  Object.assign(slider, {max: landscape().steps.length - 1, value: at, oninput: () => { stop(); moveTo(Number(slider.value)); },
    onchange: () => remember({step: stepAt(Number(slider.value))})});
  byId("landscape-play").onclick = () => playing ? stop() : play();
  byId("landscape-plot").setAttribute("aria-label", `Contours of the loss on the plane ${plane().name}, with the paths of ${shownPaths().map(path => path.updater).join(", ")}`);
  renderDescent();
  drawReading(at);
}

/** The step at a place, as the address keeps it; nothing for the last. */
const stepAt = at => at === landscape().steps.length - 1 ? "" : String(landscape().steps[at]);

/** Moves the paths over the surface. */
function moveTo(at) {
  byId("landscape-slider").value = at;
  byId("landscape-slider").setAttribute("aria-valuetext", `step ${landscape().steps[at]}`);
  if (descent.moving) drawPaths(at);
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
  byId("landscape-play").textContent = "Pause";
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
  byId("landscape-play").textContent = "Play";
  if (landscape() !== null) remember({step: stepAt(Number(byId("landscape-slider").value))});
}
