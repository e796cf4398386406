// Signs of life of a running clock, the question "still working?", and what to do with one that was stopped by itself. The server
// decides what is stopped, and where; this only reports, asks and shows.
import * as time from "./clock-time.js";
import { flash } from "./flash.js";
import { send } from "./http.js";
import * as outbox from "./outbox.js";
import { say } from "./timer-view.js";

const EVERY = 30000; // ms between signs; less than the shortest limit by far
const TITLE = "Still working? ";

const life = { worked: 0, told: 0, sent: 0, asked: "" };

export function lifeSigns(bar, clock, settings, call, stop, redraw) {
  for (const kind of ["keydown", "pointerdown"]) {
    addEventListener(kind, () => { life.worked = Date.now(); }, { passive: true, capture: true });
  }
  setInterval(() => sign(clock), EVERY);
  bar.addEventListener("click", async (event) => {
    if (event.target.closest("[data-still-working]")) await answer(bar, clock, call);
    if (event.target.closest("[data-stop-asked]")) stop();
    const settle = event.target.closest("[data-settle]");
    if (settle) await settled(bar, clock, settle.dataset.settle, call, redraw);
  });
}

// A page that lies in the background tells that it is awake; what the person did elsewhere in the product is told with it.
async function sign(clock) {
  const { running } = clock.server ?? {};
  if (!running?.id || !clock.connected) return;
  const worked = life.worked > life.told ? Math.round((Date.now() - life.worked) / 1000) : null;
  try {
    const told = Date.now();
    const json = { entry: running.id, worked_seconds_ago: worked };
    const said = await send("POST", outbox.address(running.practice, "sign/"), { json, background: true, headers: outbox.headers(), patience: 10000 });
    if (said.ok) [life.told, life.sent] = [told, told];
  } catch {
    // No line: the next half minute tries again.
  }
}

async function answer(bar, clock, call) {
  const { running } = clock.server;
  if (!running?.id) return;
  life.told = Date.now();
  const { ok, body } = await call("sign/", { entry: running.id, answered: true });
  if (ok) say(bar, "The clock goes on.");
  else flash("error", Object.values(body.problems ?? {}).join(" ") || "The server could not be told. Try again in a moment.");
  bar.querySelector('[data-part="running"] [data-timer-stop]')?.focus();
}

async function settled(bar, clock, keep, call, redraw) {
  const { swept } = clock.shown;
  if (!swept) return;
  const { ok, body } = await call("settle/", { entry: swept.entry.id, keep });
  if (!ok) return flash("error", Object.values(body.problems ?? {}).join(" ") || "This could not be saved. Open the entry instead.");
  clock.server.swept = null;
  redraw();
  if (keep === "on") say(bar, `The clock for ${swept.entry.patient.name} goes on.`);
}

/** Each second: is it time to ask? Signs that the server has not heard yet are told first. */
export function watchOver(bar, clock, settings) {
  const { running, watch } = clock.shown ?? {};
  const due = Boolean(running?.id && watch && time.now() >= Date.parse(watch.prompt_at));
  const untold = due && !watch.is_call && life.worked > life.told;
  if (untold && Date.now() - life.sent > 5000) { life.sent = Date.now(); sign(clock); }
  show(bar, clock, due && !untold, settings);
}

function show(bar, { shown }, isAsked, settings) {
  const box = bar.querySelector('[data-field="prompt"]');
  box.hidden = !isAsked;
  if (document.title.startsWith(TITLE) && !isAsked) document.title = document.title.slice(TITLE.length);
  if (!isAsked) return void (life.asked = "");
  const { running, watch } = shown;
  if (!document.title.startsWith(TITLE)) document.title = TITLE + document.title;
  if (life.asked === watch.stops_at) return;
  life.asked = watch.stops_at;
  const words = `Still working on ${running.patient.name}? Without an answer the clock stops at ${time.said(Date.parse(watch.stops_at), settings.timezone)}, counted to the last sign of you.`;
  box.querySelector("span").textContent = words;
  say(bar, words);
}
