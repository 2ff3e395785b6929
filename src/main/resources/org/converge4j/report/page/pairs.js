/** Pairs of updaters on the same seeds. */

const shownPairs = () => problem().pairs.filter(pair => !hidden().has(pair.one) && !hidden().has(pair.other) && pair.seeds.length);

/** Who beats whom on how many seeds: rows against columns. */
function pairMatrix() {
  const pairs = shownPairs();
  const paired = new Set(pairs.flatMap(pair => [pair.one, pair.other]));
  const names = problem().ranking.rows.map(row => row[problem().ranking.keys.indexOf("updater")]).filter(name => paired.has(name));
  const cell = (row, column) => {
    const pair = pairs.find(each => (each.one === row && each.other === column) || (each.one === column && each.other === row));
    if (!pair) return element("td", {class: "none"}, row === column ? "" : "–");
    const isOne = pair.one === row;
    const won = isOne ? pair.wins : pair.losses;
    const said = {ALIKE: "alike", CANNOT_TELL: "cannot tell"}[pair.kind] ?? (isOne ? "better" : "worse");
    return element("td", {class: said.replace(" ", "-")}, element("b", {}, say("{0} of {1}", won, pair.seeds.length)), element("span", {}, say(said)));
  };
  return element("div", {class: "wide", tabindex: 0, role: "region", "aria-label": say("Pairs of updaters")}, element("table", {class: "matrix"},
    element("thead", {}, element("tr", {}, element("th", {}, say("better on … seeds than")), names.map(name => element("th", {scope: "col"}, sample(lookOf(name)), name)))),
    element("tbody", {}, names.map(row => element("tr", {}, element("th", {scope: "row"}, sample(lookOf(row)), row), names.map(column => cell(row, column)))))));
}

function drawPairs() {
  byId("pairs").hidden = problem().pairs.length === 0;
  if (byId("pairs").hidden) return;
  const pairs = shownPairs();
  byId("pair-matrix").replaceChildren(pairMatrix());
  byId("verdicts").replaceChildren(...pairs.map(pair => element("li", {},
    sample(lookOf(pair.one)), element("b", {}, say("{0} against {1}", pair.one, pair.other)), " ", pair.verdict)));
  const [low, high] = extent([0.5, 2, ...pairs.flatMap(pair => pair.ratios)], true).map((value, i) => value * (i ? 1.3 : 1 / 1.3));
  const isNarrow = byId("pairs-plot").clientWidth < 560; // then the pairs' names stand above their points
  byId("pairs-plot").style.height = `${72 + (isNarrow ? 54 : 32) * Math.max(1, pairs.length)}px`;
  const height = (pair, i) => (isNarrow ? 0.15 : 0) + (isNarrow ? 0.45 : 0.6) * (pair.ratios.length < 2 ? 0 : i / (pair.ratios.length - 1) - 0.5);
  chart("pairs-plot", {
    view: problem().name, x: {title: say("← the second is better · times as much as the first, a point a seed · the first is better →"), short: say("← second better · ratio, a point a seed · first better →"), isLog: true, domain: [low, high]},
    y: {}, bands: pairs.map(pair => say("{0} vs {1}, {2} of {3}", pair.one, pair.other, pair.wins, pair.seeds.length)),
    marks: [{kind: "upright", at: 1, pen: {stroke: css("--quiet"), "stroke-dasharray": "2 3"}}, ...pairs.map((pair, row) => ({kind: "points", name: `${pair.one} vs ${pair.other}`,
      x: pair.ratios.map(ratio => ratio === null ? high : Math.max(ratio, low)), y: pair.ratios.map((ratio, i) => row + height(pair, i)),
      symbols: pair.ratios.map(ratio => ratio === null || ratio === 0 ? "cross" : "circle"), ink: colour(lookOf(pair.one))}))],
    steps: [], summary: say("Ratios by seed. {0}.", pairs.map(pair => say("{0} is better than {1} on {2} of {3} seeds", pair.one, pair.other, pair.wins, pair.seeds.length)).join("; ")),
    table: () => ({columns: ["pair", "seed", "ratio"].map(heading => say(heading)), numeric: [false, true, true],
      rows: pairs.flatMap(pair => pair.seeds.map((seed, i) => [`${pair.one} vs ${pair.other}`, String(seed), brief(pair.ratios[i])]))})});
}
