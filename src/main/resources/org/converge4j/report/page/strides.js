/** How far a step moves the parameters, and the rates that updaters have found themselves. */

/** A line an updater; of what it has found, dotted, in the same chart: both are lengths that parameters move by. */
function strideMarks(lines) {
  return lines.flatMap(each => {
    const ink = pen(lookOf(each.updater));
    return [{kind: "line", name: each.updater, x: each.steps, y: each.sizes, pen: ink, end: each.updater},
      ...(each.rates.length ? [{kind: "line", name: `${each.updater}, rate`, x: each.steps, y: each.rates, pen: {...ink, "stroke-dasharray": dashes.DOT}, end: say("{0}'s rate", each.updater)}] : [])];
  });
}

function drawStrides() {
  const off = hidden();
  const {strides, strideTable} = problem();
  byId("strides").hidden = strides.length === 0;
  if (byId("strides").hidden) return;
  const lines = strides.filter(each => !off.has(each.updater));
  const steps = [...new Set(lines.flatMap(each => each.steps))].sort((a, b) => a - b);
  const at = (each, step) => each.steps.indexOf(step);
  const told = (each, i) => i < 0 ? "–" : brief(each.sizes[i]) + (each.rates.length ? say(" (rate {0})", brief(each.rates[i])) : "");
  chart("strides-plot", {
    view: problem().name, x: {title: say("step"), isLog: true}, y: {title: say("a parameter moves by"), isLog: true}, marks: strideMarks(lines), steps,
    reading: step => ({title: say("step {0}", step), rows: lines.filter(each => at(each, step) >= 0).map(each => ({look: lookOf(each.updater), name: each.updater,
      y: each.sizes[at(each, step)], value: told(each, at(each, step))}))}),
    summary: say("How far a step moves a parameter, by step."),
    table: () => ({columns: [say("step"), ...lines.map(each => each.updater)], numeric: [true, ...lines.map(() => true)],
      rows: steps.map(step => [String(step), ...lines.map(each => told(each, at(each, step)))])})});
  byId("strides-table").replaceChildren(...(strideTable.rows.length ? [table(strideTable, say("Steps and rates"), {look: r => lookOf(strideTable.rows[r][0])})] : []));
}
