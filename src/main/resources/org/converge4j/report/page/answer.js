/** The answer card: the sentence, a dot for each seed, and how sure that is. */

/** A dot a seed, filled where the first of two updaters is the better. */
function seedDots(rival) {
  const dot = kind => element("i", {class: `dot ${kind}`});
  const draws = rival.seeds - rival.wins - rival.losses;
  const row = (kind, count) => Array.from({length: count}, () => dot(kind));
  return element("div", {class: "dots", role: "img", style: `--one: ${colour(lookOf(rival.one))}; --other: ${colour(lookOf(rival.other))}`,
    "aria-label": say("{0} is better on {1} of {2} seeds, {3} on {4}", rival.one, rival.wins, rival.seeds, rival.other, rival.losses)},
  element("span", {}, `${rival.one} ${rival.wins}`), row("one", rival.wins), row("draw", draws), row("other", rival.losses), element("span", {}, `${rival.other} ${rival.losses}`));
}

const sureness = {BETTER: "Shown", ALIKE: "Shown to be alike", CANNOT_TELL: "Not shown either way"};

/** How sure the answer is, in words and numbers. */
function sure(rival) {
  const parts = [say(sureness[rival.verdict])];
  if (rival.interval !== null) parts.push(say(rival.scale === "RATIO" ? "95 % interval {0} to {1} times" : "95 % interval {0} to {1}", brief(rival.interval.low), brief(rival.interval.high)));
  if (rival.p !== null) parts.push(rival.p < 0.001 ? say("p below 0.001") : `p = ${about(rival.p)}`);
  if (rival.seedsToTell > 0) parts.push(say("{0} seeds would do", rival.seedsToTell));
  return parts.join(" · ");
}

function drawAnswer() {
  const {claim, rival, sentence} = data.answer;
  const isDrawn = rival !== null && data.looks[rival.one] && data.looks[rival.other];
  const shown = data.problems.length <= 3 ? data.problems : [problem()];
  byId("question").textContent = data.question;
  byId("answers").replaceChildren(
    element("p", {class: "answer"}, claim || sentence || say("No run has an answer yet.")),
    ...(isDrawn ? [seedDots(rival), element("p", {class: "sure"}, sure(rival))] : []),
    ...(data.problems.length < 2 ? [] : shown.filter(each => each.answer !== "" && each.verdict.kind !== "NOT_RANKED").map(each => element("p", {class: each === problem() ? "evidence" : "evidence other"}, each.verdict.claim || each.answer))));
  byId("caveats").replaceChildren(...[...data.caveats, ...problem().caveats].map(text => element("li", {}, prose(text))));
}
