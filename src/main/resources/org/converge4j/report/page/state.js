/** What the reader has chosen. It lives in the address after the #, so that a view can be sent. */

/** What the report says, in all languages. */
const report = JSON.parse(byId("data").textContent);

/** The report's data in one language: what is said in several is an object with one text each. */
function spoken(value, language) {
  if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(each => spoken(each, language));
  if (value === null || typeof value !== "object") return value;
  if (typeof value.en === "string" && typeof value.zh === "string") return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spoken(each, language)]));
}

let data = spoken(report, language);
const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

const presets = {problem: data.problems[0].name, y: "log", x: data.problems.some(each => each.counted === "gradient") ? "gradients" : data.problems.every(each => each.goal !== null) ? "log" : "linear", show: "medians", of: "", by: "target", hidden: "", trial: "", profile: "",
  plane: "0", step: "", language, from: "", rates: "", rule: "", starts: ""};
const state = {...presets};

/** The colour of a look on the present background. */
const colour = look => darkScheme.matches ? look.dark : look.light;

/** The look of an updater. */
const lookOf = updater => data.looks[updater];

/** The problem that the page shows. */
const problem = () => data.problems.find(candidate => candidate.name === state.problem) ?? data.problems[0];

/** The names of the updaters that the legend has switched off. */
const hidden = () => new Set(state.hidden === "" ? [] : state.hidden.split(" ").map(decodeURIComponent));

/** The trial whose runs are shown, if the reader has picked one. */
const picked = () => problem().trials.find(trial => trial.label === state.trial);

function readAddress() {
  Object.assign(state, presets);
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
    if (key in presets) state[key] = value;
  }
  if (!["en", "zh"].includes(state.language)) state.language = presets.language;
  state.problem = problem().name;
}

/** Changes the state and the address. */
function remember(values) {
  Object.assign(state, values);
  const changed = new URLSearchParams();
  for (const key of Object.keys(presets)) {
    if (state[key] !== presets[key]) changed.set(key, state[key]);
  }
  history.replaceState(null, "", changed.size ? "#" + changed : location.pathname + location.search);
}

/** Changes the state, the address and all that is drawn. */
function change(values) {
  remember(values);
  draw();
}

/** Shows or hides an updater in every chart. */
function toggle(updater) {
  const names = hidden();
  if (!names.delete(updater)) names.add(updater);
  change({hidden: [...names].map(encodeURIComponent).join(" ")});
}
