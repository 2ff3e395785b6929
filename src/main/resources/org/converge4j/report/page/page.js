/** Puts the page together. */

function drawSentences() {
  const sentences = [...data.across, ...problem().more];
  byId("more").hidden = sentences.length === 0;
  byId("sentences").replaceChildren(...sentences.map(text => element("li", {}, prose(text))));
}

function drawProblems() {
  byId("problems").replaceChildren(...(data.problems.length < 2 ? [] : [choices("Problem",
    data.problems.map(each => [each.name, each.name]), problem().name, name => change({problem: name, trial: "", plane: "0", step: "", from: "", rates: ""}))]));
}

function drawBackground() {
  byId("settings").replaceChildren(
    element("h3", {}, "Training"), definitions(data.settings),
    ...data.problems.flatMap(each => [element("h3", {}, `Problem ${each.name}`), definitions(each.data)]),
    ...data.environments.flatMap((environment, i) => [
      element("h3", {}, data.environments.length > 1 ? `Environment ${i + 1}` : "Environment"), definitions(environment)]));
  byId("commands").replaceChildren(...Object.entries(data.commands).flatMap(([command, purpose]) => [
    element("dt", {}, element("code", {}, command)), element("dd", {}, purpose)]));
}

/** A link to each part of the page that there is. */
function drawLinks() {
  const link = part => element("a", {href: `#${part.id}`, onclick: event => { event.preventDefault(); open(part); }}, (part.querySelector("h2, h3") ?? part).firstChild.textContent.trim());
  byId("links").replaceChildren(element("a", {href: "#top", onclick: event => { event.preventDefault(); open(byId("top")); }}, "Answer"),
    ...["landscape", "why", "use", "everything"].map(byId).filter(part => !part.hidden).map(link));
}

function open(part) {
  part.scrollIntoView({behavior: "smooth", block: "start"});
}

/** Unfolds everything, or folds it again. */
byId("unfold").onclick = () => {
  const parts = [...document.querySelectorAll("main > details")];
  const isFolded = parts.some(part => !part.open && !part.hidden);
  parts.forEach(part => { part.open = isFolded; });
  byId("unfold").textContent = isFolded ? "fold all" : "unfold all";
};

/** The first screen at once, what lies below it in the next moment, so that the page answers early. */
const first = [drawAnswer, drawProblems, drawLegend, drawSensitivity, drawConvergence, drawRanking];
const below = [drawSentences, drawLandscape, drawWinner, drawLadder, drawGrid, drawTheory, drawTuning, drawStrides, drawProfile, drawPairs, drawTrials, drawDiverged, drawLinks];
let waiting = 0;

function draw() {
  first.forEach(part => part());
  document.body.dataset.drawn = "first";
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    below.forEach(part => part());
    document.body.dataset.drawn = "all";
  });
}

/** Where nothing is ranked, the picture is the answer. */
if (data.answer.kind === "NOT_RANKED" && data.problems.some(each => each.landscape !== null)) byId("result").before(byId("landscape"));

readAddress();
drawBackground();
drawUpdaters();
draw();
window.addEventListener("hashchange", () => { readAddress(); draw(); });
darkScheme.addEventListener("change", () => { drawUpdaters(); draw(); });
