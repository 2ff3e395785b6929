/** How the end, or what decides where that is another thing, depends on the learning rate: a line per updater, and a map of the whole grid. */

/** Whether it is told by what decides: where that is not the end, unless the reader asks for the end. */
const isReaching = () => problem().reaching.length > 0 && state.by !== "final";

const allSensitivities = () => isReaching() ? problem().reaching : problem().sensitivities;

function sensitivities() {
  const off = hidden();
  return allSensitivities().filter(each => !off.has(each.updater));
}

/** What is told by learning rate. */
const sensitivityName = () => isReaching() ? problem().verdict.score : say("final {0}", valueName());

/** A median in words, with the share of runs that failed where it is not finite. */
function medianTold(each, i) {
  if (each.median[i] !== null) return isReaching() ? brief(each.median[i]) : told(each.median[i]);
  return say(isReaching() && problem().verdict.counted ? "not reached on {0} %" : "diverged on {0} %", Math.round(100 * each.failed[i]));
}

/** Where points that failed on at least half of the seeds are drawn: above all others. */
function ceiling(lines) {
  const finite = lines.flatMap(each => each.upper.concat(each.median)).filter(value => value !== null);
  return finite.length ? Math.max(...finite) * 3 : 1;
}

/** The lowest value drawn: that at which a problem is solved. */
const solvedAt = value => value === null || problem().resolution === null ? value : Math.max(value, problem().resolution);

/** The value drawn of a rate. */
const drawnAt = value => isReaching() ? value : solvedAt(value);

function sensitivityMarks() {
  const top = ceiling(allSensitivities());
  return sensitivities().flatMap(each => {
    const look = lookOf(each.updater);
    const ink = colour(look);
    const middle = each.median.map(value => drawnAt(value) ?? top);
    const at = each.rates.indexOf(each.chosen);
    const common = {name: each.updater, x: each.rates, ink};
    return [{...common, kind: "bars", low: each.lower.map(drawnAt), high: each.upper.map((value, i) => drawnAt(value) ?? middle[i])},
      {...common, kind: "line", y: middle, pen: pen(look), end: each.updater},
      {...common, kind: "points", y: middle, symbols: each.median.map(value => value === null ? "cross" : "circle")},
      ...(at < 0 ? [] : [{...common, kind: "points", x: [each.chosen], y: [middle[at]], symbol: "ring", size: 8}])];
  });
}

/** Upright lines where theory says that an updater stops to converge. */
function criticalMarks() {
  const off = hidden();
  return problem().theory.filter(each => !off.has(each.updater)).flatMap((each, row) => {
    const ink = {stroke: colour(lookOf(each.updater)), "stroke-width": 1.5, "stroke-dasharray": dashes.DOT, fill: "none"};
    return [{kind: "upright", name: `${each.updater}, critical rate`, at: each.critical, x: [each.critical], pen: ink},
      {kind: "note", row, at: [each.critical, 1], text: say("{0} diverges from {1}", each.updater, brief(each.critical)), ink: ink.stroke}];
  });
}

function drawSensitivity() {
  const some = allSensitivities().some(each => each.median.some(value => value !== null));
  byId("sensitivity").hidden = !some;
  byId("charts").classList.toggle("pair", some);
  if (!some) return;
  byId("sensitivity-switches").replaceChildren(
    ...(problem().reaching.length > 0 ? [choices(say("Measure"), [["target", problem().verdict.score], ["final", say("final {0}", valueName())]], isReaching() ? "target" : "final", by => change({by}))] : []),
    ...pictureButtons(chartPicture("sensitivity-plot"), "sensitivity"));
  const criticals = criticalMarks();
  const marks = [...criticals, ...sensitivityMarks()];
  const solved = !isReaching() && problem().resolution !== null && marks.some(mark => mark.y?.some(value => value <= problem().resolution));
  const [low, high] = extent(marks.flatMap(mark => [...mark.y ?? [], ...mark.low ?? [], ...mark.high ?? []]), true);
  const rates = [...new Set(sensitivities().flatMap(each => each.rates))].sort((a, b) => a - b);
  const at = (each, rate) => each.rates.indexOf(rate);
  chart("sensitivity-plot", {
    view: problem().name, x: {title: say("learning rate"), isLog: true}, y: {title: sensitivityName(), isLog: true, domain: [low * (high / low) ** -0.08, high * (high / low) ** (0.04 + 0.07 * criticals.length)]},
    marks: [...(solved ? [{kind: "floor", at: problem().resolution, text: ""}] : []), ...marks], steps: rates,
    reading: rate => ({title: say("learning rate {0}", brief(rate)), rows: sensitivities().filter(each => at(each, rate) >= 0).map(each => {
      const i = at(each, rate);
      return {look: lookOf(each.updater), name: each.updater, y: drawnAt(each.median[i]), value: medianTold(each, i)};
    })}),
    summary: say("{0} by learning rate. {1}.", sensitivityName(), sensitivities().map(each => say("{0} is ranked at {1}", each.updater, brief(each.chosen ?? null))).join(", ")),
    table: () => ({columns: [say("learning rate"), ...sensitivities().map(each => each.updater)], numeric: [true, ...sensitivities().map(() => true)],
      rows: rates.map(rate => [brief(rate), ...sensitivities().map(each => at(each, rate) < 0 ? "–" : medianTold(each, at(each, rate)))])})});
  byId("sensitivity-caption").textContent = say(isReaching() && problem().verdict.counted
    ? "Each point is a learning rate, its bar the middle half of the seeds; the ring is the rate in the table, a cross missed the target on at least half of them. A wide flat valley is easy to tune."
    : "Each point is a learning rate, its bar the middle half of the seeds; the ring is the rate in the table, a cross diverged on at least half of them. A wide flat valley is easy to tune.");
}

/** A cell for each updater and learning rate, the darker the lower. */
function drawGrid() {
  const lines = sensitivities();
  byId("grid").hidden = problem().sensitivities.length === 0;
  if (byId("grid").hidden) return;
  const rates = [...new Set(lines.flatMap(each => each.rates))].sort((a, b) => a - b);
  const value = (each, rate) => { const i = each.rates.indexOf(rate); return i < 0 ? undefined : drawnAt(each.median[i]); };
  const [low, high] = extent(lines.flatMap(each => each.median.map(drawnAt)), true).map(Math.log10);
  const dark = number => number === null || !(number > 0) ? 0 : 1 - (Math.log10(number) - low) / (high - low);
  byId("grid-table").replaceChildren(element("div", {class: "wide", tabindex: 0, role: "region", "aria-label": "Every learning rate"}, element("table", {class: "map"},
    element("thead", {}, element("tr", {}, element("th", {}, say("updater")), rates.map(rate => element("th", {class: "number"}, brief(rate))))),
    element("tbody", {}, lines.map(each => element("tr", {}, element("th", {scope: "row"}, sample(lookOf(each.updater)), each.updater), rates.map(rate => {
      const number = value(each, rate);
      const share = number === undefined ? 0 : dark(number);
      return element("td", {class: "number", style: number === undefined || number === null ? null : `background: color-mix(in srgb, var(--accent) ${Math.round(share * 40)}%, var(--panel))`},
        number === undefined ? "" : number === null ? "✕" : !isReaching() && problem().resolution !== null && number <= problem().resolution ? say("solved") : brief(number));
    })))))));
}
