/** Tables of texts that the report has already worded. */

function table(content, name, lead) {
  const side = i => content.numeric[i] ? "number" : null;
  return element("div", {class: "wide", tabindex: 0, role: "region", "aria-label": name},
    element("table", {},
      element("thead", {}, element("tr", {},
        content.columns.map((heading, i) => element("th", {scope: "col", class: side(i)}, heading)))),
      element("tbody", {}, content.rows.map((row, r) => element("tr", {},
        row.map((cell, i) => i === 0
          ? element("th", {scope: "row"}, lead(r), cell)
          : element("td", {class: side(i)}, cell)))))));
}

function drawRanking() {
  const shown = problem();
  byId("ranking").replaceChildren(
    element("p", {class: "lead"}, element("b", {}, shown.name), " · ", shown.facts),
    table(shown.table, "Result", row => sample(looks.get(shown.trials[row].updater))));
}
