/** The field's words, each explained where it stands: on hover, on focus, and at a tap. */

const terms = {
  rank: "The places that the updater may hold: the bar spans those that the paired tests, corrected for all claims of the experiment, leave open.",
  updater: "DL4J's word for optimizer: the rule that turns a gradient into a step.",
  rate: "The factor η in front of the step; of several that were tried, the one that did best on seeds kept for tuning.",
  excess: "Loss minus the least loss that the problem allows, at the end of training; the median over the seeds. 0 is a perfect fit.",
  loss: "The loss over all training rows at the end; the median over the seeds.",
  quartiles: "The middle half of the seeds lies between these two.",
  decades: "How wide a range of learning rates ends within twice the best median: 1 is a factor of ten. ≥ means that the range reaches the edge of those tried.",
  runs: "Training runs that gave an answer: one a seed.",
  diverged: "Share of runs whose loss grew beyond all bounds. They count as infinitely bad and are never left out.",
  state: "What the updater remembers for each parameter of the network.",
  gradients: "How many gradients a step takes; comparisons by gradients make up for it.",
  cost: "How long a step takes beside one of sgd, on this network and machine.",
  target: "The first step at which the target is reached: the median over the seeds, then how many of them reached it where not all did. A percentage is of the excess that the run began with.",
};

/** The heading of a column, explained if it is a word of the field. */
function term(key, text) {
  if (!(terms[key] ?? (key === "deciding" && terms.target))) return text;
  const meaning = say(terms[key] ?? terms.target);
  return element("span", {class: "term", tabindex: 0, role: "note", "aria-label": `${text}: ${meaning}`, "data-meaning": meaning}, text);
}
