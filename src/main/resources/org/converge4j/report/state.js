/** What the reader has chosen. It lives in the address after the #, so that a view can be sent. */

const data = JSON.parse(byId("data").textContent);
const looks = new Map(data.updaters.map(updater => [updater.name, updater.look]));
const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

const presets = {problem: data.problems[0].name, y: "log", x: "linear", show: "bands", hidden: ""};
const state = {...presets};
const listeners = [];

/** The colour of a look on the present background. */
const colour = look => darkScheme.matches ? look.dark : look.light;

/** The problem that the page shows. */
const problem = () => data.problems.find(candidate => candidate.name === state.problem) ?? data.problems[0];

/** The labels of the trials that the legend has switched off. */
const hidden = () => new Set(state.hidden === "" ? [] : state.hidden.split(" ").map(decodeURIComponent));

function readAddress() {
  Object.assign(state, presets);
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
    if (key in presets) state[key] = value;
  }
  state.problem = problem().name;
}

/** Changes the state, the address and all that is drawn. */
function change(values) {
  Object.assign(state, values);
  const changed = new URLSearchParams();
  for (const key of Object.keys(presets)) {
    if (state[key] !== presets[key]) changed.set(key, state[key]);
  }
  history.replaceState(null, "", changed.size ? "#" + changed : location.pathname + location.search);
  draw();
}

/** Shows or hides a trial in every chart. */
function toggle(label) {
  const labels = hidden();
  if (!labels.delete(label)) labels.add(label);
  change({hidden: [...labels].map(encodeURIComponent).join(" ")});
}

/** Calls the listener now and after every change. */
function onChange(listener) {
  listeners.push(listener);
}

function draw() {
  listeners.forEach(listener => listener());
}
