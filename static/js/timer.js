// The clock on every page. The server's row is the truth: this shows it, corrected for the clocks' difference, and puts what the
// person does into the outbox, which sends it at once or when the line is back. Windows of one browser tell each other at once; other
// devices are seen within seconds, by asking.
import * as time from "./clock-time.js";
import { flash } from "./flash.js";
import { send } from "./http.js";
import * as outbox from "./outbox.js";
import { useKey } from "./outbox-seal.js";
import * as store from "./outbox-store.js";
import { askAtSignOut, showRefused } from "./outbox-dialogs.js";
import { began } from "./timer-began.js";
import { lifeSigns, watchOver } from "./timer-life.js";
import { endKept, starting } from "./timer-starts.js";
import * as states from "./timer-state.js";
import { draw, fields, say, saved, tick } from "./timer-view.js";

const ASK_EVERY = 5000; // ms, while the page is seen
const TYPING_PAUSE = 700; // ms without a key before a note is sent; it is kept here at once

const bar = document.querySelector("[data-timer]");
const settings = bar && JSON.parse(document.getElementById("timer-settings").textContent);
const channel = "BroadcastChannel" in window ? new BroadcastChannel("caretally-timer") : null;
let settingRight = null; // what sets a start right
let starts = null; // what starts it
const clock = { server: null, shown: null, recorded: null, recordedMonth: null, connected: true, mark: "" };

// -- what is known -------------------------------------------------------------------------------

function take(state, { tell = false } = {}) {
  const before = clock.server;
  clock.server = {
    ...state,
    swept: "swept" in state ? state.swept : before?.swept ?? null,
    resume: "resume" in state ? state.resume : state.stopped ?? before?.resume ?? null,
  };
  for (const entry of [state.running, state.stopped, state.resume]) states.learnName(entry?.patient.id, entry?.patient.name);
  if (state.stopped) [clock.recorded, clock.recordedMonth] = [state.stopped, state.stopped_month];
  if (tell) channel?.postMessage({ state, person: settings.person });
  if (before) tellPage(before, state);
  redraw();
}

function redraw() {
  if (!clock.server) return;
  const before = clock.shown;
  clock.shown = states.project(clock.server, clock.recorded);
  // A start shuts what was shown of the entry before, unless this very start has ended it.
  if (before && clock.shown.running && states.keyOf(before.running) !== states.keyOf(clock.shown.running)) forgetUnlessStopped(clock.shown.running);
  draw(bar, clock, settings);
  tick(bar, clock, settings);
  watchOver(bar, clock, settings);
}

function forgetUnlessStopped(running) {
  if (clock.recorded && Date.parse(clock.recorded.ended_at ?? 0) < Date.parse(running.started_at) - 2000) clock.recorded = null;
}

// Rows of a list and cards of a page that show a patient's time draw themselves anew (hx-trigger="ct-timer-12 from:body"); "ct-timer"
// is for what shows a person's.
function tellPage(before, state) {
  if (isSame(before, state) && !state.stopped) return;
  const touched = [before.running, state.running, state.stopped].map((entry) => entry?.patient.id);
  for (const id of new Set(touched)) if (id) tell(`ct-timer-${id}`);
  tell("ct-timer");
}

const tell = (name) => document.body.dispatchEvent(new CustomEvent(name, { bubbles: true }));

// Time that came to the patient's month from elsewhere (a colleague's, one entered by hand in another window) shows here too.
function isSame({ running: one, month: before }, { running: other, month: after }) {
  const counted = before && after ? before.counted_seconds === after.counted_seconds : true;
  return one?.id === other?.id && one?.started_at === other?.started_at && counted;
}

function connected(yes) {
  if (clock.connected === yes) return;
  clock.connected = yes;
  redraw();
}

const handlers = {
  connected,
  changed: () => { redraw(); channel?.postMessage({ changed: true, person: settings.person }); },
  took(act, state) {
    clock.mark = "";
    take(state, { tell: true });
    if (act?.kind === "began") settingRight.took(act, state);
    else if (act) tellTaken(act, state);
  },
  refused: (act, others) => (act.kind === "began" && settingRight.refused(act, others)) || answered(act) || showRefused(act, settings),
  stale: () => document.dispatchEvent(new CustomEvent("ct:ask-session")),
};

// An answer about a clock that cannot stand is no work: it is said, and what it was about is asked again.
function answered(act) {
  if (!["settle", "sign"].includes(act.kind)) return false;
  store.remove(act);
  redraw();
  flash("error", act.refused);
  return true;
}

// What came otherwise than the person expects is said: ended on another device, or waiting for review.
function tellTaken(act, { stopped, running }) {
  if (!stopped) return;
  const ours = act.client_id ? stopped.client_id === act.client_id : stopped.id === act.entry;
  if (act.kind === "start" && ours && running?.client_id !== act.client_id) {
    flash("info", `Your clock for ${stopped.patient.name} ended when you went on elsewhere. ${fields.summary(stopped)}`);
  }
  if (stopped.status === "needs_review" && act.tried) flash("warning", `${fields.summary(stopped)} ${stopped.review_reason}`);
}

// -- start, switch, stop -------------------------------------------------------------------------

function stop(said = {}) {
  const { running } = clock.shown;
  if (!running) return;
  const part = bar.querySelector('[data-part="running"]');
  const values = { activity: fields.value(part, "activity"), note: fields.value(part, "note"), ...said };
  if (!endKept(running, time.now(), values)) {
    const note = pending("note", running);
    if (note) store.remove(note);
    store.add({ kind: "stop", slug: running.practice, ...refers(running), patient: running.patient.id, at: time.now(), base: note?.base ?? clock.server.running?.note ?? "", ...values });
  }
  redraw();
  sendNow();
  say(bar, fields.summary(clock.shown.recorded));
  bar.querySelector('[data-part="stopped"]').focus();
}

function pause() {
  stop();
  bar.querySelector('[data-part="stopped"] [data-timer-resume]').focus();
}

// How it went, said by one press: its kind, and words where nothing else was written. Then the note.
function outcome({ outcome: activity, outcomeWords: words }) {
  const entry = clock.shown.recorded;
  if (!entry || entry.status === "voided") return;
  const field = bar.querySelector('[data-part="stopped"] [data-field="note"]');
  const said = [...bar.querySelectorAll("[data-outcome-words]")].map((each) => each.dataset.outcomeWords);
  const isOwn = field.value.trim() && !said.includes(field.value.trim());
  describe(entry, { activity, ...(isOwn ? {} : { note: words }) });
  field.focus();
}

// Nobody answered: work as well, of its own kind. What was typed stays; where nothing was, it says so.
function attempt(words) {
  const note = fields.value(bar.querySelector('[data-part="running"]'), "note");
  return { activity: settings.attempt, note: note.trim() || words };
}

const refers = (entry) => (entry.client_id ? { client_id: entry.client_id } : { entry: entry.id });
const pending = (kind, entry) => store.waiting().find((act) => act.kind === kind && states.isAbout(act, entry));

function done() {
  for (const act of store.waiting()) if (act.kind === "note") delete act.notBefore;
  sendNow();
  clock.recorded = null;
  if (clock.server) clock.server.stopped = null;
  redraw();
  bar.querySelector('[data-part="idle"] :is(a, button)')?.focus();
}

function sendNow() {
  const late = setTimeout(redraw, 1200); // only then is it worth a word that it has not arrived
  outbox.flush().finally(() => { clearTimeout(late); redraw(); });
}

document.addEventListener("click", (event) => {
  if (!bar || !clock.shown) return;
  if (event.target.closest("[data-timer-stop]")) return stop();
  if (event.target.closest("[data-timer-pause]")) return pause();
  if (event.target.closest("[data-timer-resume]")) return starts.resume();
  if (event.target.closest("[data-timer-done]")) return done();
  const phase = event.target.closest("[data-timer-phase]");
  if (phase) return starts.phase(phase.dataset.timerPhase, phase.textContent.trim());
  const went = event.target.closest("[data-outcome]");
  if (went) return outcome(went.dataset);
  const unreached = event.target.closest("[data-timer-unreached]");
  if (unreached) return stop(attempt(unreached.dataset.timerUnreached));
  if (event.target.closest("[data-outbox-show]")) return showRefused(store.refused()[0], settings);
  const button = event.target.closest("[data-timer-for]");
  if (!button) return;
  const runsHere = String(clock.shown.running?.patient.id) === button.dataset.timerFor;
  runsHere ? stop() : starts.start(button.dataset);
});

// -- activity and note, saved as they are said ---------------------------------------------------

function change(element) {
  const isRunning = Boolean(element.closest('[data-part="running"]'));
  const entry = isRunning ? clock.shown.running : clock.shown.recorded;
  const name = element.dataset.field;
  if (!entry || !["activity", "note", "role"].includes(name)) return;
  describe(entry, { [name]: element.value }, element.matches("select") ? 0 : TYPING_PAUSE);
}

function describe(entry, said, wait = 0) {
  const values = { ...said, notBefore: Date.now() + wait };
  const known = pending("note", entry);
  if (known) store.change(known, values);
  else store.add({ kind: "note", slug: entry.practice, ...refers(entry), patient: entry.patient.id, base: serverNote(entry), ...values });
  saved(bar, "");
  clearTimeout(describe.pause);
  describe.pause = setTimeout(sendNow, wait + 20);
  redraw();
}

/** The start of a clock, set right: one wish an entry, the last one. */
function keepStart(entry, at) {
  for (const act of store.refused()) if (act.kind === "began" && states.isAbout(act, entry)) store.remove(act);
  const known = pending("began", entry);
  const values = { began: Math.round(at), crop: false };
  const act = known ? store.change(known, values) : store.add({ kind: "began", slug: entry.practice, ...refers(entry), patient: entry.patient.id, ...values });
  redraw();
  return act;
}

async function undoCut(cut) {
  const said = await call("undo/", { cut: cut.id });
  if (said.ok) { clock.recorded = null; redraw(); }
  return said;
}

function serverNote(entry) {
  const known = [clock.server.running, clock.recorded].find((each) => each && states.keyOf(each) === states.keyOf(entry));
  return known?.note ?? entry.note ?? "";
}

function sayNow() {
  for (const act of store.waiting()) delete act.notBefore;
  if (store.waiting().length) sendNow();
}

// -- seen from elsewhere -------------------------------------------------------------------------

const hasDue = () => store.waiting().some((act) => !(act.notBefore > Date.now()));

async function ask() {
  if (document.hidden) return void (hasDue() && outbox.flush());
  const [sent, before] = [Date.now(), clock.server];
  try {
    const headers = { ...outbox.headers(), ...(clock.mark ? { "If-None-Match": clock.mark } : {}) };
    const answer = await send("GET", outbox.address(settings.practice, ""), { background: true, headers, patience: 10000 });
    connected(answer.status < 500);
    time.learn(answer.headers.get("X-Server-Now"), sent);
    const state = answer.ok ? await answer.json() : null;
    // A press that was answered meanwhile knows more than what was asked before it.
    if (state && clock.server === before) {
      clock.mark = answer.headers.get("ETag") ?? "";
      take(state);
    }
    if (answer.status < 400 && hasDue()) await outbox.flush();
  } catch {
    connected(false);
  }
}

function hear({ data }) {
  if (data.person !== settings.person) return;
  if (data.state) {
    clock.mark = "";
    time.learn(data.state.now);
    take(data.state);
  }
  if (data.changed) store.reload().then(redraw);
}

function listen() {
  for (const name of ["input", "change"]) {
    bar.addEventListener(name, (event) => {
      const late = name === "input" && event.target.matches("select"); // a select says both; once is enough
      if (event.target.dataset?.field && !late && !(name === "change" && event.target.matches("input"))) change(event.target);
    });
  }
  bar.addEventListener("focusout", sayNow);
  channel?.addEventListener("message", hear);
  addEventListener("storage", (event) => store.isOurs(event) && store.reload().then(redraw));
  document.addEventListener("visibilitychange", () => (document.hidden ? sayNow() : ask()));
  addEventListener("online", () => { ask(); outbox.flush(); });
  addEventListener("offline", () => connected(false));
  document.addEventListener("ct:session-resumed", () => { outbox.flush(); ask(); });
  document.body.addEventListener("htmx:afterSettle", redraw); // new rows have new buttons
  setInterval(ask, ASK_EVERY);
  setInterval(() => { tick(bar, clock, settings); watchOver(bar, clock, settings); }, 1000);
}

async function call(what, json) {
  try {
    const answer = await send("POST", outbox.address(clock.server.running?.practice ?? settings.practice, what), { json, headers: outbox.headers(), patience: 12000 });
    const body = await answer.json().catch(() => ({}));
    clock.mark = "";
    if (answer.ok) take(body, { tell: true });
    return { ok: answer.ok, status: answer.status, body };
  } catch {
    connected(false);
    return { ok: false, status: 0, body: { problems: { "": "The server cannot be reached. This needs the network; the clock itself goes on." } } };
  }
}

// What the bar covers, the page leaves room for: on a phone it is fixed, and grows with what it has to say.
function measure() {
  const tell = () => document.documentElement.style.setProperty("--ct-timer-height", `${Math.ceil(bar.getBoundingClientRect().height)}px`);
  new ResizeObserver(tell).observe(bar);
  tell();
}

async function run() {
  measure();
  outbox.begin(settings, handlers);
  useKey(settings.key);
  const state = JSON.parse(document.getElementById("timer-state").textContent);
  time.learn(state.now, ...time.ofThisPage());
  await store.open(settings.person);
  take(state);
  listen();
  settingRight = began(bar, clock, settings, { keep: keepStart, undo: undoCut, redraw });
  starts = starting(bar, clock, settings, { redraw, sendNow, describe, call });
  for (const act of store.refused()) if (act.isAsked) store.change(act, { refused: null, tried: true }); // asked anew
  lifeSigns(bar, clock, { stop, redraw, sendNow });
  askAtSignOut(settings, outbox.flush);
  if (store.refused().length) showRefused(null, settings);
  outbox.flush();
  starts.openChart();
  bar.dataset.ready = "";
}

if (bar) run();
