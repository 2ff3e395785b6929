/** Pairs of updaters on the same seeds. */

function drawPairs() {
  const off = hidden();
  const pairs = problem().pairs.filter(pair => !off.has(pair.one) && !off.has(pair.other) && pair.seeds.length);
  byId("pairs").hidden = problem().pairs.length === 0;
  if (byId("pairs").hidden) return;
  byId("verdicts").replaceChildren(...pairs.map(pair => element("li", {},
    sample(lookOf(pair.one)), element("b", {}, `${pair.one} against ${pair.other}`), " ", pair.verdict)));
  const traces = pairs.map(pair => ({type: "scatter", mode: "markers", x: pair.ratios,
    y: pair.ratios.map(() => `${pair.one} / ${pair.other}`), text: pair.seeds.map(seed => `seed ${seed}`),
    marker: {color: colour(lookOf(pair.one)), size: 8, opacity: 0.75},
    hovertemplate: "%{text}: %{x:.4~g}<extra>%{y}</extra>"}));
  byId("pairs-plot").style.height = `${90 + 30 * Math.max(1, pairs.length)}px`;
  plot("pairs-plot", traces, layout(axis("ratio of final values", "log"), {...axis("", "category"), autorange: "reversed"},
    {shapes: [{type: "line", x0: 1, x1: 1, y0: 0, y1: 1, yref: "paper", line: {color: css("--quiet"), dash: "dot", width: 1}}]}));
}
