/** The answer card: the sentence, a dot for each seed, and how sure that is. */

/** A dot a seed, filled where the first of two updaters is the better. */
function seedDots(rival) {
  const dot = kind => element("i", {class: `dot ${kind}`});
  const draws = rival.seeds - rival.wins - rival.losses;
  const row = (kind, count) => Array.from({length: count}, () => dot(kind));
  return element("div", {class: "dots", role: "img", style: `--one: ${colour(lookOf(rival.one))}; --other: ${colour(lookOf(rival.other))}`,
    "aria-label": say("{0} is better on {1} of {2} seeds, {3} on {4}", rival.one, rival.wins, rival.seeds, rival.other, rival.losses)},
  element("span", {}, `${rival.one} ${rival.wins}`), row("one", rival.wins), row("draw", draws), draws > 0 ? element("span", {}, say("equal {0}", draws)) : [], row("other", rival.losses), element("span", {}, `${rival.other} ${rival.losses}`));
}

/** The dots of two updaters and how sure their verdict is; of leaders that are alike, the same of the best of the others. */
const proofs = ({rival, next}) => [rival, next].filter(each => each !== null && data.looks[each.one] && data.looks[each.other])
  .map(each => [seedDots(each), element("p", {class: "sure"}, prose(each.sure))]);

/** A problem among several: its name beside each proof, or beside what else there is to say. */
function evidence(each) {
  const proved = proofs(each.verdict);
  const said = proved.length > 0 ? proved : [element("span", {}, each.verdict.claim || each.answer)];
  return said.map(one => element("div", {class: each === problem() ? "evidence" : "evidence other"}, element("b", {}, each.name), " ", one));
}

function drawAnswer() {
  const {claim, sentence} = data.answer;
  const shown = data.problems.length <= 3 ? data.problems : [problem()];
  byId("question").textContent = data.question;
  byId("answers").replaceChildren(
    element("p", {class: "answer"}, claim || sentence || say("No run has an answer yet.")), ...proofs(data.answer).flat(),
    ...(data.problems.length < 2 ? [] : shown.filter(each => each.answer !== "" && each.verdict.kind !== "NOT_RANKED").flatMap(evidence)));
  byId("caveats").replaceChildren(...[...data.caveats, ...problem().caveats].map(text => element("li", {}, prose(text))));
}
