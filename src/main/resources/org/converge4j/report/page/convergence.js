/** The convergence chart: each updater's chosen trial over its seeds, and the runs of the trial that the reader picked. */

/** Names the values of the present problem's curves. */
const valueName = () => say(problem().floor === null ? "loss" : "excess loss");

/** What is measured of the present problem beside the training loss, by name. */
const testNames = () => Object.keys(problem().trials.find(trial => Object.keys(trial.tested).length > 0)?.tested ?? {});

/** The measure that is drawn in place of the training loss, or nothing: what decides, unless the reader chose. */
const testName = () => [state.of, state.of === "training" ? "" : problem().decides].find(name => testNames().includes(name)) ?? "";

/** Whether that is at most 1, and the more the better: a share, or R². */
const isShare = () => /(accuracy|F1|AUC|R²)$/.test(testName());

/** The band that is drawn of a trial; nothing of a trial without the measure. */
const bandOf = trial => testName() === "" ? trial.band : trial.tested[testName()] ?? {steps: [], lower: [], median: [], upper: []};

/** Whether the reader's choice of a logarithmic axis holds: a share has none. */
const isLog = () => state.y === "log" && !isShare();

/** Whether rounding cannot tell a value of a curve from none. */
const isSolved = value => testName() === "" && value !== null && problem().resolution !== null && value <= problem().resolution;

/** A value of a curve in words. */
const told = value => isSolved(value) ? say("solved (below {0})", brief(problem().resolution)) : brief(value);

/** Where steps lie on the chosen axis: as they are, in milliseconds of the trial's calibrated time, or as the gradients that they took. */
const across = (trial, steps) => state.x === "time" ? steps.map(step => step * trial.micros / 1000)
  : state.x === "gradients" ? steps.map(step => step * trial.gradients) : steps;

/** Whether a step is not one gradient for everything that is drawn. */
const isUneven = () => problem().trials.some(trial => trial.gradients !== 1);

/** Whether what a step costs was measured for everything that is drawn. */
const isTimed = () => problem().chosen.every(i => i < 0 || problem().trials[i].micros !== null);

/** What is the same for each updater in every report, or the reader's choice, of one trial. */
const line = (trial, x, y, more = {}) => ({kind: "line", name: trial.updater, x: across(trial, x), y, pen: pen(lookOf(trial.updater)), ...more});

function band(trial) {
  const {steps, lower, upper} = bandOf(trial);
  return {kind: "area", name: trial.updater, x: across(trial, steps), low: lower, high: upper, ink: colour(lookOf(trial.updater))};
}

const median = (trial, more) => line(trial, bandOf(trial).steps, bandOf(trial).median, more);

/** What is drawn of a run; nothing of one without the measure. */
function curveOf(run) {
  if (testName() === "") return run;
  return {steps: run.tested?.steps ?? [], values: run.tested?.values[testName()] ?? []};
}

function seeds(trial) {
  return trial.runs.map(run => ({...run, ...curveOf(run)})).map(run => line(trial, run.steps, run.values, {opacity: 0.65, name: `${trial.updater}, seed ${run.seed}`, pen: pen(lookOf(trial.updater), 1)}));
}

/** The baseline's run of the same trial, beneath it. */
function beneath(trial) {
  const old = problem().trials.find(each => each.baseline && each.rate === trial.rate && each.updater === `${trial.updater} (baseline)`);
  return old && !hidden().has(old.updater) ? [median(old, {opacity: 0.7, end: old.updater})] : [];
}

/** Where the trial stepped from, if its loss is measured elsewhere. */
function stepped(trial) {
  return trial.stepped ? [line(trial, trial.stepped.steps, trial.stepped.median, {name: say("{0}, where it steps from", trial.updater),
    pen: {...pen(lookOf(trial.updater), 1), "stroke-dasharray": dashes.DOT}, end: say("where it steps from")})] : [];
}

/** The rate of convergence that theory promises, to hold the median's slope against. */
function promise(trial) {
  const guide = problem().theory.find(each => each.updater === trial.updater)?.guide;
  return guide && problem().chosen.includes(problem().trials.indexOf(trial)) ? [line(trial, guide.steps, guide.values, {name: `${trial.updater}, theory`,
    pen: {stroke: css("--text"), "stroke-width": 1.2, "stroke-dasharray": dashes.DOT, fill: "none"}, end: say("theory: {0}", trial.updater), endShort: say("theory"), endInk: colour(lookOf(trial.updater))})] : [];
}

/** The step at which half of a trial's runs have diverged; nothing for one that has not. */
function divergedAt(trial) {
  const {steps, median: middle} = trial.band;
  const at = middle.findIndex((value, i) => i > 0 && value === null);
  if (at > 0) return steps[at];
  return trial.runs.length > 0 && trial.runs.every(run => run.outcome === "DIVERGED") ? steps.at(-1) : null;
}

/** Whether a trial's line leaves the picture: one that diverged, unless a share is drawn, which is 0 then. */
const isGone = trial => divergedAt(trial) !== null && !isShare();

function divergence(trial, row) {
  const step = divergedAt(trial);
  return !isGone(trial) ? [] : [{kind: "note", at: [across(trial, [step])[0], 1], row,
    text: say("✕ {0} diverged, step {1}", trial.updater, step), ink: colour(lookOf(trial.updater))}];
}

/** The trial of each updater that is switched on, in the order of the ranking. */
function shownTrials() {
  const off = hidden();
  return problem().chosen.filter(i => i >= 0).map(i => problem().trials[i]).filter(trial => !off.has(trial.updater));
}

/** The names at the ends of lines, by trial; updaters with the same curve share one, and one that diverged has its note. */
function lineNames(trials) {
  const alike = new Map();
  for (const trial of trials.filter(each => !isGone(each))) {
    const curve = JSON.stringify(bandOf(trial).median);
    alike.set(curve, [...alike.get(curve) ?? [], trial]);
  }
  return new Map([...alike.values()].map(same => [same[0], same.map(each => each.updater).join(" = ")]));
}

/** From where rounding ends what can be told to ten times where the highest begins: what leaves it has diverged. */
function yRange(trials) {
  const bands = trials.map(bandOf);
  const single = [...(state.show === "seeds" ? trials : []), ...(picked() ? [picked()] : [])].flatMap(trial => trial.runs.flatMap(run => curveOf(run).values));
  const values = [...bands.flatMap(each => state.show === "bands" ? [...each.lower, ...each.median, ...each.upper] : each.median), ...single];
  const starts = bands.flatMap(each => each.median.slice(0, 1)).filter(Number.isFinite);
  const [least, most] = extent(goal() === null ? values : [...values, goal().at], isLog());
  const high = goal() !== null && !isLog() ? Math.max(most, goal().at + 0.08 * (most - least)) : most; // room for the target's name
  const low = isLog() || isShare() ? least : Math.min(0, least);
  const top = starts.length && !isShare() ? Math.min(high, 10 * Math.max(...starts)) : high;
  const {resolution} = problem();
  if (testName() !== "" || resolution === null || !isLog()) return low < top ? [low, top] : [low, high];
  return [values.some(value => value !== null && value <= resolution) ? resolution / 10 : low, Math.max(top, resolution)];
}

/** The target that decides, where it is one value of what is drawn. */
const goal = () => problem().goal !== null && problem().goal.of === testName() && (!isLog() || problem().goal.at > 0) ? problem().goal : null;

/** What is drawn: of the trials with their names, over an axis that begins at a value. */
function convergenceMarks(trials, names, least) {
  const chosen = picked();
  const isTraining = testName() === "";
  const more = {bands: trial => [band(trial)], seeds}[state.show] ?? (() => []);
  const others = trials.flatMap((trial, row) => trial === chosen ? [] : [...beneath(trial), ...more(trial), median(trial, {end: names.get(trial)}),
    ...divergence(trial, row), ...(isTraining ? [...stepped(trial), ...promise(trial)] : [])]);
  const {resolution} = problem();
  const floor = isTraining && isLog() && resolution !== null && least < resolution
    ? [{kind: "floor", at: resolution, text: say("solved: below {0} is rounding", brief(resolution)), short: "solved"}] : [];
  const aim = goal() === null ? [] : [{kind: "level", name: "target", at: goal().at, text: say("target: {0}", goal().name), short: say("target")}];
  if (!chosen) return [...floor, ...others, ...aim];
  return [...floor, ...aim, ...others.map(mark => ({...mark, opacity: 0.3})), ...seeds(chosen), median(chosen, {end: chosen.updater})];
}

/** What a trial's curve is at a place among ascending ones: the last that was seen by then; null once it has diverged. */
function lastBy(trial, places, place) {
  const next = places.findIndex(each => each > place);
  return bandOf(trial).median[next < 0 ? places.length - 1 : Math.max(0, next - 1)];
}

function convergenceReading(place) {
  const trials = shownTrials();
  const drawn = picked() && !trials.includes(picked()) ? [...trials, picked()] : trials;
  const rows = drawn.map(trial => ({look: lookOf(trial.updater), name: trial.updater, y: lastBy(trial, across(trial, bandOf(trial).steps), place)}));
  const order = row => row.y === null || row.y === undefined ? Infinity : row.y;
  return {title: `${say(xTitles[state.x] ?? "step")} ${state.x === "time" ? brief(place) : place}`, rows: rows.sort((a, b) => order(a) - order(b)).map(row => ({...row, value: row.y === null ? say("diverged") : told(row.y)}))};
}

const xTitles = {time: "ms", gradients: "gradient"};

/** Medians at steps that double, a row an updater. */
function convergenceTable() {
  const trials = shownTrials();
  const last = Math.max(...trials.flatMap(trial => bandOf(trial).steps.slice(-1)));
  const steps = [0, ...d3.range(Math.ceil(Math.log2(last + 1))).map(power => 2 ** power), last].filter((step, i, all) => step <= last && all.indexOf(step) === i);
  return {columns: [say("updater"), ...steps.map(step => say("step {0}", step))], numeric: [false, ...steps.map(() => true)],
    rows: trials.map(trial => [trial.updater, ...steps.map(step => told(lastBy(trial, bandOf(trial).steps, step) ?? null))])};
}

function convergenceSummary() {
  const ends = shownTrials().map(trial => [trial.updater, bandOf(trial).median.at(-1)]).sort((a, b) => (a[1] ?? Infinity) - (b[1] ?? Infinity));
  const count = problem().trials[0]?.runs.length ?? 0;
  return say(count === 1 ? "{0} by step. At the end: {2}." : "{0} by step, median of {1} seeds. At the end: {2}.", say(testName()) || valueName(), count, ends.map(([name, value]) => `${name} ${value === null ? say("diverged") : told(value)}`).join(", "));
}

function drawConvergence() {
  byId("convergence-switches").replaceChildren(
    ...(testNames().length > 0 ? [choices(say("Measure"), [["training", say("training loss")], ...testNames().map(name => [name, say(name)])], testName() || "training",
      of => change({of}))] : []),
    choices(say("What is drawn"), [["medians", say("median")], ["bands", say("quartiles")], ["seeds", say("seeds")]], state.show,
      show => change({show})),
    ...isShare() ? [] : [choices(say("Loss axis"), [["log", say("log")], ["linear", say("linear")]], state.y, y => change({y}))],
    choices(say("Step axis"), [["linear", say("steps")], ["log", say("log steps")], ...(isUneven() ? [["gradients", say("gradients")]] : []),
      ...(isTimed() ? [["time", say("time")]] : [])], state.x,
      x => change({x})),
    ...pictureButtons(chartPicture("convergence-plot"), "convergence"));
  const trials = shownTrials();
  const names = lineNames(trials);
  const range = yRange(trials);
  const marks = convergenceMarks(trials, names, range[0]);
  const xs = marks.filter(mark => mark.kind === "line").flatMap(mark => mark.x);
  chart("convergence-plot", {
    view: `${problem().name} ${state.x}`,
    x: {title: say({time: "calibrated time in ms: steps × what one costs", gradients: "gradients taken"}[state.x] ?? "step"), isLog: state.x === "log", domain: extent(xs, state.x === "log")},
    y: {title: say(testName()) || valueName(), isLog: isLog(), domain: range},
    marks, steps: [...new Set(trials.flatMap(trial => across(trial, bandOf(trial).steps)))].sort((a, b) => a - b),
    reading: convergenceReading, onpoint: place => followDescent(place), summary: convergenceSummary(), table: convergenceTable});
  byId("convergence-caption").textContent = convergenceCaption(marks, names);
  const trial = picked();
  byId("picked").replaceChildren(...(trial ? [element("b", {}, trial.name), " · ",
    trial.runs.map(run => say("seed {0}: {1}", run.seed, run.end)).slice(0, 3).join("; "),
    trial.runs.length > 3 ? "; … " : " ",
    element("button", {type: "button", onclick: () => change({trial: ""})}, say("close"))] : []));
}

/** What there is to see, in a sentence or two. */
function convergenceCaption(marks, names) {
  const count = problem().trials[0]?.runs.length ?? 0;
  const lines = count === 1 ? say("Each line is the one seed.")
    : say({seeds: "Each thin line is a seed, each thick one the median.", bands: "Each line is the median over {0} seeds, the band their middle half."}[state.show] ?? "Each line is the median over {0} seeds.", count);
  const low = say(isShare() ? "Higher is better." : "Lower is better; a straight fall on the log axis is a steady rate.");
  const theory = marks.some(mark => mark.name?.endsWith(", theory")) ? ` ${say("Dotted: the slope that theory promises.")}` : "";
  const same = [...names.values()].some(name => name.includes(" = ")) ? ` ${say("Names joined by = have the same curve.")}` : "";
  const excess = testName() === "" && problem().floor !== null ? ` ${say("Excess: how far the loss is above the floor, the least possible.")}` : "";
  const aim = goal() === null ? "" : ` ${say("A seed counts from where it first reaches the target, even if it falls back.")}`;
  return `${lines} ${low}${excess}${theory}${same}${aim}`;
}

/** One entry an updater; it switches the updater off and on in every chart. */
function drawLegend() {
  const off = hidden();
  const names = [...new Set(problem().trials.map(trial => trial.updater))];
  byId("legend").replaceChildren(...names.map(name => element("button",
    {type: "button", "aria-pressed": String(!off.has(name)), onclick: () => toggle(name)},
    sample(lookOf(name)), element("span", {}, name))));
}
