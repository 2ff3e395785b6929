/**
 * Equations as MathML, from the line of text that the catalog has. Letters are variables, √ takes what follows, / makes a fraction of
 * its neighbours, raised and lowered characters and _words are exponents and indices; words stay words. What stands between ⟦ and ⟧ can be
 * pointed at.
 */

const raised = {"⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "−", "ᵗ": "t", "ᵖ": "p"};
const lowered = {"₀": "0", "₁": "1", "₂": "2", "₃": "3", "ₜ": "t"};
const functions = new Set(["cos", "sin", "sign", "max", "min"]);
const closing = {"(": ")", "⌊": "⌋", "|": "|", "⟦": "⟧"};

function mathElement(name, ...children) {
  const made = document.createElementNS("http://www.w3.org/1998/Math/MathML", name);
  made.append(...children);
  return made;
}

/** Numbers, words, single signs; runs of raised or lowered characters together. */
function tokens(text) {
  const pattern = new RegExp(`\\d+(?:\\.\\d+)?|[a-zA-Z]+|_[a-zA-Z]+|[${Object.keys(raised).join("")}]+|[${Object.keys(lowered).join("")}]+|\\S`, "g");
  return text.match(pattern) ?? [];
}

const isRaised = token => token !== undefined && token[0] in raised;
const isLowered = token => token !== undefined && (token[0] in lowered || /^_[a-z]/i.test(token));

/** Reads tokens into MathML. */
class MathReader {
  constructor(text) {
    this.tokens = tokens(text);
    this.at = 0;
  }

  /** Everything up to a closing sign, or the end. */
  row(end) {
    const parts = [];
    while (this.at < this.tokens.length && this.tokens[this.at] !== end) {
      if (this.tokens[this.at] === "/" && parts.length) {
        this.at++;
        parts.push(mathElement("mfrac", this.bare(parts.pop()), this.bare(this.factor())));
      } else {
        parts.push(this.factor());
      }
    }
    return parts;
  }

  /** One thing with its exponents and indices. */
  factor() {
    const token = this.tokens[this.at++];
    return token === undefined ? mathElement("mrow") : this.scripted(this.base(token));
  }

  base(token) {
    if (token === "√") return mathElement("msqrt", this.bare(this.factor()));
    if (token in closing) return this.group(token);
    if (/^\d|½/.test(token)) return mathElement("mn", token);
    if (functions.has(token)) {
      const name = mathElement("mi", token);
      return this.tokens[this.at] === "(" ? mathElement("mrow", name, this.group(this.tokens[this.at++])) : mathElement("mrow", name, space());
    }
    if (/^[a-zA-Z]{2,}$/.test(token)) return mathElement("mtext", `\u00a0${token}\u00a0`);
    if (/^[a-zA-Zα-ωΑ-Ω]$/.test(token)) return mathElement("mi", token);
    return mathElement("mo", token);
  }

  /** What stands between brackets, with them; it knows what it is without. */
  group(open) {
    const inner = this.row(closing[open]);
    this.at++;
    if (open === "⟦") return part(inner);
    const made = mathElement("mrow", mathElement("mo", open), ...inner, mathElement("mo", closing[open]));
    if (open === "(") made.inner = inner;
    return made;
  }

  /** A group without its brackets, where a root or a fraction's line takes their place. */
  bare(made) {
    return made.inner ? mathElement("mrow", ...made.inner) : made;
  }

  scripted(base) {
    let below = null;
    let above = null;
    if (isLowered(this.tokens[this.at])) below = this.script(lowered);
    if (isRaised(this.tokens[this.at])) above = this.script(raised);
    else if (this.tokens[this.at] === "^") {
      this.at++;
      above = this.factor();
    }
    if (below && above) return mathElement("msubsup", base, below, above);
    if (below) return mathElement("msub", base, below);
    return above ? mathElement("msup", base, above) : base;
  }

  script(table) {
    const token = this.tokens[this.at++];
    if (token[0] === "_") return mathElement("mtext", token.slice(1));
    const text = [...token].map(sign => table[sign]).join("");
    return mathElement(/^[a-z]$/.test(text) ? "mi" : "mn", text);
  }
}

/** A term that can be pointed at and focused. */
function part(inner) {
  const made = mathElement("mrow", ...inner);
  made.setAttribute("class", "part");
  made.setAttribute("tabindex", 0);
  return made;
}

const space = () => {
  const made = mathElement("mspace");
  made.setAttribute("width", "0.17em");
  return made;
};

/** A line of text as a formula; its text is the alternative. */
function math(text) {
  const made = mathElement("math", ...new MathReader(text).row());
  made.setAttribute("alttext", text.replace(/[⟦⟧]/g, ""));
  made.setAttribute("displaystyle", "true");
  return made;
}
