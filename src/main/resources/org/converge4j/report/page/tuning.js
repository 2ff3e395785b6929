/** What tuning costs, what theory says, and how updaters fare across problems. */

function drawTuning() {
  const off = hidden();
  const lines = problem().tuning.filter(each => !off.has(each.updater));
  byId("tuning").hidden = problem().tuning.length === 0;
  if (byId("tuning").hidden) return;
  const traces = lines.map(each => {
    const hue = colour(lookOf(each.updater));
    const trials = each.median.map((value, i) => i + 1);
    return {type: "scatter", mode: "lines+markers", name: each.updater, x: trials, y: each.median,
      line: {color: hue, width: 2, dash: lookOf(each.updater).dash.toLowerCase()}, marker: {color: hue, size: 5},
      text: trials.map((k, i) => `quartiles ${told(each.lower[i])} – ${told(each.upper[i])}`),
      hovertemplate: "best of %{x} rates<br>median %{y:.4~g}<br>%{text}<extra>%{fullData.name}</extra>"};
  });
  plot("tuning-plot", traces, layout({...axis("learning rates tried", "linear"), dtick: 1}, axis(valueName(), "log")));
}

function drawTheory() {
  const {theoryTable} = problem();
  byId("theory").hidden = theoryTable.rows.length === 0;
  byId("theory-table").replaceChildren(table(theoryTable, "Theory", {look: r => lookOf(theoryTable.rows[r][0])}));
}

/** A step for each problem: the share of problems that an updater has solved within that many times the fewest steps. */
function profileTrace(each, problems) {
  const within = each.ratios.filter(ratio => ratio !== null);
  const look = lookOf(each.updater);
  const share = tau => within.filter(ratio => ratio <= tau).length / problems;
  const taus = [1, ...within.filter(ratio => ratio > 1), Math.max(4, ...within)];
  return {type: "scatter", mode: "lines", name: each.updater, x: taus, y: taus.map(share),
    line: {color: colour(look), width: 2, dash: look.dash.toLowerCase(), shape: "hv"},
    hovertemplate: "within %{x:.3~g} × the fewest steps: %{y:.0%} of problems<extra>%{fullData.name}</extra>"};
}

function drawProfile() {
  byId("profile").hidden = data.profiles.length === 0;
  if (byId("profile").hidden) return;
  const off = hidden();
  const shown = data.profiles.find(each => each.target === state.profile) ?? data.profiles[data.profiles.length - 1];
  byId("profile-switches").replaceChildren(choices("Target of the profile",
    data.profiles.map(each => [each.target, each.target]), shown.target, profile => change({profile})));
  const scores = {columns: ["updater", ...data.profiles.map(each => `score at ${each.target}`)],
    numeric: [false, ...data.profiles.map(() => true)],
    rows: shown.lines.map((line, i) => [line.updater, ...data.profiles.map(each => brief(each.lines[i].score))])};
  byId("profile-table").replaceChildren(table(scores, "Scores across problems", {look: r => lookOf(scores.rows[r][0])}));
  plot("profile-plot", shown.lines.filter(each => !off.has(each.updater)).map(each => profileTrace(each, data.problems.length)),
    layout(axis("times the fewest steps", "log"), {...axis("share of problems", "linear"), range: [-0.03, 1.05], tickformat: ".0%"}));
}
