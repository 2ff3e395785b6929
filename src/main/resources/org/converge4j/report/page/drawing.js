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
    const at = x(mark.at[0]);
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

/** The names of lines beside their ends, one under the other where ends meet; that of a line which ends early stands where it does. */
function endNames(marks, frame) {
  const {right, top, bottom} = frame;
  const room = TEXT + 2;
  const ends = marks.filter(mark => mark.end).flatMap(mark => {
    const last = places(mark, frame).filter(([x]) => x <= right + 1).at(-1);
    return last ? [{x: last[0], y: last[1], at: Math.min(Math.max(last[1], top), bottom), text: endOf(mark, frame.width), ink: mark.endInk ?? mark.pen.stroke}] : [];
  });
  const early = ends.filter(end => end.x < right - 30).sort((a, b) => b.at - a.at);
  early.forEach((end, i) => {
    const below = early.slice(0, i).filter(other => Math.abs(other.x - end.x) < Math.max(breadth(other.text), breadth(end.text)) + 6);
    const above = Math.min(end.at, ...below.map(other => other.at - room));
    end.at = above < top + TEXT ? Math.max(end.at + TEXT, ...below.map(other => other.at + room)) : above; // not over the axis's title
  });
  const last = ends.filter(end => end.x >= right - 30).sort((a, b) => a.at - b.at);
  for (let i = 1; i < last.length; i++) last[i].at = Math.max(last[i].at, last[i - 1].at + room);
  for (let i = last.length - 1, most = bottom; i >= 0; most = last[i].at - room, i--) last[i].at = Math.min(last[i].at, most);
  const beside = end => end.x + 5 + breadth(end.text) > right ? [end.x - 5, "end"] : [end.x + 5, "start"];
  return [...early.map(end => letters(beside(end)[0], end.at - 3, end.text, {...halo(), class: "end", fill: end.ink, "text-anchor": beside(end)[1]})), ...last.map(end => [
    shape("path", {d: `M${end.x + 2},${end.y}L${right + 6},${end.at}`, stroke: end.ink, "stroke-width": 0.7, fill: "none"}),
    letters(right + 9, end.at + 4, end.text, {class: "end", fill: end.ink, "font-weight": 600})])];
}
