/** What is drawn: SVG elements, the strokes of updaters, and the marks that charts are made of. */

/** The size of a text in pixels. */
const TEXT = 12;

const ruler = document.createElement("canvas").getContext("2d");

/** How wide a text is, in pixels. */
function breadth(text, weight = 400) {
  ruler.font = `${weight} ${TEXT}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** shape("path", {d: …}): an element of a drawing. */
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return made;
}

const dashes = {SOLID: null, DASH: "7 4", DOT: "2 3", DASHDOT: "7 3 2 3"};

/** How an updater's line is stroked. */
const pen = (look, width = 2) => ({stroke: colour(look), "stroke-width": width, "stroke-dasharray": dashes[look.dash], fill: "none"});

const letters = (x, y, text, more = {}) => shape("text", {x, y, fill: css("--text"), "font-size": TEXT, ...more}, text);

/** Around letters that stand on lines. */
const halo = () => ({stroke: css("--panel"), "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"});

/** What lies at or beyond an end of a logarithmic axis is drawn at that end. */
const within = (scale, value) => scale.base ? Math.max(value, scale.domain()[0]) : value;

/** The points of a mark that can be drawn, in pixels, with their indices. */
function places(mark, {x, y}) {
  return mark.x.map((value, i) => i).filter(i => mark.y[i] !== null && !(x.base && mark.x[i] <= 0))
    .map(i => [x(mark.x[i]), y(within(y, mark.y[i])), i]);
}

function symbol(name, x, y, size, ink) {
  const paint = {fill: "none", stroke: ink, "stroke-width": 2};
  if (name === "cross") return shape("path", {d: `M${x - size},${y - size}l${2 * size},${2 * size}m0,${-2 * size}l${-2 * size},${2 * size}`, ...paint});
  if (name === "ring") return shape("circle", {cx: x, cy: y, r: size, ...paint});
  return shape("circle", {cx: x, cy: y, r: size, fill: ink, stroke: css("--paper"), "stroke-width": 0.8});
}

/** A mark of each kind; all carry the name of what they show. */
const kinds = {
  line(mark, frame) {
    const make = d3.line();
    if (mark.isStepped) make.curve(d3.curveStepAfter);
    return shape("path", {class: "line", "data-name": mark.name, opacity: mark.opacity, ...mark.pen, d: make(places(mark, frame).map(([x, y]) => [x, y]))});
  },
  area(mark, {x, y}) {
    const drawn = mark.x.map((value, i) => i).filter(i => mark.low[i] !== null && mark.high[i] !== null && !(x.base && mark.x[i] <= 0));
    return shape("path", {class: "area", "data-name": mark.name, fill: mark.ink, "fill-opacity": 0.16,
      d: d3.area(i => x(mark.x[i]), i => y(within(y, mark.low[i])), i => y(within(y, mark.high[i])))(drawn)});
  },
  points(mark, frame) {
    return shape("g", {class: "points", "data-name": mark.name, opacity: mark.opacity},
      places(mark, frame).map(([x, y, i]) => symbol(mark.symbols?.[i] ?? mark.symbol, x, y, mark.size ?? 3.5, mark.ink)));
  },
  bars(mark, {x, y}) {
    return shape("g", {class: "bars", "data-name": mark.name}, mark.x.map((value, i) => mark.low[i] === null || mark.high[i] === null ? null
      : shape("path", {d: `M${x(value)},${y(within(y, mark.low[i]))}V${y(within(y, mark.high[i]))}`, stroke: mark.ink})));
  },
  upright(mark, {x, top, bottom}) {
    return shape("path", {class: "upright", "data-name": mark.name, "data-at": mark.at, d: `M${x(mark.at)},${bottom}V${top}`, ...mark.pen});
  },
  level(mark, {y, left, right}) {
    return [shape("path", {class: "level", "data-name": mark.name, d: `M${left},${y(mark.at)}H${right}`, stroke: css("--text"), "stroke-width": 1.2, "stroke-dasharray": dashes.DASH, fill: "none"}),
      letters(right - 4, y(mark.at) - 4, [mark.text, mark.short].find(text => breadth(text) < right - left - 8) ?? "", {...halo(), class: "note", "text-anchor": "end"})];
  },
  floor(mark, {y, left, right, bottom}) {
    return shape("rect", {class: "floor", x: left, y: y(mark.at), width: right - left, height: Math.max(0, bottom - y(mark.at)), fill: css("--grid")});
  },
  note(mark, {x, y, left, right, top}) {
    const at = Math.min(x(mark.at[0]), right);
    const room = breadth(mark.text) + 5;
    const isRight = at + room > right; // then it stands on the left of its place, or as near to that as there is room
    return letters(isRight ? Math.max(at - 5, left + room) : at + 5, mark.row === undefined ? Math.max(top + 10, y(within(y, mark.at[1])) - 5) : top + 10 + mark.row * (TEXT + 3), mark.text, {...halo(), class: "note", fill: mark.ink, "text-anchor": isRight ? "end" : "start"});
  },
};

/** What a floor says, over all lines. */
function floorName(mark, {left, right, bottom}) {
  return letters(left + 6, bottom - 5, [mark.text, mark.short].find(text => text && breadth(text) < right - left - 6) ?? "", {...halo(), fill: css("--quiet")});
}

/** The name at a line's end, in a chart of so many pixels. */
const endOf = (mark, width) => width < 560 ? mark.endShort ?? mark.end : mark.end;

/** The names of lines beside their ends; where ends are near each other, one under the other in their order, each with a stroke to its own. */
function endNames(marks, frame) {
  const {right} = frame;
  const ends = marks.filter(mark => mark.end).flatMap(mark => {
    const last = places(mark, frame).filter(([x]) => x <= right + 1).at(-1);
    const text = endOf(mark, frame.width);
    return last ? [{x: last[0], y: last[1], text, breadth: breadth(text) + 14, ink: mark.endInk ?? mark.pen.stroke}] : [];
  }).sort((a, b) => a.x - b.x);
  const groups = [];
  for (const end of ends) {
    groups.at(-1)?.some(other => end.x - other.x < other.breadth) ? groups.at(-1).push(end) : groups.push([end]);
  }
  const isEarly = group => group.every(end => end.x + end.breadth < right);
  return [...groups.filter(isEarly).map(group => namesOf(group, group.at(-1).x, frame)), namesOf(groups.filter(group => !isEarly(group)).flat(), right, frame)];
}

/** The names of ends that are near each other, right of a place; those of lines that reach the chart's end are heavier. */
function namesOf(ends, from, {right, top, bottom}) {
  const room = TEXT + 2;
  ends.sort((a, b) => a.y - b.y);
  const rows = ends.map(end => Math.min(Math.max(end.y, top + (from < right ? TEXT : 0)), bottom)); // not over the axis's title
  for (let i = 1; i < rows.length; i++) rows[i] = Math.max(rows[i], rows[i - 1] + room);
  for (let i = rows.length - 1, most = bottom; i >= 0; most = rows[i] - room, i--) rows[i] = Math.min(rows[i], most);
  return ends.map((end, i) => [
    shape("path", {d: `M${end.x + 2},${end.y}L${from + 6},${rows[i]}`, stroke: end.ink, "stroke-width": 0.7, fill: "none"}),
    letters(from + 9, rows[i] + 4, end.text, {...(from < right ? halo() : {}), class: "end", fill: end.ink, ...(end.x < right - 30 ? {} : {"font-weight": 600})})]);
}
