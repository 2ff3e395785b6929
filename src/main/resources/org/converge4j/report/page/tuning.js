/** What tuning costs, what theory says, and how updaters fare across problems. */

function drawTuning() {
  const off = hidden();
  const lines = problem().tuning.filter(each => !off.has(each.updater));
  byId("tuning").hidden = problem().tuning.length === 0;
  if (byId("tuning").hidden) return;
  const trials = each => each.median.map((value, i) => i + 1);
  const counts = d3.range(1, Math.max(2, ...lines.map(each => each.median.length + 1)));
  chart("tuning-plot", {
    view: problem().name, x: {title: say("learning rates tried"), isLog: false, text: value => Number.isInteger(value) ? String(value) : ""}, y: {title: valueName(), isLog: true},
    marks: lines.flatMap(each => [{kind: "line", name: each.updater, x: trials(each), y: each.median.map(solvedAt), pen: pen(lookOf(each.updater)), end: each.updater},
      {kind: "points", name: each.updater, x: trials(each), y: each.median.map(solvedAt), ink: colour(lookOf(each.updater)), size: 3}]),
    steps: counts,
    reading: k => ({title: say("best of {0}", k), rows: lines.filter(each => k <= each.median.length).map(each => ({look: lookOf(each.updater), name: each.updater,
      y: solvedAt(each.median[k - 1]), value: say("{0} (quartiles {1} to {2})", told(each.median[k - 1]), told(each.lower[k - 1]), told(each.upper[k - 1]))}))}),
    summary: say("{0} of the best of k learning rates drawn at random.", valueName()),
    table: () => ({columns: [say("rates tried"), ...lines.map(each => each.updater)], numeric: [true, ...lines.map(() => true)],
      rows: counts.map(k => [String(k), ...lines.map(each => k <= each.median.length ? told(each.median[k - 1]) : "–")])})});
}

function drawTheory() {
  const {theoryTable} = problem();
  byId("theory").hidden = theoryTable.rows.length === 0;
  byId("theory-table").replaceChildren(table(theoryTable, "Theory", {look: r => lookOf(theoryTable.rows[r][0])}));
}

/** The share of problems that an updater has solved within so many times the fewest steps. */
const share = (each, tau) => each.ratios.filter(ratio => ratio !== null && ratio <= tau).length / data.problems.length;

function drawProfile() {
  byId("profile").hidden = data.profiles.length === 0;
  if (byId("profile").hidden) return;
  const off = hidden();
  const shown = data.profiles.find(each => each.target === state.profile) ?? data.profiles[data.profiles.length - 1];
  byId("profile-switches").replaceChildren(choices(say("Target of the profile"),
    data.profiles.map(each => [each.target, each.target]), shown.target, profile => change({profile})));
  const scores = {columns: [say("updater"), ...data.profiles.map(each => say("score at {0}", each.target))],
    numeric: [false, ...data.profiles.map(() => true)],
    rows: shown.lines.map((line, i) => [line.updater, ...data.profiles.map(each => brief(each.lines[i].score))])};
  byId("profile-table").replaceChildren(table(scores, "Scores across problems", {look: r => lookOf(scores.rows[r][0])}));
  const lines = shown.lines.filter(each => !off.has(each.updater));
  const taus = [...new Set([1, 4, ...shown.lines.flatMap(each => each.ratios.filter(ratio => ratio !== null))])].sort((a, b) => a - b);
  const percent = value => `${Math.round(100 * value)} %`;
  chart("profile-plot", {
    view: shown.target, x: {title: say("times the fewest steps"), isLog: true, domain: [1, Math.max(4, ...taus) * 1.05]}, y: {title: say("share of problems"), isLog: false, domain: [-0.03, 1.05], text: percent},
    marks: lines.map(each => ({kind: "line", name: each.updater, isStepped: true, x: taus, y: taus.map(tau => share(each, tau)), pen: pen(lookOf(each.updater)), end: each.updater})),
    steps: taus,
    reading: tau => ({title: say("within {0} times", brief(tau)), rows: lines.map(each => ({look: lookOf(each.updater), name: each.updater, y: share(each, tau), value: percent(share(each, tau))}))}),
    summary: say("Share of problems solved by times the fewest steps."),
    table: () => ({columns: [say("times the fewest steps"), ...lines.map(each => each.updater)], numeric: [true, ...lines.map(() => true)],
      rows: taus.map(tau => [brief(tau), ...lines.map(each => percent(share(each, tau)))])})});
}
