/** Numbers as people write them: the same three digits, and the same powers of ten, in every chart and table of the page. */

const superscripts = {"-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹"};

const powerOfTen = exponent => "10" + [...String(exponent)].map(sign => superscripts[sign]).join("");

/** Three significant digits; a value that is not finite is missing from the data. */
function brief(value) {
  if (value === null) return "∞";
  const rounded = Number(value.toPrecision(3));
  const size = Math.abs(rounded);
  if (size === 0 || (size >= 1e-3 && size < 1e6)) return String(rounded).replace("-", "−");
  const [digits, exponent] = rounded.toExponential().split("e");
  return (digits === "1" ? "" : digits.replace("-", "−") + " × ") + powerOfTen(Number(exponent));
}

/** What stands at a tick of an axis: decades as powers once numbers would have many zeros. */
function tickText(value) {
  const exponent = Math.log10(Math.abs(value));
  return value !== 0 && Math.abs(exponent - Math.round(exponent)) < 1e-9 && (exponent < -2.5 || exponent > 3.5)
    ? (value < 0 ? "−" : "") + powerOfTen(Math.round(exponent)) : brief(value);
}
