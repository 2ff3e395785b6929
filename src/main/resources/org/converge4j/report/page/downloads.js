/** Charts as pictures and tables as CSV, made in the page and handed to the browser. */

function save(name, url) {
  const link = element("a", {href: url, download: `${data.name}-${name}`});
  document.body.append(link);
  link.click();
  link.remove();
}

/** A chart on white with its title and legend, so that it can stand alone. */
function picture(id, name, format, of) {
  const {data: traces, layout: shape} = byId(id);
  const title = `${data.question}<br><sub>${problem().name}: ${of}</sub>`
    .replace(data.question, () => data.question.replaceAll("<", "&lt;"));
  return Plotly.toImage({data: traces.map(trace => ({...trace, showlegend: trace.hoverinfo !== "skip"})), layout: {...shape,
    title: {text: title, font: {size: 14}}, showlegend: true, margin: {l: 70, r: 20, t: 60, b: 50},
    paper_bgcolor: css("--paper"), plot_bgcolor: css("--paper")}}, {format, width: 960, height: 540, scale: 2})
    .then(url => save(`${name}.${format}`, url));
}

function pictureButtons(id, name, of = "median and quartiles over the seeds") {
  return [element("span", {class: "choices", role: "group", "aria-label": `Download the ${name} chart`},
    ["svg", "png"].map(format => element("button", {type: "button", "aria-label": `${name} chart as ${format.toUpperCase()}`,
      onclick: () => picture(id, name, format, of)}, format.toUpperCase())))];
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
