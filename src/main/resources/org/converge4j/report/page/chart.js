/** A chart: two axes, marks on them, and a crosshair that tells all values at a place. Scales and curves are D3's. */

const charts = new Map();

/** The least and greatest of the numbers; on a logarithmic axis, of those above 0. */
function extent(values, isLog) {
  const drawn = values.filter(value => Number.isFinite(value) && (!isLog || value > 0));
  if (drawn.length === 0) return isLog ? [0.1, 1] : [0, 1];
  const low = drawn.reduce((a, b) => Math.min(a, b));
  const high = drawn.reduce((a, b) => Math.max(a, b));
  if (low < high) return [low, high];
  return isLog ? [low / 2, high * 2] : [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
}

/**
 * Draws a chart, or draws it again, and once more whenever its place changes its size.
 *
 * x, y: {title, isLog, domain, text(value)}; bands: names of rows in place of the y axis; marks: see kinds;
 * steps: where the crosshair can stand; reading(step): what it tells there, {title, rows: [{look, name, value, y}]};
 * summary: what the chart shows, in a sentence; table(): the same in numbers.
 */
function chart(id, spec) {
  const place = byId(id);
  if (!charts.has(id)) {
    charts.set(id, {zoom: null});
    new ResizeObserver(() => { if (isResized(place, charts.get(id))) render(id); }).observe(place);
    listen(id);
  }
  const drawn = charts.get(id);
  if (drawn.spec?.view !== spec.view) drawn.zoom = null;
  drawn.spec = spec;
  place.setAttribute("aria-label", spec.summary);
  drawNumbers(place, spec);
  render(id);
}

const isResized = (place, drawn) => place.clientWidth !== drawn.width || place.clientHeight !== drawn.height;

function render(id) {
  const place = byId(id);
  const drawn = charts.get(id);
  Object.assign(drawn, {width: place.clientWidth, height: place.clientHeight});
  if (drawn.width === 0) return;
  const {svg, frame} = drawing(drawn.spec, drawn.width, drawn.height, drawn.zoom);
  const cross = shape("g", {class: "cross"});
  svg.append(cross);
  const reading = element("div", {class: "reading", hidden: true});
  Object.assign(drawn, {frame, cross, reading});
  place.replaceChildren(svg, reading);
}

/** The drawing of a chart in so many pixels, and where its axes lie. */
function drawing(spec, width, height, zoom = null, top = 28) {
  const {x, y, marks, bands = []} = spec;
  const ends = Math.max(0, ...marks.filter(mark => mark.end).map(mark => breadth(endOf(mark, width), 600) + 14));
  const names = Math.max(0, ...bands.map(text => breadth(text) + 18));
  const isWide = names < width * 0.45; // else the names of rows stand inside, above their rows
  const frame = {right: width - Math.min(width * 0.46, Math.max(18, ends)), top, bottom: height - 42, isWide, width};
  const scale = (axis, domain, range) => (axis.isLog ? d3.scaleLog() : d3.scaleLinear()).domain(domain).range(range);
  frame.y = bands.length ? d3.scaleLinear([-0.5, bands.length - 0.5], [frame.top, frame.bottom])
    : scale(y, y.domain ?? extent(marks.flatMap(mark => [...mark.y ?? [], ...mark.low ?? [], ...mark.high ?? []]), y.isLog), [frame.bottom, frame.top]);
  frame.left = bands.length ? (isWide ? names : 10) : Math.max(64, ...upTicks(frame.y, y).map(({text}) => breadth(text) + 12));
  frame.x = scale(x, zoom ?? x.domain ?? extent(marks.flatMap(mark => mark.x ?? []), x.isLog), [frame.left, frame.right]);
  const clip = `clip-${++drawings}`;
  return {frame, svg: shape("svg", {width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", "font-family": getComputedStyle(document.body).fontFamily},
    shape("clipPath", {id: clip}, shape("rect", {x: frame.left - 1, y: top - 8, width: frame.right - frame.left + 8, height: frame.bottom - top + 9})),
    marks.filter(mark => mark.kind === "floor").map(mark => kinds.floor(mark, frame)), axes(spec, frame),
    shape("g", {"clip-path": `url(#${clip})`}, [false, true].flatMap(isNote => marks.filter(mark => mark.kind !== "floor" && (mark.kind === "note") === isNote)).map(mark => kinds[mark.kind](mark, frame))), marks.filter(mark => mark.kind === "floor").map(mark => floorName(mark, frame)), endNames(marks, frame))};
}

let drawings = 0;

/** Draws a chart as the reader sees it, in another size. */
const chartPicture = id => (width, height, top) => drawing(charts.get(id).spec, width, height, charts.get(id).zoom, top).svg;

/** Ticks at decades, or every so many of them; at 1, 2 and 5 of each where there are few; at round numbers on a short or linear axis. */
function ticks(scale, isLog, most) {
  if (!isLog) return scale.ticks(most);
  const [low, high] = scale.domain().map(Math.log10);
  const decades = d3.range(Math.ceil(low - 1e-9), high + 1e-9);
  const fives = d3.range(Math.floor(low), high + 1e-9).flatMap(exponent => [1, 2, 5].map(times => times * 10 ** exponent))
    .filter(value => Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9);
  if (decades.length < 3 && fives.length > 2 && fives.length <= most) return fives;
  if (decades.length < 2) return apart(scale, d3.scaleLinear(scale.domain(), [0, 1]).ticks(most).filter(value => value > 0), most);
  const each = Math.ceil(decades.length / most);
  return decades.filter(exponent => exponent % each === 0).map(exponent => 10 ** exponent);
}

/** Those of the values that a logarithmic axis leaves room for. */
function apart(scale, values, most) {
  const room = 0.6 * Math.abs(scale.range()[1] - scale.range()[0]) / most;
  return values.reduce((kept, value) => kept.length && Math.abs(scale(value) - scale(kept.at(-1))) < room ? kept : [...kept, value], []);
}

/** The ticks of an upright axis, with what stands at them. */
function upTicks(scale, axis) {
  const values = ticks(scale, axis.isLog, Math.max(2, Math.floor((scale.range()[0] - scale.range()[1]) / 38)));
  return tickTexts(values, axis).map((text, i) => ({value: values[i], text}));
}

function axes({x, y, bands}, frame) {
  const {left, right, top, bottom} = frame;
  const rule = (d, ink) => shape("path", {d, stroke: css(ink), fill: "none"});
  const along = ticks(frame.x, x.isLog, Math.max(2, Math.floor((right - left) / 72)));
  const below = tickTexts(along, x);
  const across = along.map((value, i) => [
    rule(`M${frame.x(value)},${top}V${bottom}`, "--grid"), letters(frame.x(value), bottom + 16, below[i], {class: "tick x", "text-anchor": "middle"})]);
  const row = (text, i) => frame.isWide ? letters(left - 8, frame.y(i) + 4, text, {"text-anchor": "end"}) : letters(left, frame.y(i - 0.5) + 12, text);
  const up = bands ? bands.map((text, i) => [row(text, i), rule(`M${left},${frame.y(i)}H${right}`, "--grid")])
    : upTicks(frame.y, y).map(({value, text}) => [
      rule(`M${left},${frame.y(value)}H${right}`, "--grid"), letters(left - 7, frame.y(value) + 4, text, {class: "tick y", "text-anchor": "end"})]);
  const title = bands ? [] : [letters(4, top - 12, y.title)];
  const room = 2 * Math.min((left + right) / 2, (frame.width ?? Infinity) - (left + right) / 2);
  const named = [x.title, x.short].find(text => text && breadth(text) <= room);
  return [across, up, title, rule(`M${left},${bottom}H${right}`, "--edge"), letters((left + right) / 2, bottom + 36, named ?? x.title, {"text-anchor": "middle"})];
}

/** A table of what a chart shows, behind it, for whoever reads numbers rather than lines. */
function drawNumbers(place, spec) {
  let details = place.parentNode.querySelector(".numbers");
  if (details === null) place.parentNode.append(details = element("details", {class: "numbers"}));
  const fill = () => details.replaceChildren(element("summary", {}, say("In numbers")), ...(details.open ? [table(spec.table(), spec.summary)] : []));
  details.ontoggle = fill;
  fill();
}
