/** Puts the page together. */

/** The answers of all problems while they are few; of the present one otherwise. */
function drawHeader() {
  const shown = data.problems.length <= 3 ? data.problems : [problem()];
  byId("question").textContent = data.question;
  byId("answers").replaceChildren(element("p", {class: "answer"}, data.answer.sentence), ...shown.filter(each => each.answer !== "").map(each => element("p", {class: "evidence"}, each.answer)));
  byId("caveats").replaceChildren(...[...data.caveats, ...problem().caveats].map(text => element("li", {}, prose(text))));
}

function drawSentences() {
  const sentences = [...data.across, ...problem().more];
  byId("more").hidden = sentences.length === 0;
  byId("sentences").replaceChildren(...sentences.map(text => element("li", {}, prose(text))));
}

function drawProblems() {
  byId("problems").replaceChildren(...(data.problems.length < 2 ? [] : [choices("Problem",
    data.problems.map(each => [each.name, each.name]), problem().name, name => change({problem: name, trial: "", plane: "0", step: ""}))]));
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

/** The first screen at once, what lies below it in the next moment, so that the page answers early. */
const first = [drawHeader, drawProblems, drawRanking, drawLegend, drawSensitivity, drawConvergence];
const below = [drawSentences, drawLandscape, drawWinner, drawLadder, drawGrid, drawTheory, drawTuning, drawProfile, drawPairs, drawTrials, drawDiverged];
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

readAddress();
drawBackground();
drawUpdaters();
draw();
window.addEventListener("hashchange", () => { readAddress(); draw(); });
darkScheme.addEventListener("change", () => { drawUpdaters(); draw(); });
