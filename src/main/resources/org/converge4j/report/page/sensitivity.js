/** How the final value depends on the learning rate: a line per updater, and a heat map of the whole grid. */

function sensitivities() {
  const off = hidden();
  return problem().sensitivities.filter(each => !off.has(each.updater));
}

/** Where points that diverged on at least half of the seeds are drawn: above all others. */
function ceiling(lines) {
  const finite = lines.flatMap(each => each.upper.concat(each.median)).filter(value => value !== null);
  return finite.length ? Math.max(...finite) * 3 : 1;
}

/** Whether decades alone are ticks enough for the learning rates. */
function spansDecades() {
  const rates = problem().sensitivities.flatMap(each => each.rates);
  return Math.max(...rates) >= 100 * Math.min(...rates);
}

function sensitivityTraces() {
  const top = ceiling(problem().sensitivities);
  return sensitivities().flatMap(each => {
    const look = lookOf(each.updater);
    const hue = colour(look);
    const middle = each.median.map(value => value ?? top);
    const at = each.rates.indexOf(each.chosen);
    const text = each.rates.map((rate, i) =>
      `median ${told(each.median[i])}<br>quartiles ${told(each.lower[i])} – ${told(each.upper[i])}<br>` +
      `diverged ${Math.round(100 * each.diverged[i])} %`);
    const curve = {type: "scatter", mode: "lines+markers", name: each.updater, x: each.rates, y: middle, text,
      line: {color: hue, width: 2, dash: look.dash.toLowerCase()},
      marker: {color: hue, size: 6, symbol: each.median.map(value => value === null ? "x" : "circle")},
      error_y: {type: "data", symmetric: false, color: hue, thickness: 1, width: 0,
        array: each.upper.map((value, i) => (value ?? middle[i]) - middle[i]),
        arrayminus: each.lower.map((value, i) => middle[i] - (value ?? middle[i]))},
      hovertemplate: "learning rate %{x:.4~g}<br>%{text}<extra>%{fullData.name}</extra>"};
    const ring = {type: "scatter", mode: "markers", x: [each.chosen], y: [middle[at]], hoverinfo: "skip", name: each.updater,
      showlegend: false, marker: {size: 14, color: "rgba(0,0,0,0)", line: {color: hue, width: 2}}};
    return at < 0 ? [curve] : [curve, ring];
  });
}

/** Upright lines where theory says that an updater stops to converge. */
function criticalTraces() {
  const off = hidden();
  const values = problem().sensitivities.flatMap(each => each.median.filter(value => value > 0));
  const [low, high] = [Math.min(...values), ceiling(problem().sensitivities)];
  const at = exponent => low * (high / low) ** exponent; // points all along the line, so that it can be pointed at
  const marks = Array.from({length: 21}, (_, i) => at(i / 20));
  return problem().theory.filter(each => !off.has(each.updater)).map(each => ({type: "scatter", mode: "lines",
    name: `${each.updater}, critical rate`, x: marks.map(() => each.critical), y: marks,
    line: {color: colour(lookOf(each.updater)), width: 1.5, dash: "dot"},
    hovertemplate: `diverges from learning rate ${brief(each.critical)} on;<br>converges fastest at ${brief(each.best)}<extra>${"%{fullData.name}"}</extra>`}));
}

function drawSensitivity() {
  const some = problem().sensitivities.length > 0;
  byId("sensitivity").hidden = !some;
  byId("charts").classList.toggle("pair", some);
  if (!some) return;
  byId("sensitivity-switches").replaceChildren(...pictureButtons("sensitivity-plot", "sensitivity"));
  plot("sensitivity-plot", [...criticalTraces(), ...sensitivityTraces()], layout(axis("learning rate", "log", spansDecades()), axis("final " + valueName(), "log")));
}

function drawGrid() {
  const lines = sensitivities();
  byId("grid").hidden = problem().sensitivities.length === 0;
  if (byId("grid").hidden) return;
  const rates = [...new Set(lines.flatMap(each => each.rates))].sort((a, b) => a - b);
  const cell = (each, rate) => each.rates.indexOf(rate);
  const values = lines.map(each => rates.map(rate => each.median[cell(each, rate)] ?? null));
  const tried = lines.flatMap(each => rates.filter(rate => cell(each, rate) >= 0 && each.median[cell(each, rate)] === null)
    .map(rate => [brief(rate), each.updater]));
  const heat = {type: "heatmap", x: rates.map(brief), y: lines.map(each => each.updater),
    z: values.map(row => row.map(value => value > 0 ? Math.log10(value) : null)),
    customdata: values.map(row => row.map(brief)), colorscale: "Viridis", xgap: 2, ygap: 2, hoverongaps: false,
    colorbar: {title: {text: "log₁₀"}, thickness: 12, outlinewidth: 0},
    hovertemplate: "%{y}, learning rate %{x}<br>median %{customdata}<extra></extra>"};
  const crosses = {type: "scatter", mode: "markers", x: tried.map(each => each[0]), y: tried.map(each => each[1]),
    marker: {symbol: "x", size: 9, color: css("--quiet")}, hovertemplate: "%{y}, learning rate %{x}<br>diverged<extra></extra>"};
  byId("grid-plot").style.height = `${110 + 34 * lines.length}px`;
  plot("grid-plot", [heat, crosses], layout({...axis("learning rate", "category"), showgrid: false},
    {...axis("", "category"), showgrid: false, autorange: "reversed"}));
}
