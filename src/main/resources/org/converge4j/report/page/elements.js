/** Small helpers that make elements. Text only ever enters the page as text, never as markup. */

const byId = id => document.getElementById(id);

/** element("p", {class: "lead"}, "text", child): an element with attributes, listeners (onclick) and children. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return made;
}

/** A sentence; what stands between backticks is code. */
function prose(text) {
  return text.split("`").map((part, i) => i % 2 ? element("code", {}, part) : part);
}

/** A list of names and values. */
function definitions(pairs) {
  return element("dl", {class: "facts"}, pairs.map(({name, value}) => [element("dt", {}, name), element("dd", {}, value)]));
}

/** Buttons of which one is pressed. */
function choices(label, options, chosen, choose) {
  return element("span", {class: "choices", role: "group", "aria-label": label},
    options.map(([value, text]) => element("button",
      {type: "button", "aria-pressed": String(value === chosen), "data-value": value, onclick: () => choose(value)}, text)));
}

/** The sample of a line that legends show. */
function sample(look) {
  return shape("svg", {viewBox: "0 0 28 8", class: "sample", "aria-hidden": "true"}, shape("path", {d: "M0,4H28", ...pen(look, 3)}));
}
