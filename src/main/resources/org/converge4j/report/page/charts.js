/** What all charts share: colours of the page, axes, and a quiet, offline configuration of the chart library. */

const numbers = ".4~g";

function css(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** An axis; one that is known to span decades is labelled at each of them only. */
function axis(title, type, decades = false) {
  return {
    title: {text: title, standoff: 8}, type, gridcolor: css("--grid"), zeroline: false, linecolor: css("--edge"),
    ticks: "outside", ticklen: 4, tickcolor: css("--edge"), automargin: true,
    exponentformat: "power", ...(decades ? {dtick: 1} : {}), hoverformat: numbers,
    minor: {ticks: type === "log" ? "outside" : "", ticklen: 2, tickcolor: css("--grid")},
  };
}

function layout(xaxis, yaxis, more = {}) {
  return {
    xaxis, yaxis, showlegend: false, hovermode: "closest", dragmode: "zoom",
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: {family: getComputedStyle(document.body).fontFamily, size: 12, color: css("--text")},
    hoverlabel: {bgcolor: css("--panel"), bordercolor: css("--edge"), font: {color: css("--text")}},
    modebar: {bgcolor: "rgba(0,0,0,0)", color: css("--edge"), activecolor: css("--accent")},
    margin: {l: 56, r: 26, t: 8, b: 44}, ...more,
  };
}

/** Draws, or draws again with the least work. */
function plot(id, traces, shape) {
  return Plotly.react(byId(id), traces, shape, {
    responsive: true, displaylogo: false, showSendToCloud: false, plotlyServerURL: "", doubleClick: "reset",
    modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "toImage"],
  });
}

/** #rrggbb with an opacity. */
function faded(hex, opacity) {
  const part = from => parseInt(hex.slice(from, from + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${opacity})`;
}
