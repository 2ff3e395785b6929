/** Numbers as people write them, in every chart and table of the page: the twin of Figures.java, digit by digit. */

const superscripts = {"-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹"};

const powerOfTen = exponent => "10" + [...String(exponent)].map(sign => superscripts[sign]).join("");

function written(rounded) {
  const size = Math.abs(rounded);
  if (size === 0 || (size >= 1e-3 && size < 1e6)) return String(rounded).replace("-", "−");
  const [digits, exponent] = rounded.toExponential().split("e");
  const factor = Math.abs(Number(digits)) === 1 ? digits.replace("1", "") : digits + " × ";
  return factor.replace("-", "−") + powerOfTen(Number(exponent));
}

/** Three significant digits; a value that is not finite is missing from the data. What falls short of 1 is not rounded to it. */
function brief(value) {
  if (value === null) return "∞";
  if (!(value < 1 && 1 - value < 5e-4 && 1 - value >= 1e-6)) return written(Number(value.toPrecision(3)));
  const rest = (1 - value).toExponential(0);
  return (1 - Number(rest)).toFixed(-Number(rest.split("e")[1]));
}

/** Two significant digits, for what is only an estimate. */
const about = value => written(Number(value.toPrecision(2)));

/** The number that a text of the tables begins with: ∞ last of all, what is solved below a number before it. */
function numberIn(text) {
  if (/^(solved|已收敛)/.test(text)) return 0;
  const plain = text.replace(/^≥ /, "").replace("−", "-").replace(/^(-?)10(?=[⁻⁰-⁹¹²³])/, "$11 × 10")
    .replace(/ × 10([⁻⁰-⁹¹²³]+)/, (all, power) => "e" + [...power].map(sign => Object.keys(superscripts).find(key => superscripts[key] === sign)).join(""));
  return plain.startsWith("∞") ? Infinity : parseFloat(plain);
}

/** What stands at the ticks of an axis: as few digits as tell them apart, unless the axis has words of its own. */
function tickTexts(values, axis = {}) {
  if (axis.text) return values.map(axis.text);
  let texts = values.map(tickText);
  for (let digits = 4; digits <= 15 && new Set(texts).size < values.length; digits++) texts = values.map(value => written(Number(value.toPrecision(digits))));
  return texts;
}

/** What stands at a tick of an axis: decades as powers once numbers would have many zeros. */
function tickText(value) {
  const exponent = Math.log10(Math.abs(value));
  return value !== 0 && Math.abs(exponent - Math.round(exponent)) < 1e-9 && (exponent < -2.5 || exponent > 3.5)
    ? (value < 0 ? "−" : "") + powerOfTen(Math.round(exponent)) : brief(value);
}
