/** What each updater computes, beside the article's equation, with the measured distance. */

function equation(lines) {
  return element("div", {class: "equation"}, lines.map(text => element("div", {}, math(text))));
}

/** A text with its addresses as links; following one is the reader's doing, the page itself fetches nothing. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s)]+)/).map((part, i) => i % 2 ? element("a", {href: part, rel: "noopener noreferrer"}, part) : part);
}

function updaterCard(updater) {
  const rows = [];
  if (updater.article.length) rows.push(["the article", equation(updater.article)]);
  if (updater.equation.length) rows.push([updater.article.length ? "DL4J computes" : "computes", equation(updater.equation)]);
  if (updater.distances.length) {
    rows.push(["measured distance", element("ul", {}, updater.distances.map(text => element("li", {}, text)))]);
  }
  if (updater.differs.length) {
    rows.push(["differs", element("ul", {}, updater.differs.map(text => element("li", {}, text)))]);
  }
  if (updater.settings.length) {
    rows.push(["settings here", element("ul", {}, updater.settings.map(text => element("li", {}, text)))]);
  }
  if (updater.source) rows.push(["source", linked(updater.source)]);
  return element("article", {class: "card"},
    element("h3", {}, sample(updater.look), updater.name),
    element("p", {}, updater.about),
    element("dl", {}, rows.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])));
}

function drawUpdaters() {
  byId("updater-cards").replaceChildren(...data.updaters.map(updaterCard));
}
