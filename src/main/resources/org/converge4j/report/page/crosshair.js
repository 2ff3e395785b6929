/** What a mouse, a finger and the keyboard do on a chart: point at a place, move along it, and zoom in. */

/** The nearest place at which the crosshair can stand. */
function nearest(id, pixel) {
  const {spec, frame} = charts.get(id);
  const distance = step => Math.abs(frame.x(step) - pixel);
  return spec.steps.filter(step => !spec.x.isLog || step > 0).reduce((best, step) => distance(step) < distance(best) ? step : best);
}

/** Stands at a place of the chart, and tells what all lines are there. */
function point(id, step) {
  const drawn = charts.get(id);
  const {spec, frame, cross, reading} = drawn;
  const at = frame.x(step);
  if (at < frame.left - 1 || at > frame.right + 1) return leave(id);
  const told = spec.reading(step);
  drawn.at = step;
  cross.replaceChildren(shape("path", {d: `M${at},${frame.top}V${frame.bottom}`, stroke: css("--quiet"), "stroke-width": 1}),
    ...told.rows.filter(row => row.y !== null && row.y !== undefined).map(row => symbol("circle", at, frame.y(within(frame.y, row.y)), 4, colour(row.look))));
  reading.replaceChildren(element("b", {}, told.title), ...told.rows.map(row => element("div", {}, sample(row.look), element("span", {}, row.name), element("b", {}, row.value))));
  reading.hidden = false;
  const left = at < (frame.left + frame.right) / 2 ? at + 12 : at - reading.offsetWidth - 12;
  reading.style.left = `${Math.max(0, Math.min(left, drawn.width - reading.offsetWidth))}px`;
  spec.onpoint?.(step);
}

function leave(id) {
  const drawn = charts.get(id);
  if (drawn.at === undefined) return;
  drawn.at = undefined;
  drawn.cross.replaceChildren();
  drawn.reading.hidden = true;
  drawn.spec.onpoint?.(null);
}

/** Zooms into a part of the x axis; out of it without one. */
function zoom(id, domain) {
  charts.get(id).zoom = domain;
  leave(id);
  render(id);
}

function listen(id) {
  const place = byId(id);
  const at = event => event.clientX - place.getBoundingClientRect().left;
  const isPointed = () => charts.get(id).spec.steps?.length > 0 && charts.get(id).frame !== undefined;
  let start = null;
  place.tabIndex = 0;
  place.addEventListener("pointerdown", event => { start = event.pointerType === "mouse" && event.button === 0 ? at(event) : null; if (start === null && isPointed()) point(id, nearest(id, at(event))); });
  place.addEventListener("pointermove", event => {
    if (!isPointed()) return;
    point(id, nearest(id, at(event)));
    const {cross, frame} = charts.get(id);
    if (start !== null && Math.abs(at(event) - start) > 6) {
      cross.append(shape("rect", {x: Math.min(start, at(event)), y: frame.top, width: Math.abs(at(event) - start), height: frame.bottom - frame.top, fill: css("--accent"), "fill-opacity": 0.15}));
    }
  });
  place.addEventListener("pointerup", event => {
    if (start !== null && isPointed() && Math.abs(at(event) - start) > 6) {
      const {frame} = charts.get(id);
      zoom(id, [start, at(event)].sort((a, b) => a - b).map(pixel => frame.x.invert(Math.min(Math.max(pixel, frame.left), frame.right))));
    }
    start = null;
  });
  place.addEventListener("pointerleave", event => { start = null; if (event.pointerType === "mouse") leave(id); });
  place.addEventListener("dblclick", () => zoom(id, null));
  place.addEventListener("blur", () => leave(id));
  place.addEventListener("keydown", event => {
    if (event.key === "Escape") return leave(id);
    const forth = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!forth || !isPointed()) return;
    event.preventDefault();
    const {spec, at: now} = charts.get(id);
    const next = now === undefined ? (forth > 0 ? 0 : spec.steps.length - 1) : spec.steps.indexOf(now) + forth * (event.shiftKey ? 10 : 1);
    point(id, spec.steps[Math.min(Math.max(next, 0), spec.steps.length - 1)]);
  });
}
