// Signs of life of a running clock, the question "still working?", and what to do with one that was stopped by itself. The server
// decides what is stopped, and where; this only reports, asks and shows.
import * as time from "./clock-time.js";
import { send } from "./http.js";
import * as outbox from "./outbox.js";
import * as store from "./outbox-store.js";
import { fields, say } from "./timer-view.js";

const EVERY = 30000; // ms between signs; less than the shortest limit by far
const TITLE = "Still working? ";

const life = { worked: 0, told: 0, sent: 0, asked: "" };

/** `on.stop()`, `on.redraw()` and `on.sendNow()` are the clock's. */
export function lifeSigns(bar, clock, on) {
  for (const kind of ["keydown", "pointerdown"]) {
    addEventListener(kind, () => { life.worked = Date.now(); }, { passive: true, capture: true });
  }
  setInterval(() => sign(clock), EVERY);
  bar.addEventListener("click", (event) => {
    if (event.target.closest("[data-still-working]")) answer(bar, clock, on);
    if (event.target.closest("[data-stop-asked]")) on.stop();
    const settle = event.target.closest("[data-settle]");
    if (settle) settled(bar, clock, settle.dataset.settle, on);
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

// Both go the way of every press: kept here, and sent at once or when the line is back.
function answer(bar, clock, on) {
  const { running } = clock.shown;
  if (!running?.id) return;
  life.told = Date.now();
  const known = store.waiting().find((act) => act.kind === "sign" && act.entry === running.id);
  if (known) store.change(known, { at: time.now() });
  else store.add({ kind: "sign", slug: running.practice, entry: running.id, was: running.client_id, patient: running.patient.id, at: time.now() });
  on.redraw();
  on.sendNow();
  say(bar, "The clock goes on.");
  bar.querySelector('[data-part="running"] [data-timer-stop]')?.focus();
}

function settled(bar, clock, keep, on) {
  const { swept } = clock.shown;
  if (!swept) return;
  const { entry } = swept;
  store.add({ kind: "settle", slug: entry.practice, entry: entry.id, was: entry.client_id, patient: entry.patient.id, keep, at: time.now() });
  on.redraw();
  on.sendNow();
  const goesOn = keep === "on" && clock.shown.running;
  say(bar, goesOn ? `The clock for ${entry.patient.name} goes on.` : fields.summary(clock.shown.recorded));
  bar.querySelector(`[data-part="${goesOn ? "running" : "stopped"}"] :is([data-timer-stop], [data-timer-done])`)?.focus();
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
