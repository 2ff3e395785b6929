/** The convergence chart: each updater's chosen trial over its seeds, and the runs of the trial that the reader picked. */

/** Names the values of the present problem's curves. */
const valueName = () => problem().floor === null ? "loss" : "excess loss";

/** What is measured on the test part of the present problem, by name. */
const testNames = () => Object.keys(problem().trials.find(trial => Object.keys(trial.tested).length > 0)?.tested ?? {});

/** The measure of the test part that is drawn in place of the training loss, or nothing. */
const testName = () => testNames().includes(state.of) ? state.of : "";

/** The band that is drawn of a trial; nothing of a trial without the measure. */
const bandOf = trial => testName() === "" ? trial.band : trial.tested[testName()] ?? {steps: [], lower: [], median: [], upper: []};

/** Whether the reader's choice of a logarithmic axis holds: an accuracy has none. */
const isLog = () => state.y === "log" && !testName().endsWith("accuracy");

/** Four significant digits; a value that is not finite is missing from the data. */
const brief = value => {
  if (value === null) return "∞";
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? rounded.toExponential().replace("+", "") : String(rounded);
};

/** A value of a curve in words; one that rounding cannot tell from none has solved the problem. */
const told = value => testName() === "" && value !== null && problem().resolution !== null && value <= problem().resolution ? `solved (below ${brief(problem().resolution)})` : brief(value);

/** Where steps lie on the chosen axis: as they are, in milliseconds of the trial's calibrated time, or as the gradients that they took. */
const across = (trial, steps) => state.x === "time" ? steps.map(step => step * trial.micros / 1000)
  : state.x === "gradients" ? steps.map(step => step * trial.gradients) : steps;

/** Whether a step is not one gradient for everything that is drawn. */
const isUneven = () => problem().trials.some(trial => trial.gradients !== 1);

/** Whether what a step costs was measured for everything that is drawn. */
const isTimed = () => problem().chosen.every(i => i < 0 || problem().trials[i].micros !== null);

/** How points are told of: by their step, which the axis may not show. */
const stepText = (steps, values) => steps.map((step, i) => `step ${step}<br>${values[i]}`);

function line(trial, x, y, more) {
  const look = lookOf(trial.updater);
  return {type: "scatter", mode: "lines", x: across(trial, x), y, name: trial.label,
    line: {color: colour(look), width: 2, dash: look.dash.toLowerCase()}, ...more};
}

/** The outline of a band, for filling: forth along the upper quartile, back along the lower, as far as both are finite. */
function band(trial) {
  const {steps, lower, upper} = bandOf(trial);
  const least = Math.min(...lower.filter(value => value > 0));
  const above = value => isLog() ? Math.max(value, least) : value;
  const drawn = steps.map((step, i) => i).filter(i => lower[i] !== null && upper[i] !== null);
  const outline = [...drawn.map(i => [steps[i], above(upper[i])]), ...drawn.map(i => [steps[i], above(lower[i])]).reverse()];
  return line(trial, outline.map(point => point[0]), outline.map(point => point[1]),
    {fill: "toself", fillcolor: faded(colour(lookOf(trial.updater)), 0.18), line: {width: 0}, hoverinfo: "skip"});
}

function median(trial) {
  const {steps, lower, median: middle, upper} = bandOf(trial);
  return line(trial, steps, middle, {
    text: stepText(steps, middle.map((value, i) => `median ${told(value)}<br>quartiles ${told(lower[i])} – ${told(upper[i])}`)),
    hovertemplate: "%{text}<extra>%{fullData.name}</extra>"});
}

function seeds(trial) {
  return trial.runs.map(run => line(trial, run.steps, run.values, {
    opacity: 0.65, line: {color: colour(lookOf(trial.updater)), width: 1},
    text: stepText(run.steps, run.values.map(told)),
    hovertemplate: `seed ${run.seed}<br>%{text}<extra>%{fullData.name}</extra>`}));
}

/** The baseline's run of the same trial, beneath it. */
function beneath(trial) {
  const old = problem().trials.find(each => each.baseline && each.rate === trial.rate && each.updater === `${trial.updater} (baseline)`);
  return old && !hidden().has(old.updater) ? [{...median(old), opacity: 0.7}] : [];
}

/** Where the trial stepped from, if its loss is measured elsewhere. */
function stepped(trial) {
  return trial.stepped ? [{...line(trial, trial.stepped.steps, trial.stepped.median, {
    text: stepText(trial.stepped.steps, trial.stepped.median.map(value => `median where it steps from ${told(value)}`)),
    hovertemplate: "%{text}<extra>%{fullData.name}</extra>"}), name: `${trial.updater}, where it steps from`,
    line: {color: colour(lookOf(trial.updater)), width: 1, dash: "dot"}}] : [];
}

/** The rate of convergence that theory promises, to hold the median's slope against. */
function promise(trial) {
  const guide = problem().theory.find(each => each.updater === trial.updater)?.guide;
  return guide && problem().chosen.includes(problem().trials.indexOf(trial)) ? [{type: "scatter", mode: "lines",
    x: across(trial, guide.steps), y: guide.values, name: `${trial.updater}, theory`, line: {color: css("--text"), width: 1.2, dash: "dot"},
    hovertemplate: "the rate that theory promises<extra>%{fullData.name}</extra>"}] : [];
}

/** The trial of each updater that is switched on, in the order of the ranking. */
function shownTrials() {
  const off = hidden();
  return problem().chosen.filter(i => i >= 0).map(i => problem().trials[i]).filter(trial => !off.has(trial.updater));
}

function convergenceTraces() {
  const chosen = picked();
  const show = {
    bands: trial => [band(trial), median(trial)],
    medians: trial => [median(trial)],
    seeds: testName() === "" ? seeds : trial => [median(trial)],
  }[state.show] ?? (trial => [median(trial)]);
  const others = shownTrials().filter(trial => trial !== chosen)
    .flatMap(trial => [...beneath(trial), ...show(trial), ...(testName() === "" ? [...stepped(trial), ...promise(trial)] : [])]);
  const runs = chosen && testName() === "" ? seeds(chosen) : [];
  return chosen ? [...others.map(trace => ({...trace, opacity: 0.35})), ...runs, median(chosen)] : others;
}

function drawConvergence() {
  byId("convergence-switches").replaceChildren(
    ...(testNames().length > 0 ? [choices("Measure", [["", "training loss"], ...testNames().map(name => [name, name])], testName(),
      of => change({of}))] : []),
    choices("What is drawn", [["bands", "quartiles"], ["medians", "median"], ["seeds", "seeds"]], state.show,
      show => change({show})),
    choices("Loss axis", [["log", "log"], ["linear", "linear"]], state.y, y => change({y})),
    choices("Step axis", [["linear", "steps"], ["log", "log steps"], ...(isUneven() ? [["gradients", "gradients"]] : []),
      ...(isTimed() ? [["time", "time"]] : [])], state.x,
      x => change({x})),
    ...pictureButtons("convergence-plot", "convergence"));
  plot("convergence-plot", convergenceTraces(), layout(
    state.x === "time" ? axis("calibrated time in ms: steps × what one costs", "linear")
      : state.x === "gradients" ? axis("gradients taken", "linear") : axis("step", state.x),
    axis(testName() || valueName(), isLog() ? "log" : "linear")));
  const trial = picked();
  byId("picked").replaceChildren(...(trial ? [element("b", {}, trial.label), " · ",
    trial.runs.map(run => `seed ${run.seed}: ${run.end}`).slice(0, 3).join("; "),
    trial.runs.length > 3 ? "; … " : " ",
    element("button", {type: "button", onclick: () => change({trial: ""})}, "close")] : []));
}

/** One entry an updater; it switches the updater off and on in every chart. */
function drawLegend() {
  const off = hidden();
  const names = [...new Set(problem().trials.map(trial => trial.updater))];
  byId("legend").replaceChildren(...names.map(name => element("button",
    {type: "button", "aria-pressed": String(!off.has(name)), onclick: () => toggle(name)},
    sample(lookOf(name)), element("span", {}, name))));
}
