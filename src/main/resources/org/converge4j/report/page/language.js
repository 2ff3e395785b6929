/** The language of the page. Its own words stand in its scripts and markup in English, and in page.zh.json in Chinese, by the English. */

const words = JSON.parse(byId("words").textContent);

let language = document.documentElement.lang;

/** What the page says for an English text whose gaps {0}, {1}, … are then filled. */
function say(english, ...parts) {
  const text = language === "en" ? english : words[english] ?? english;
  return text.replace(/\{(\d)}/g, (gap, i) => parts[i]);
}

/** Each static text of the page, and how it is changed. */
const spots = [];

function gather() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT,
    node => ["SCRIPT", "NOSCRIPT"].includes(node.parentNode.nodeName) || node.nodeValue.trim() === "" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const spot = node;
    const [before, after] = [/^\s/.test(node.nodeValue) ? " " : "", /\s$/.test(node.nodeValue) ? " " : ""];
    spots.push([node.nodeValue.trim().replace(/\s+/g, " "), text => { spot.nodeValue = before + text + after; }]);
  }
  for (const labelled of document.querySelectorAll("body [aria-label]")) {
    spots.push([labelled.getAttribute("aria-label"), text => labelled.setAttribute("aria-label", text)]);
  }
}

gather();

/** Turns the static texts of the page to a language. */
function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  spots.forEach(([english, put]) => put(say(english)));
}
