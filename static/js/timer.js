// The clock on every page. The server's row is the truth: this shows it, corrected for the clocks' difference, and says what the
// person does. Windows of one browser tell each other at once; other devices are seen within seconds, by asking.
import { flash } from "./flash.js";
import { send } from "./http.js";
import { draw, tick, say, showSaved, fields } from "./timer-view.js";

const ASK_EVERY = 5000; // ms, while the page is seen
const TYPING_PAUSE = 700; // ms without a key before a note is saved

const bar = document.querySelector("[data-timer]");
const urls = bar && JSON.parse(document.getElementById("timer-urls").textContent);
const channel = "BroadcastChannel" in window ? new BroadcastChannel("caretally-timer") : null;

const clock = { state: null, skew: 0, recorded: null, recordedMonth: null, unsaved: new Map(), busy: false };

function take(state, { skew = Date.parse(state.now) - Date.now(), tell = false } = {}) {
  const before = clock.state;
  clock.state = state;
  clock.skew = skew;
  if (state.stopped) [clock.recorded, clock.recordedMonth] = [state.stopped, state.stopped_month];
  if (state.running && state.running.id !== before?.running?.id) clock.recorded = state.stopped;
  draw(bar, clock, urls);
  tick(bar, clock);
  if (tell) channel?.postMessage({ state, skew });
  if (before) tellPage(before, state);
}

// Rows of a list and cards of a page that show a patient's time draw themselves anew (hx-trigger="ct-timer-12 from:body").
function tellPage(before, state) {
  if (before.running?.id === state.running?.id && !state.stopped) return;
  const touched = [before.running, state.running, state.stopped].map((entry) => entry?.patient.id);
  for (const id of new Set(touched)) if (id) document.body.dispatchEvent(new CustomEvent(`ct-timer-${id}`, { bubbles: true }));
}

async function call(name, json) {
  const answer = await send("POST", urls[name], { json });
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw new Error(sentence(answer.status, body));
}

function sentence(status, { problems }) {
  if (problems) return Object.values(problems).join(" ");
  if (status === 404) return "This patient or entry is not here any more. Reload the page.";
  return "The server could not do this. Your clock stands as it was: try again in a moment.";
}

// One act at a time: a second press while the first is under way does nothing.
async function act(work) {
  if (clock.busy) return;
  clock.busy = true;
  bar.setAttribute("aria-busy", "true");
  try {
    take(await work(), { tell: true });
    connected(true);
  } catch (error) {
    if (error instanceof TypeError) connected(false);
    else flash("error", error.message);
    ask();
  } finally {
    clock.busy = false;
    bar.removeAttribute("aria-busy");
  }
}

function connected(yes) {
  bar.querySelector('[data-field="offline"]').hidden = yes;
}

// -- start, switch, stop -------------------------------------------------------------------------

async function start({ timerFor: patient, timerActivity: activity, timerRole: role }) {
  await act(async () => {
    await saveAll();
    return call("start", { patient: Number(patient), activity, role, client_id: crypto.randomUUID() });
  });
  const { running, stopped } = clock.state;
  if (running) say(bar, `${stopped ? `${fields.summary(stopped)} ` : ""}The clock runs for ${running.patient.name}.`);
}

async function stop() {
  const entry = clock.state.running;
  if (!entry) return;
  const part = bar.querySelector('[data-part="running"]');
  clearTimeout(clock.unsaved.get(entry.id)?.pause); // the stop says it; what fails to arrive stays unsaved
  await act(async () => {
    const values = { activity: fields.value(part, "activity"), note: fields.value(part, "note") };
    const state = await call("stop", { entry: entry.id, ...values });
    clock.unsaved.delete(entry.id);
    return state;
  });
  if (clock.state.running) return;
  say(bar, fields.summary(clock.recorded));
  bar.querySelector('[data-part="stopped"]').focus();
}

document.addEventListener("click", (event) => {
  if (!bar) return;
  if (event.target.closest("[data-timer-stop]")) return stop();
  if (event.target.closest("[data-timer-done]")) return done();
  const button = event.target.closest("[data-timer-for]");
  if (!button) return;
  const runsHere = String(clock.state.running?.patient.id) === button.dataset.timerFor;
  runsHere ? stop() : start(button.dataset);
});

async function done() {
  await saveAll();
  clock.recorded = null;
  draw(bar, clock, urls);
  bar.querySelector('[data-part="idle"] :is(a, button)')?.focus();
}

// -- activity and note, saved as they are said ---------------------------------------------------

function entryOf(element) {
  return element.closest('[data-part="running"]') ? clock.state.running : clock.recorded;
}

function change(element) {
  const entry = entryOf(element);
  if (!entry) return;
  const said = clock.unsaved.get(entry.id) ?? { part: element.closest("[data-part]"), values: {} };
  said.values[element.dataset.field] = element.value;
  clearTimeout(said.pause);
  said.pause = setTimeout(() => save(entry.id), element.matches("select") ? 0 : TYPING_PAUSE);
  clock.unsaved.set(entry.id, said);
  showSaved(said.part, "");
}

async function save(id) {
  const said = clock.unsaved.get(id);
  if (!said) return;
  clearTimeout(said.pause);
  clock.unsaved.delete(id);
  try {
    const state = await call("note", { entry: id, ...said.values });
    if (!clock.unsaved.has(id)) showSaved(said.part, "Saved");
    connected(true);
    take(state, { tell: true });
  } catch (error) {
    keepUnsaved(id, said);
    if (!(error instanceof TypeError)) return flash("error", error.message);
    connected(false);
    showSaved(said.part, "Not yet saved");
  }
}

// What could not be saved is tried again with the next answer of the server; what was typed since goes before it.
function keepUnsaved(id, said) {
  const newer = clock.unsaved.get(id);
  clock.unsaved.set(id, { ...said, ...newer, values: { ...said.values, ...newer?.values } });
}

function saveAll() {
  return Promise.all([...clock.unsaved.keys()].map(save));
}

// -- seen from elsewhere -------------------------------------------------------------------------

async function ask() {
  if (document.hidden || clock.busy) return;
  try {
    const answer = await send("GET", urls.state, { background: true });
    if (answer.ok && !clock.busy) take(await answer.json());
    if (answer.ok) connected(true);
    if (answer.ok) await saveAll();
  } catch {
    connected(false);
  }
}

function listen() {
  for (const name of ["input", "change"]) {
    bar.addEventListener(name, (event) => {
      const field = event.target.dataset?.field;
      const late = name === "input" && event.target.matches("select"); // a select says both; once is enough
      if (field && !late && !(name === "change" && event.target.matches("input"))) change(event.target);
    });
  }
  bar.addEventListener("focusout", saveAll);
  channel?.addEventListener("message", ({ data }) => take(data.state, { skew: data.skew }));
  document.addEventListener("visibilitychange", () => (document.hidden ? saveAll() : ask()));
  addEventListener("online", ask);
  document.body.addEventListener("htmx:afterSettle", () => draw(bar, clock, urls)); // new rows have new buttons
  setInterval(ask, ASK_EVERY);
  setInterval(() => tick(bar, clock), 1000);
}

if (bar) {
  take(JSON.parse(document.getElementById("timer-state").textContent));
  listen();
}
