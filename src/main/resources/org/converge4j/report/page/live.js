/** The descent stepped in the page: from a start that the reader drags, at learning rates that the reader turns. */

/** More steps than these are not taken in the page: it would no longer follow a finger. */
const MOST_STEPS = 2000;

const losses = new Map();

/** The loss of the present problem, for the kernel; nothing where the page does not have it. */
function liveLoss() {
  const live = landscape()?.live;
  if (!live || (live.function !== "" && !(live.function in surfaces))) return null;
  if (!losses.has(live)) losses.set(live, live.function === "" ? bowl(Float64Array.from(live.hessian)) : surfaces[live.function](live.settings));
  return losses.get(live);
}

/** Whether the page can step an updater's rule here. */
const isStepped = path => path.rule in rules && liveLoss() !== null;

/** Whether the paths are computed in the page, and are not those that were recorded. */
const isLive = () => liveLoss() !== null && (state.from !== "" || state.rates !== "" || state.rule !== "");

/** The rule of an updater: as DL4J computes it, or as the article writes it. */
const ruleOf = path => state.rule === "article" ? articles[path.rule] ?? path.rule : path.rule;

/** The learning rates that the reader has turned, by updater. */
const turned = () => new URLSearchParams(state.rates);

const rateOf = path => Number(turned().get(path.updater) ?? path.settings.learningRate);

/** The learning rate from which an updater's rule diverges here, where that is known. */
const criticalOf = path => landscape().live.curvature === null ? null : criticalRate(ruleOf(path), path.settings, landscape().live.curvature);

/** Where the followed seed begins on the present plane: as the reader has it, or as it was recorded. */
function startPlace() {
  const {xAxis, yAxis} = plane();
  const recorded = landscape().paths[0].places;
  return state.from === "" ? [recorded[xAxis][0], recorded[yAxis][0]] : state.from.split(",").map(Number);
}

/** Where the seeds begin, the followed one first; all of them move with its start, along the plane. */
function starts() {
  const {axes, starts: all} = landscape().live;
  const {xAxis, yAxis} = plane();
  const [right, up] = state.from === "" ? [0, 0] : startPlace().map((place, i) => place - dot(axes[[xAxis, yAxis][i]], all[0].at));
  return (state.starts === "all" ? all : all.slice(0, 1))
    .map(start => start.at.map((value, i) => value + right * axes[xAxis][i] + up * axes[yAxis][i]));
}

/** The recorded path, with the step at which its run diverged. */
function recordedPath(path) {
  const ended = path.values.length < landscape().steps.length && path.stopped === null;
  return {...path, died: ended ? problem().trials.find(trial => trial.label === path.label).runs[0]?.steps.at(-1) ?? null : null, others: []};
}

/** The path of an updater from each start, or the one that it had where that is to be kept. */
function steppedPaths(path, from, kept = () => null) {
  const settings = {...path.settings, learningRate: rateOf(path)};
  const steps = landscape().steps.filter(step => step <= MOST_STEPS);
  return from.map((start, i) => kept(i) ?? descend(liveLoss(), ruleOf(path), settings, start, landscape().live.axes, steps, problem().floor ?? 0, landscape().live.stop));
}

/** While something is dragged, a frame computes the other seeds' paths by turns, a third of them each, and all once it rests so many ms. */
const TURNS = 3;
const REST = 100;
let phase = 0;
let rested = 0;

/** Computes the paths anew and moves all that moves: what a drag does, many times a second. */
function redrawLive() {
  const before = new Map(descent.paths.map(path => [path.updater, path.others]));
  phase = (phase + 1) % TURNS;
  showPaths((path, i) => i === 0 || i % TURNS === phase ? null : before.get(path.updater)?.[i - 1] ?? null);
  clearTimeout(rested);
  rested = state.starts === "all" ? setTimeout(showPaths, REST) : 0;
}

function showPaths(kept) {
  if (landscape() === null) return;
  descent.paths = drawnPaths(kept);
  moveTo(Number(byId("landscape-slider").value));
}

/**
 * What is drawn of each updater that is switched on: the followed seed's path, and those of the others where they are asked for, as kept
 * from before where that is given.
 */
function drawnPaths(kept = () => null) {
  const from = liveLoss() === null ? [] : starts();
  return shownPaths().flatMap(path => {
    if (!isStepped(path)) return isLive() ? [] : [recordedPath(path)];
    const recorded = isLive() ? null : recordedPath(path);
    const stepped = recorded ? steppedPaths(path, from.slice(1)) : steppedPaths(path, from, i => kept(path, i));
    return [recorded ? {...recorded, others: stepped} : {...path, ...stepped[0], others: stepped.slice(1)}];
  });
}

/** Goes back to what was recorded. */
const backToRecorded = () => change({from: "", rates: "", rule: ""});

/** Where a learning rate stands between the ends of its slider: from a thousandth to a thousand times the recorded one. */
const turnsOf = path => [-3, 3].map(decades => Math.log10(path.settings.learningRate) + decades);

/** The knob of an updater's learning rate, on a logarithmic scale, with a mark where theory says that it diverges. */
function rateKnob(path) {
  const [low, high] = turnsOf(path);
  const critical = criticalOf(path);
  const part = critical === null ? -1 : (Math.log10(critical) - low) / (high - low);
  const knob = element("input", {type: "range", min: low, max: high, step: 0.01, value: Math.log10(rateOf(path)), "aria-label": say("Learning rate of {0}", path.updater), "aria-valuetext": brief(rateOf(path)),
    oninput: () => {
      const rates = turned();
      rates.set(path.updater, Number((10 ** knob.value).toPrecision(3)));
      state.rates = String(rates);
      knob.setAttribute("aria-valuetext", brief(rateOf(path)));
      redrawLive();
    },
    onchange: () => remember({})});
  return element("span", {class: "knob"}, knob, part > 0 && part < 1 ? element("i", {class: "critical", style: `left: calc(8px + ${part} * (100% - 16px)); border-color: ${colour(lookOf(path.updater))}`, title: say("diverges from {0}", brief(critical))}) : null);
}

/** The start that the reader takes hold of: with the mouse anywhere on the surface, with a finger at the start itself, with arrow keys. */
function startHandle() {
  const {xs, ys} = plane();
  const handle = element("button", {type: "button", class: "start", "aria-label": say("Start of the paths: drag it, or move it with the arrow keys"), title: say("drag me")});
  const put = ([x, y]) => {
    const held = [[x, xs], [y, ys]].map(([value, samples]) => Math.min(Math.max(value, samples[0]), samples.at(-1)));
    state.from = held.map(value => Number(value.toPrecision(4))).join(",");
    redrawLive();
  };
  const under = event => {
    const box = byId("landscape-plot").getBoundingClientRect();
    return [descent.frame.x.invert(event.clientX - box.left), descent.frame.y.invert(event.clientY - box.top)];
  };
  let next = null;
  const drag = event => {
    if (next === null) requestAnimationFrame(() => { put(next); next = null; });
    next = under(event);
  };
  const place = byId("landscape-plot");
  place.onpointerdown = event => {
    if (event.button !== 0 || (event.pointerType !== "mouse" && event.target !== handle)) return;
    event.preventDefault();
    handle.focus();
    stop();
    place.setPointerCapture(event.pointerId);
    place.onpointermove = drag;
    drag(event);
  };
  place.onpointerup = place.onpointercancel = () => {
    if (place.onpointermove === null) return;
    place.onpointermove = null;
    requestAnimationFrame(() => remember({}));
  };
  handle.onkeydown = event => {
    const [right, up] = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]}[event.key] ?? [0, 0];
    if (event.key === "Escape") return backToRecorded();
    if (right === 0 && up === 0) return;
    event.preventDefault();
    const far = event.shiftKey ? 0.1 : 0.02;
    const [x, y] = startPlace();
    put([x + right * far * (xs.at(-1) - xs[0]), y + up * far * (ys.at(-1) - ys[0])]);
  };
  handle.onkeyup = () => remember({});
  return handle;
}
