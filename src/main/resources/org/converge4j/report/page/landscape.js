/** The loss surface with the updaters' paths over it, up to the step that the slider stands at. */

let playing = 0;

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

/** Where the paths start among the traces, behind the surface; their heads come after the marks. */
const behind = 1;
const marks = 2;

function surfaceTrace() {
  const {xs, ys, heights} = plane();
  return {type: "contour", x: xs, y: ys, z: heights, showscale: false, hoverinfo: "skip", ncontours: 24,
    colorscale: [[0, css("--low")], [1, css("--high")]], line: {width: 0.7, color: css("--contour")}};
}

function markTraces() {
  const {xAxis, yAxis, minima} = plane();
  const start = landscape().paths[0].places;
  const mark = (x, y, name, symbol, size) => ({type: "scatter", mode: "markers", x, y, name,
    marker: {symbol, size, color: css("--text"), line: {width: 1, color: css("--paper")}},
    hovertemplate: `${name}<br>%{x:.4~g}, %{y:.4~g}<extra></extra>`});
  return [mark(minima.map(each => each[0]), minima.map(each => each[1]), "minimum", "star", 14),
    mark([start[xAxis][0]], [start[yAxis][0]], "start", "x", 11)];
}

/** What changes as the slider moves: of each path its line and its head. */
function moving(at) {
  const {xAxis, yAxis} = plane();
  const paths = shownPaths();
  const lines = paths.map(path => [path.places[xAxis].slice(0, upTo(path, at)), path.places[yAxis].slice(0, upTo(path, at))]);
  const heads = lines.map(([x, y]) => [x.slice(-1), y.slice(-1)]);
  return [...lines, ...heads];
}

function lineTraces(places) {
  const look = path => lookOf(path.updater);
  return shownPaths().map((path, i) => ({type: "scatter", mode: "lines", name: path.label, x: places[i][0], y: places[i][1],
    line: {color: colour(look(path)), width: 2, dash: look(path).dash.toLowerCase()},
    text: landscape().steps.map((step, k) => `step ${step}<br>${valueName()} ${told(path.values[k] ?? null)}`),
    hovertemplate: "%{text}<extra>%{fullData.name}</extra>"}));
}

function headTraces(places) {
  return shownPaths().map((path, i) => ({type: "scatter", mode: "markers", name: path.label, x: places[i][0], y: places[i][1],
    hoverinfo: "skip", showlegend: false,
    marker: {color: colour(lookOf(path.updater)), size: 9, line: {width: 1.5, color: css("--paper")}}}));
}

/** The values that the paths have reached. */
function drawReading(at) {
  byId("landscape-step").textContent = `step ${landscape().steps[at]}`;
  byId("landscape-values").replaceChildren(...shownPaths().map(path => element("li", {}, sample(lookOf(path.updater)),
    element("span", {}, path.updater), element("b", {}, at < path.values.length ? told(path.values[at]) : "diverged"))));
}

function drawLandscape() {
  byId("landscape").hidden = landscape() === null;
  if (landscape() === null) return stop();
  const at = place();
  byId("landscape-notes").replaceChildren(...(landscape().equation.length ? [equation(landscape().equation)] : []),
    ...landscape().notes.map(text => element("p", {class: "lead"}, text)));
  byId("landscape-switches").replaceChildren(
    ...(landscape().planes.length < 2 ? [] : [choices("Plane", landscape().planes.map((each, i) => [String(i), each.name]),
      String(landscape().planes.indexOf(plane())), chosen => change({plane: chosen}))]),
    ...pictureButtons("landscape-plot", "landscape", "paths over the loss surface"));
  const slider = byId("landscape-slider");
  Object.assign(slider, {max: landscape().steps.length - 1, value: at, oninput: () => { stop(); moveTo(Number(slider.value)); },
    onchange: () => remember({step: stepAt(Number(slider.value))})});
  byId("landscape-play").onclick = () => playing ? stop() : play();
  const places = moving(at);
  const count = shownPaths().length;
  const fixed = (title, places) => ({...axis(title, "linear"), range: [places[0], places.at(-1)], showgrid: false});
  plot("landscape-plot", [surfaceTrace(), ...lineTraces(places.slice(0, count)), ...markTraces(), ...headTraces(places.slice(count))],
    layout(fixed(plane().x, plane().xs), fixed(plane().y, plane().ys)));
  drawReading(at);
}

/** The step at a place, as the address keeps it; nothing for the last. */
const stepAt = at => at === landscape().steps.length - 1 ? "" : String(landscape().steps[at]);

/** Moves the paths over the surface. Plotly's animate would be quicker and lose the contours. */
function moveTo(at) {
  const places = moving(at);
  byId("landscape-slider").value = at;
  byId("landscape-slider").setAttribute("aria-valuetext", `step ${landscape().steps[at]}`);
  Plotly.restyle("landscape-plot", {x: places.map(([x]) => x), y: places.map(([, y]) => y)},
    places.map((each, i) => behind + i + (i < places.length / 2 ? 0 : marks)));
  drawReading(at);
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
