// Lets the running part of a minutes bar grow. grow(element, seconds) redraws it; a bar with data-running-since (ISO time)
// grows by itself, every second, by the clock difference that the server's time (data-now) shows.

export const FULL = "; nothing further is payable";
const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)}%`;

export function grow(bar, running) {
  const { counted, uncounted, scale } = numbers(bar);
  const total = counted + running;
  const whole = Math.max(scale, total + uncounted);
  place(bar, "counted", 0, counted, whole);
  place(bar, "running", counted, running, whole);
  place(bar, "uncounted", total, uncounted, whole);
  bar.dataset.running = String(running);
  const ahead = markTicks(bar, total, whole);
  say(bar, total, ahead);
}

function numbers(bar) {
  return {
    counted: Number(bar.dataset.counted),
    uncounted: Number(bar.dataset.uncounted),
    scale: Number(bar.dataset.scale),
  };
}

function place(bar, part, from, length, whole) {
  const rect = bar.querySelector(`rect[data-part="${part}"]`);
  rect.setAttribute("x", percent(from, whole));
  rect.setAttribute("width", percent(length, whole));
}

function markTicks(bar, total, whole) {
  let ahead = null;
  for (const tick of bar.querySelectorAll("[data-tick-minutes]")) {
    const seconds = Number(tick.dataset.tickMinutes) * 60;
    const at = percent(seconds, whole);
    for (const line of tick.querySelectorAll("line")) {
      line.setAttribute("x1", at);
      line.setAttribute("x2", at);
    }
    tick.querySelector("text")?.setAttribute("x", at);
    const reached = seconds <= total;
    const pays = tick.dataset.tickKind !== "whole"; // a whole time is drawn, and never aimed at
    if (pays && reached && !tick.classList.contains("ct-reached")) announce(bar, tick);
    tick.classList.toggle("ct-reached", reached);
    if (pays && !reached && !ahead) ahead = tick;
  }
  return ahead;
}

function say(bar, total, ahead) {
  const minutes = Math.floor(total / 60);
  bar.querySelector('[data-part="total"]').textContent = String(minutes);
  const next = bar.querySelector('[data-part="next"]');
  if (!next) return;
  const reached = [...bar.querySelectorAll(".ct-bar-pays.ct-reached")].at(-1)?.dataset.tickLabel;
  if (ahead) next.textContent = `· ${ahead.dataset.tickMinutes - minutes} to ${ahead.dataset.tickLabel || "go"}`;
  else next.textContent = reached ? `· ${reached} reached${isFull(bar) ? FULL : ""}` : "";
}

/** Whether the payer pays for no more than is counted: the server would have drawn the next unit's mark. */
function isFull(bar) {
  const paid = [...bar.querySelectorAll(".ct-bar-pays")].map((tick) => Number(tick.dataset.tickMinutes) * 60);
  return Math.max(...paid) <= Number(bar.dataset.counted);
}

// Pages may tell a person that a threshold is reached; the bar itself stays silent.
function announce(bar, tick) {
  const detail = { minutes: Number(tick.dataset.tickMinutes), label: tick.dataset.tickLabel };
  bar.dispatchEvent(new CustomEvent("ct:threshold", { bubbles: true, detail }));
}

function tickAll() {
  for (const bar of document.querySelectorAll("[data-minutes-bar][data-running-since]")) {
    const skew = bar.dataset.now ? (bar.skew ??= Date.parse(bar.dataset.now) - Date.now()) : 0;
    const running = (Date.now() + skew - Date.parse(bar.dataset.runningSince)) / 1000;
    grow(bar, Math.max(0, Math.floor(running)));
  }
}

setInterval(tickAll, 1000);
