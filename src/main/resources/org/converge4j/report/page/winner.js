/** The best trial as DL4J takes it: Java to paste, JSON to load. */

function code(title, text, name, type) {
  const file = () => URL.createObjectURL(new Blob([text], {type}));
  return element("details", {},
    element("summary", {}, title),
    element("button", {type: "button", "aria-label": `Download ${name}`, onclick: () => save(name, file())}, name),
    element("pre", {tabindex: 0, role: "region", "aria-label": title}, element("code", {}, text)));
}

function drawWinner() {
  const {winner} = problem();
  byId("winner").hidden = winner === null;
  if (winner === null) return;
  byId("winner-label").textContent = winner.label;
  byId("winner-standing").textContent = say(", {0}.", winner.standing);
  byId("winner-note").textContent = winner.note;
  byId("winner-code").replaceChildren(...winner.java === "" ? [] : [
    code("Java", winner.java, "Winner.java", "text/x-java-source"),
    code(say("JSON for MultiLayerConfiguration.fromJson"), winner.json, "configuration.json", "application/json")]);
}
