/** Tables of texts that the report has already worded. */

const sorting = {column: -1, down: false, filter: ""};

/** A table; rows may be given in another order than they have in the data, with their index there. */
function table(content, name, {rows = content.rows.map((cells, i) => i), look, onrow, chosen, onhead, lead = 0, explained = false} = {}) {
  const side = i => content.numeric[i] ? "number" : null;
  const row = r => element("tr", {
    class: onrow ? "clickable" : null, tabindex: onrow ? 0 : null, "aria-selected": onrow ? String(r === chosen) : null,
    ...(onrow ? {onclick: () => onrow(r), onkeydown: event => { if (event.key === "Enter") onrow(r); }} : {})},
  content.rows[r].map((cell, i) => i === lead
    ? element("th", {scope: "row"}, look ? sample(look(r)) : null, cell)
    : element("td", {class: side(i)}, cell)));
  const head = (heading, i) => element("th", {scope: "col", class: side(i),
    "aria-sort": onhead && sorting.column === i ? (sorting.down ? "descending" : "ascending") : null},
  onhead ? element("button", {type: "button", class: "sort", onclick: () => onhead(i)}, heading) : explained ? term(content.keys[i], heading) : heading);
  return element("div", {class: "wide", tabindex: 0, role: "region", "aria-label": name},
    element("table", {}, element("thead", {}, element("tr", {}, content.columns.map(head))),
      element("tbody", {}, rows.map(row))));
}

/** What the first screen leaves to the table of everything. */
const secondary = new Set(["quartiles", "decades", "runs", "failed", "state"]);

/** The places that a rank such as 1–3 leaves open, of so many. */
function rankBar(text, count) {
  const [low, high = low] = text.split("–").map(Number);
  if (!Number.isFinite(low)) return text;
  return element("span", {class: "ranks", title: say("place {0} of {1}", text, count)}, element("span", {class: "bar", style: `left: ${70 * (low - 1) / count}px; width: ${70 * (high - low + 1) / count}px`}), element("span", {}, text));
}

/** At most six columns of the ranking: what decides before what describes. */
function shortRanking() {
  const {keys, columns, numeric, rows} = problem().ranking;
  const says = i => !secondary.has(keys[i]) && !(keys[i] === "diverged" && rows.every(row => row[i] === "0 %"));
  const kept = columns.map((heading, i) => i).filter(says).slice(0, 6);
  const cell = (row, i) => keys[i] === "rank" ? rankBar(row[i], rows.length) : row[i];
  return {keys: kept.map(i => keys[i]), columns: kept.map(i => columns[i]), numeric: kept.map(i => numeric[i] && keys[i] !== "rank"), rows: rows.map(row => kept.map(i => cell(row, i)))};
}

/** Shows the runs of a trial in the convergence chart, or no longer, and brings that into view. */
function pick(trial) {
  const isPicked = trial.label === state.trial;
  change({trial: isPicked ? "" : trial.label});
  if (!isPicked) byId("convergence").scrollIntoView({block: "nearest"});
}

/** How many trials and runs there are, which is said of one problem only where it is the only one. */
const wholeSize = () => data.facts === "" || data.problems.length < 2 ? data.facts : `${say("all problems together:")} ${data.facts}`;

function drawRanking() {
  const shown = problem();
  const short = shortRanking();
  const lead = short.keys.indexOf("updater");
  const names = shown.ranking.keys.indexOf("updater");
  const look = r => lookOf(shown.ranking.rows[r][names]);
  byId("ranking").replaceChildren(
    element("p", {class: "lead"}, element("b", {}, shown.name), " · ", [shown.facts, wholeSize()].filter(text => text !== "").join(" · ")),
    table(short, say("Ranking"), {lead, look, explained: true,
      chosen: shown.chosen.findIndex(i => i >= 0 && shown.trials[i] === picked()), onrow: r => { if (shown.chosen[r] >= 0) pick(shown.trials[shown.chosen[r]]); }}));
  byId("whole-ranking").replaceChildren(element("div", {class: "line"}, element("span", {}), csvButton(shown.ranking, "ranking")),
    table(shown.ranking, say("The whole ranking"), {lead: names, look, explained: true}));
}

function drawLadder() {
  const shown = problem();
  byId("targets").hidden = shown.ladder.columns.length < 2;
  const tables = [
    [shown.ladder, say("Steps to each target"), say(shown.counted === "step" ? "Median steps over the seeds, and how many of them got there. A percentage is of the excess that the run began with."
      : "Median gradients over the seeds, and how many of them got there. A percentage is of the excess that the run began with.")],
    [shown.expected, say("Expected running time"), say(shown.counted === "step" ? "All steps taken, misses included, over the successes: what it takes to get there when runs are repeated until one does."
      : "All gradients taken, misses included, over the successes: what it takes to get there when runs are repeated until one does.")],
    [shown.budgets, say("Smaller budgets"), say("Median {0} that smaller budgets would have bought, at the same settings.", valueName())]];
  byId("ladder").replaceChildren(...tables.flatMap(([content, name, text]) => [element("p", {class: "lead"}, text),
    table(content, name, {look: r => lookOf(content.rows[r][0])})]));
}

/** Numbers by size, everything else by the alphabet. */
function compare(a, b) {
  const difference = numberIn(a) - numberIn(b);
  return Number.isNaN(difference) ? (numberIn(a) === numberIn(b) ? 0 : a.localeCompare(b, "en")) : difference;
}

function trialRows() {
  const {rows} = problem().table;
  const words = sorting.filter.toLowerCase().split(/\s+/);
  const kept = rows.map((row, i) => i).filter(i => words.every(word => rows[i].join(" ").toLowerCase().includes(word)));
  if (sorting.column < 0) return kept;
  return kept.sort((a, b) => (sorting.down ? -1 : 1) * compare(rows[a][sorting.column], rows[b][sorting.column]));
}

function drawTrials() {
  const shown = problem();
  const redraw = () => holder.replaceChildren(table(shown.table, say("Every trial"), {
    rows: trialRows(),
    look: r => lookOf(shown.trials[r].updater),
    chosen: shown.trials.indexOf(picked()),
    onrow: r => pick(shown.trials[r]),
    onhead: i => { Object.assign(sorting, {column: i, down: sorting.column === i && !sorting.down}); redraw(); }}));
  const holder = element("div", {class: "tall"});
  byId("trial-table").replaceChildren(element("div", {class: "line"},
    element("input", {type: "search", placeholder: say("filter"), "aria-label": say("Filter trials"), value: sorting.filter,
      oninput: event => { sorting.filter = event.target.value; redraw(); }}),
    csvButton(shown.table, "trials")), holder);
  redraw();
}

function drawDiverged() {
  const shown = problem();
  byId("diverged").hidden = shown.diverged.rows.length === 0;
  byId("diverged-table").replaceChildren(table(shown.diverged, say("What diverged")));
}
