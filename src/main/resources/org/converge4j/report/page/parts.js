/** The terms of equations that do something of their own: what, and the curve without it, where that was recorded or can be computed here. */

/** What is found in a line is explained; without names the updater that an updater is without it. */
const parts = [
  {find: /√\(1−β₂ᵗ\)\/\(1−β₁ᵗ\)/, without: {adam: "uncorrectedAdam"},
    says: "Bias correction: the averages m and v begin at 0 and are too small at first; this makes up for it."},
  {find: /1−β₁ᵗ(?!⁺)/, says: "Bias correction: the average m begins at 0 and is too small at first; dividing by this makes up for it."},
  {find: /√\(1−β₂ᵗ\)/, says: "Bias correction: the average v begins at 0 and is too small at first; this makes up for it."},
  {find: /\(1\+[βμ]\) v − [βμ] v_old/, without: {momentum: "emaMomentum"},
    says: "Lookahead: the step takes a share of the next one in advance, so that it brakes earlier. This is Nesterov's momentum."},
  {find: /(?<=v ← )[βμ] v/, without: {momentum: "sgd", emaMomentum: "sgd"},
    says: "Memory: this share of the velocity is kept, so that steps in one direction add up and steps to and fro cancel."},
  {find: /√[vhcs] \+ ε/, says: "Scaling: each parameter's step is divided by the size of its recent gradients, so that steep and flat directions move alike; ε keeps the quotient finite."},
  {find: /sign\([^)]*(\([^)]*\)[^)]*)?\)/, says: "Sign: every parameter moves equally far, however large its gradient."},
  {find: /ηcθ/, without: {torchAdamW: "torchAdam"}, says: "Weight decay: every step shrinks the parameters a little, apart from the gradient."},
];

/** Where such terms stand in a line, from left to right; of terms that overlap, the first of the list. */
function partsOf(text) {
  const found = [];
  for (const part of parts) {
    const match = part.find.exec(text);
    if (match === null) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    if (found.every(other => from >= other.to || to <= other.from)) found.push({part, from, to});
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The line with those terms between brackets that the typesetting knows. */
const bracketed = text => partsOf(text).reverse().reduce((line, {from, to}) => `${line.slice(0, from)}⟦${line.slice(from, to)}⟧${line.slice(to)}`, text);

/** The settings of an updater but for its learning rate, in words; nothing where its trials differ in them. */
function settingsOf(name) {
  const {settings} = data.updaters.find(each => each.name === name);
  return settings.length > 1 ? null : (settings[0] ?? "").split(", ").filter(text => text !== "");
}

/** The two medians as they were recorded, at the learning rate that is shown and otherwise equal settings. */
function recordedCurves(name, without) {
  const {trials, chosen} = problem();
  const one = trials[chosen.find(i => i >= 0 && trials[i].updater === name)];
  const other = one && trials.find(trial => trial.updater === without && trial.rate === one.rate);
  if (!other) return null;
  const [all, fewer] = [settingsOf(name), settingsOf(without)];
  return all && fewer && fewer.every(text => all.includes(text)) ? {with: one.band, without: other.band, from: say("recorded, median of {0} seeds", one.runs.length)} : null;
}

/** The same, stepped in the page from the starts of the seeds. */
function steppedCurves(name, without) {
  const path = landscape()?.paths.find(each => each.rule === name && each.updater === name);
  if (!path || !isStepped(path) || !(without in rules)) return null;
  const {axes, starts} = landscape().live;
  const steps = landscape().steps.filter(step => step <= MOST_STEPS);
  const median = rule => {
    const runs = starts.map(start => descend(liveLoss(), rule, path.settings, start.at, axes, steps, problem().floor ?? 0).values);
    return {steps, median: steps.map((step, i) => middle(runs.map(values => values[i] ?? Infinity)))};
  };
  return {with: median(name), without: median(without), from: say("computed in this page, median of {0} seeds", starts.length)};
}

/** The median of numbers; nothing where that has diverged. */
function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return Number.isFinite(median) ? median : null;
}

/** A small chart of an updater with and without a term of it. */
function withoutChart(updater, without) {
  const curves = recordedCurves(updater.name, without) ?? steppedCurves(updater.name, without);
  if (curves === null) return [];
  const pens = {with: pen(updater.look), without: {...pen(updater.look, 1.5), stroke: css("--text"), "stroke-dasharray": dashes.DOT}};
  const marks = ["with", "without"].map(kind => ({kind: "line", name: kind, x: curves[kind].steps, y: curves[kind].median.map(solvedAt), pen: pens[kind], end: say(`${kind} it`)}));
  return [drawing({x: {title: "step", isLog: false}, y: {title: valueName(), isLog: true}, marks}, 400, 200).svg,
    element("p", {}, say("On {0} at η = {1}: {2}.", problem().name, brief(shownRate(updater.name)), curves.from))];
}

const shownRate = name => problem().trials[problem().chosen.find(i => i >= 0 && problem().trials[i].updater === name)].rate;

/** An equation whose terms explain themselves on hover, on focus and at a tap, in a note below it. */
function explained(updater) {
  const note = element("div", {class: "part-note", role: "status", hidden: true});
  const made = equation(updater.equation.map(bracketed));
  const show = ({says, without}) => {
    note.replaceChildren(element("p", {}, say(says)), ...(without?.[updater.name] ? withoutChart(updater, without[updater.name]) : []));
    note.hidden = false;
  };
  const hide = () => { note.hidden = true; };
  const found = updater.equation.flatMap(partsOf).map(each => each.part);
  made.querySelectorAll(".part").forEach((term, i) => {
    term.setAttribute("aria-label", say(found[i].says));
    term.addEventListener("pointerenter", () => show(found[i]));
    term.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") hide(); });
    term.addEventListener("focus", () => show(found[i]));
    term.addEventListener("blur", hide);
    term.addEventListener("click", event => { event.preventDefault(); show(found[i]); });
    term.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
  });
  made.append(note);
  return made;
}
