/** Puts the page together. */

function drawSentences() {
  const sentences = [...data.across, ...problem().more];
  byId("more").hidden = sentences.length === 0;
  byId("sentences").replaceChildren(...sentences.map(text => element("li", {}, prose(text))));
}

function drawProblems() {
  byId("problems").replaceChildren(...(data.problems.length < 2 ? [] : [choices(say("Problem"),
    data.problems.map(each => [each.name, each.name]), problem().name, name => change({problem: name, trial: "", plane: "0", step: "", from: "", rates: ""}))]));
}

function drawBackground() {
  byId("settings").replaceChildren(
    element("h3", {}, say("Training")), definitions(data.settings),
    ...data.problems.flatMap(each => [element("h3", {}, say("Problem {0}", each.name)), definitions(each.data)]),
    ...data.environments.flatMap((environment, i) => [
      element("h3", {}, data.environments.length > 1 ? say("Environment {0}", i + 1) : say("Environment")), definitions(environment)]));
  byId("commands").replaceChildren(...data.commands.flatMap(({name, value}) => [
    element("dt", {}, element("code", {}, name)), element("dd", {}, value)]));
}

/** A link to each part of the page that there is. */
function drawLinks() {
  const link = part => element("a", {href: `#${part.id}`, onclick: event => { event.preventDefault(); open(part); }}, (part.querySelector("h2, h3") ?? part).firstChild.textContent.trim());
  byId("links").replaceChildren(element("a", {href: "#top", onclick: event => { event.preventDefault(); open(byId("top")); }}, say("Answer")),
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
  byId("unfold").textContent = say(isFolded ? "fold all" : "unfold all");
};

/** The first screen at once, what lies below it in the next moment, so that the page answers early. */
const first = [drawAnswer, drawProblems, drawLegend, drawSensitivity, drawConvergence, drawRanking];
const below = [drawSentences, drawLandscape, drawWinner, drawLadder, drawGrid, drawTheory, drawTuning, drawStrides, drawProfile, drawPairs, drawTrials, drawDiverged, drawLinks];
let waiting = 0;

/** A switch between the languages. */
function drawLanguages() {
  byId("languages").replaceChildren(choices("Language", [["en", "English"], ["zh", "中文"]], language, chosen => { stop(); change({language: chosen}); }));
}

/** Turns all that is said to the language of the state. */
function turn() {
  data = spoken(report, state.language);
  speak(state.language);
  drawLanguages();
  drawBackground();
  drawUpdaters();
}

function draw() {
  if (state.language !== language) turn();
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
turn();
draw();
window.addEventListener("hashchange", () => { readAddress(); draw(); });
darkScheme.addEventListener("change", () => { drawUpdaters(); draw(); });
