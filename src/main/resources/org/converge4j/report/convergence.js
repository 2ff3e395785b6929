/** The convergence chart: the median of each trial over its seeds, the band of the middle half, or the single seeds. */

/** Names the values of the present problem's curves. */
const valueName = () => problem().floor === null ? "loss" : "excess loss";

function line(trial, x, y, more) {
  const look = looks.get(trial.updater);
  return {type: "scatter", mode: "lines", x, y, name: trial.label,
    line: {color: colour(look), width: 2, dash: look.dash.toLowerCase()}, ...more};
}

/** The outline of a band, for filling: up along the upper quartile, back along the lower. Infinite ends are cut off. */
function band(trial) {
  const {steps, lower, upper} = trial.band;
  const least = Math.min(...lower.filter(value => value > 0));
  const drawn = steps.map((step, i) => i).filter(i => lower[i] !== null && upper[i] !== null);
  const above = value => state.y === "log" ? Math.max(value, least) : value;
  const there = drawn.map(i => [steps[i], above(upper[i])]);
  const back = drawn.map(i => [steps[i], above(lower[i])]).reverse();
  const outline = [...there, ...back];
  return line(trial, outline.map(point => point[0]), outline.map(point => point[1]),
    {fill: "toself", fillcolor: faded(colour(looks.get(trial.updater)), 0.18), line: {width: 0}, hoverinfo: "skip"});
}

function median(trial) {
  const {steps, lower, median: middle, upper} = trial.band;
  const digits = value => value === null ? "∞" : String(Number(value.toPrecision(4)));
  return line(trial, steps, middle, {
    text: steps.map((step, i) => `${digits(lower[i])} – ${digits(upper[i])}`),
    hovertemplate: "step %{x}<br>median %{y:.4~g}<br>quartiles %{text}<extra>%{fullData.name}</extra>"});
}

function seeds(trial) {
  return trial.runs.map(run => line(trial, run.steps, run.values, {
    opacity: 0.6, line: {color: colour(looks.get(trial.updater)), width: 1},
    hovertemplate: `seed ${run.seed}<br>step %{x}<br>%{y:.4~g}<extra>%{fullData.name}</extra>`}));
}

function convergenceTraces() {
  const off = hidden();
  const trials = problem().trials.filter(trial => !off.has(trial.label));
  const show = {
    bands: trial => [band(trial), median(trial)],
    medians: trial => [median(trial)],
    seeds,
  }[state.show] ?? (trial => [median(trial)]);
  return trials.flatMap(show);
}

function drawConvergence() {
  byId("convergence-switches").replaceChildren(
    choices("What is drawn", [["bands", "quartiles"], ["medians", "median"], ["seeds", "every seed"]], state.show,
      show => change({show})),
    choices("Loss axis", [["log", "log"], ["linear", "linear"]], state.y, y => change({y})),
    choices("Step axis", [["linear", "steps"], ["log", "log steps"]], state.x, x => change({x})));
  plot("convergence-plot", convergenceTraces(),
    layout(axis("step", state.x), axis(valueName(), state.y)), "convergence");
}

/** One entry a trial; it switches the trial off and on in every chart. */
function drawLegend() {
  const off = hidden();
  byId("legend").replaceChildren(...problem().trials.map(trial => element("button",
    {type: "button", "aria-pressed": String(!off.has(trial.label)), onclick: () => toggle(trial.label)},
    sample(looks.get(trial.updater)), element("span", {}, trial.label))));
}
