/** Puts the page together. */

function drawHeader() {
  byId("question").textContent = data.question;
  byId("answers").replaceChildren(...data.answers.map(text => element("p", {class: "answer"}, text)));
  byId("caveats").replaceChildren(...data.caveats.map(text => element("li", {}, text)));
  byId("facts").textContent = data.facts;
}

function drawProblems() {
  byId("problems").replaceChildren(...(data.problems.length < 2 ? [] : [choices("Problem",
    data.problems.map(each => [each.name, each.name]), problem().name, name => change({problem: name}))]));
}

function drawBackground() {
  byId("settings").replaceChildren(
    element("h3", {}, "Training"), definitions(data.settings),
    ...data.environments.flatMap((environment, i) => [
      element("h3", {}, data.environments.length > 1 ? `Environment ${i + 1}` : "Environment"), definitions(environment)]));
  byId("commands").replaceChildren(...Object.entries(data.commands).flatMap(([command, purpose]) => [
    element("dt", {}, element("code", {}, command)), element("dd", {}, purpose)]));
}

readAddress();
drawHeader();
drawBackground();
[drawProblems, drawLegend, drawRanking, drawConvergence, drawUpdaters].forEach(onChange);
draw();
window.addEventListener("hashchange", () => { readAddress(); draw(); });
darkScheme.addEventListener("change", draw);
