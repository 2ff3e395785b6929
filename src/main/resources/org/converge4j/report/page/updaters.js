/** What each updater computes, beside the article's equation, with the measured distance. */

function equation(lines) {
  return element("div", {class: "equation"}, lines.map(text => element("div", {}, math(text))));
}

/** A text with its addresses as links; following one is the reader's doing, the page itself fetches nothing. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s)]+)/).map((part, i) => i % 2 ? element("a", {href: part, rel: "noopener noreferrer"}, part) : part);
}

/** One line an updater: what it computes and how far that is from the article; all else unfolds. */
function updaterCard(updater) {
  const rows = [];
  if (updater.article.length) rows.push([say("the article"), equation(updater.article)]);
  if (updater.distances.length) rows.push([say("measured distance"), element("ul", {}, updater.distances.map(text => element("li", {}, text)))]);
  if (updater.differs.length) rows.push([say("differs"), element("ul", {}, updater.differs.map(text => element("li", {}, text)))]);
  if (updater.settings.length) rows.push([say("settings here"), element("ul", {}, updater.settings.map(text => element("li", {}, text)))]);
  if (updater.source) rows.push([say("source"), linked(updater.source)]);
  return element("details", {class: "card"},
    element("summary", {}, element("h3", {}, sample(updater.look), updater.name), element("div", {}, updater.equation.length ? explained(updater) : updater.about),
      element("span", {class: "lead"}, updater.distances.length === 1 ? say("distance from the article: {0}", updater.distances[0].split(/: |：/).at(-1)) : updater.about)),
    element("p", {}, updater.about),
    element("dl", {}, rows.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])));
}

function drawUpdaters() {
  byId("updater-cards").replaceChildren(...data.updaters.map(updaterCard));
}
