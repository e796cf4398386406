// Two entries that share time, drawn one above the other. The same figure as templates/registry/time_log/_timeline.html.
import { said } from "./clock-time.js";

const SVG = "http://www.w3.org/2000/svg";

/** rows: [{name, from, to (ms), tone: "this" | "that"}]. Screen readers hear one sentence. */
export function timeline(rows, zone) {
  const from = Math.min(...rows.map((row) => row.from));
  const whole = Math.max(...rows.map((row) => row.to)) - from || 1;
  const words = rows.map((row) => `${row.name}, ${said(row.from, zone)} to ${said(row.to, zone)}`).join("; ");
  const figure = element("svg", { class: "ct-timeline", role: "img", "aria-label": `On a line of time: ${words}.`, width: "100%", height: rows.length * 34 });
  rows.forEach((row, index) => {
    const x = `${((100 * (row.from - from)) / whole).toFixed(2)}%`;
    const text = element("text", { x: 0, y: index * 34 + 12 });
    text.textContent = `${row.name} ${said(row.from, zone)}–${said(row.to, zone)}`;
    figure.append(text);
    figure.append(element("rect", { x: 0, y: index * 34 + 18, width: "100%", height: 8, rx: 2, "data-part": "line" }));
    figure.append(element("rect", { x, y: index * 34 + 18, width: `${Math.max(0.5, (100 * (row.to - row.from)) / whole).toFixed(2)}%`, height: 8, rx: 2, "data-part": row.tone }));
  });
  return figure;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
