/** Charts as pictures and tables as CSV, made in the page and handed to the browser. */

function save(name, url) {
  const link = element("a", {href: url, download: `${data.name}-${name}`});
  document.body.append(link);
  link.click();
  link.remove();
}

/** A drawing with the question above it, on the page's own background, so that it can stand alone. */
function pictured(draw, of) {
  const [width, height, top] = [960, 540, 84];
  const svg = draw(width, height, top);
  svg.prepend(shape("rect", {width, height, fill: css("--paper")}), letters(20, 26, data.question, {"font-size": 16, "font-weight": 600}), letters(20, 46, `${problem().name}: ${of}`));
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return svg;
}

const asAddress = svg => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;

/** Hands a chart over, as a drawing or as the pixels of one. */
function picture(draw, name, format, of) {
  const address = asAddress(pictured(draw, of));
  if (format === "svg") return save(`${name}.svg`, address);
  const image = new Image();
  image.onload = () => {
    const canvas = element("canvas", {width: 2 * image.width, height: 2 * image.height});
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(`${name}.png`, canvas.toDataURL("image/png"));
  };
  image.src = address;
}

/** Buttons that hand over what draw(width, height, top) draws. */
function pictureButtons(draw, name, of = say("median over the seeds")) {
  return [element("span", {class: "choices", role: "group", "aria-label": `Download the ${name} chart`},
    ["svg", "png"].map(format => element("button", {type: "button", "aria-label": `${name} chart as ${format.toUpperCase()}`,
      onclick: () => picture(draw, name, format, of)}, format.toUpperCase())))];
}

function csv(content) {
  const cell = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [content.columns, ...content.rows].map(row => row.map(cell).join(",") + "\n").join("");
}

function csvButton(content, name) {
  return element("button", {type: "button", "aria-label": `${name} table as CSV`, onclick: () => {
    const url = URL.createObjectURL(new Blob([csv(content)], {type: "text/csv"}));
    save(`${name}.csv`, url);
    URL.revokeObjectURL(url);
  }}, "CSV");
}
