// Draws the clock: which part is seen, what its fields say, what the buttons on the page are called.
import * as time from "./clock-time.js";
import { FULL, grow } from "./minutes-bar.js";
import { entryText } from "./timer-text.js";
import { isUnsaid, keyOf } from "./timer-state.js";

const GOES_ON = 8 * 3600000; // ms since the start, after which a clock that was stopped by itself does not go on

const part = (bar, name) => bar.querySelector(`[data-part="${name}"]`);
const field = (scope, name) => scope.querySelector(`[data-field="${name}"]`);
const minutes = (seconds) => Math.floor(seconds / 60);
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export const length = (seconds) => (seconds < 60 ? count(seconds, "second") : count(minutes(seconds), "minute"));

export const fields = {
  value: (scope, name) => field(scope, name)?.value,
  summary(entry) {
    if (!entry) return "";
    if (entry.status === "voided") return `No time passed for ${entry.patient.name}: nothing was recorded.`;
    const waits = { needs_review: " It needs review before it can count.", unsent: " It is kept here until it is saved." }[entry.status] ?? "";
    const all = entry.before_seconds ? `, ${length(entry.before_seconds + entry.seconds)} in all` : "";
    return `Recorded ${length(entry.seconds)} for ${entry.patient.name}${all}.${waits}`;
  },
};

export function draw(bar, clock, settings) {
  const { running, swept, unsent, refused } = clock.shown;
  const recorded = running ? null : clock.shown.recorded;
  const left = running || recorded ? null : swept;
  part(bar, "idle").hidden = Boolean(running || recorded || left);
  part(bar, "running").hidden = !running;
  part(bar, "stopped").hidden = !recorded;
  part(bar, "swept").hidden = !left;
  if (running) drawRunning(part(bar, "running"), clock, settings);
  if (recorded) drawStopped(part(bar, "stopped"), recorded, settings);
  if (left) drawSwept(part(bar, "swept"), left, settings);
  drawResume(bar, clock.shown);
  field(bar, "offline").hidden = clock.connected;
  drawUnsent(bar, unsent, refused);
  const stop = bar.querySelector("[data-timer-stop]");
  stop.toggleAttribute("data-key", Boolean(running));
  if (running) stop.dataset.key = "s";
  drawButtons(clock);
}

function drawRunning(scope, clock, settings) {
  const entry = clock.shown.running;
  const link = field(scope, "patient");
  link.textContent = entry.patient.name;
  link.href = address(settings.patient, entry.practice, entry.patient.id);
  const practice = field(scope, "practice");
  practice.textContent = entry.practice_name;
  practice.hidden = entry.practice === settings.practice;
  const caution = field(scope, "cautions");
  caution.hidden = !clock.shown.cautions.length;
  caution.querySelector("span").textContent = clock.shown.cautions.join(" ");
  drawWhy(field(scope, "month"), entry, clock.shown.month, settings);
  scope.querySelector("[data-timer-unreached]").hidden = entry.activity !== settings.activity;
  press(scope, "timer-phase", entry.activity);
  fill(scope, entry);
}

// The month's minutes open why they are so (explain.js); where nobody knows the month yet, there is nothing to open.
function drawWhy(link, entry, month, settings) {
  if (!month) link.textContent = "";
  if (!month || !settings.why) return link.removeAttribute("href");
  link.href = address(settings.why, entry.practice, entry.patient.id).replace("any-month", month.month);
}

// Work that has ended is gone on with from wherever one is.
function drawResume(bar, { running, recorded, resume }) {
  for (const button of bar.querySelectorAll("[data-timer-resume]")) {
    const entry = button.closest('[data-part="stopped"]') ? recorded : resume;
    button.hidden = Boolean(running) || !entry || entry.status === "voided";
    if (entry) button.querySelector("span").textContent = entry.patient.name;
  }
}

function press(scope, name, activity) {
  for (const button of scope.querySelectorAll(`[data-${name}]`)) button.setAttribute("aria-pressed", String(button.getAttribute(`data-${name}`) === activity));
}

function drawStopped(scope, entry, settings) {
  field(scope, "recorded").textContent = fields.summary(entry);
  const link = field(scope, "entry");
  link.hidden = !entry.id;
  if (entry.id) link.href = address(settings.entry, entry.practice, entry.id);
  for (const look of scope.querySelectorAll("[data-look]")) {
    look.hidden = (look.dataset.look === "needs_review") !== (entry.status === "needs_review");
  }
  const review = field(scope, "review");
  review.hidden = !entry.review_reason;
  review.querySelector("span").textContent = entry.review_reason;
  const controls = [field(scope, "activity"), field(scope, "note"), ...scope.querySelectorAll("[data-outcome], [data-copy]")];
  for (const control of controls) control.disabled = entry.status === "voided";
  fill(scope, entry);
  pressOutcome(scope, entry);
  const { selectedOptions } = field(scope, "activity");
  scope.querySelector("#stopped-text").textContent = entryText(entry, selectedOptions[0]?.textContent ?? entry.activity, settings);
}

// Two outcomes are of one kind: which it was, the words say.
function pressOutcome(scope, entry) {
  for (const button of scope.querySelectorAll("[data-outcome]")) {
    const { outcome, outcomeWords: words } = button.dataset;
    button.setAttribute("aria-pressed", String(outcome === entry.activity && (!words || entry.note.startsWith(words))));
  }
}

function drawSwept(scope, { entry, ran_until: until, whole_seconds: whole }, settings) {
  const zone = settings.timezone;
  field(scope, "swept").textContent =
    `Your clock for ${entry.patient.name} was stopped by itself. Last sign of you: ${time.said(Date.parse(entry.ended_at), zone)}; it ran until ${time.said(Date.parse(until), zone)}. ` +
    "Nothing counts until you say which time is right.";
  scope.querySelector('[data-settle="short"]').textContent = `Keep ${length(entry.seconds)}`;
  scope.querySelector('[data-settle="whole"]').textContent = `I worked the whole ${length(whole)}`;
  scope.querySelector('[data-settle="on"]').hidden = time.now() - Date.parse(entry.started_at) > GOES_ON;
  field(scope, "entry").href = address(settings.entry, entry.practice, entry.id);
}

// What somebody is typing, or what is not saved yet, stays as it is.
function fill(scope, entry) {
  const same = scope.dataset.entry === keyOf(entry);
  scope.dataset.entry = keyOf(entry);
  for (const name of ["activity", "note", "role"]) {
    const control = field(scope, name);
    const theirs = same && document.activeElement === control && isUnsaid(entry);
    if (control && !theirs && entry[name] && control.value !== entry[name]) control.value = entry[name];
    else if (control && !theirs && name === "note" && !(same && document.activeElement === control)) control.value = entry.note;
  }
  const unsaid = isUnsaid(entry);
  const words = field(scope, "saved");
  if (!same) words.textContent = "";
  else if (words.dataset.waits && !unsaid) words.textContent = "Saved";
  words.dataset.waits = unsaid ? "1" : "";
}

/** A quiet word beside the note. */
export function saved(bar, words) {
  for (const each of bar.querySelectorAll('[data-field="saved"]')) each.textContent = words;
}

function drawUnsent(bar, unsent, refused) {
  const box = field(bar, "unsent");
  const show = Boolean(refused || (unsent && (!field(bar, "offline").hidden || box.dataset.since && Date.now() - box.dataset.since > 1000)));
  box.dataset.since = unsent ? box.dataset.since || Date.now() : "";
  box.hidden = !show;
  const words = [];
  if (unsent) words.push(`Not yet saved: ${count(unsent, "thing")}`);
  if (refused) words.push(`${count(refused, "thing")} could not be saved`);
  const text = box.querySelector("span");
  if (text.textContent !== words.join(". ")) text.textContent = words.join(". ");
  box.querySelector("button").hidden = !refused;
  for (const words of bar.querySelectorAll('[data-field="saved"]')) if (words.dataset.waits && show) words.textContent = "Not yet saved";
}

export function address(pattern, slug, id) {
  return pattern.replace("any-practice", slug).replace(/\/0\//, `/${id}/`);
}

function drawButtons({ shown }) {
  for (const button of document.querySelectorAll("[data-timer-for]")) {
    const here = String(shown.running?.patient.id) === button.dataset.timerFor;
    if (button.dataset.drawn === `${here}${Boolean(shown.running)}`) continue;
    button.dataset.drawn = `${here}${Boolean(shown.running)}`;
    button.dataset.timerState = here ? "stop" : shown.running ? "switch" : "start";
    for (const face of button.querySelectorAll("[data-when]")) face.hidden = face.dataset.when !== button.dataset.timerState;
  }
}

// -- what changes every second -------------------------------------------------------------------

export function tick(bar, { shown }) {
  const { running, month } = shown;
  if (!running) return;
  const now = time.now();
  const elapsed = Math.max(0, Math.floor((now - Date.parse(running.started_at)) / 1000));
  const before = running.before_seconds ?? 0;
  field(bar, "elapsed").textContent = clockOf(before + elapsed);
  field(bar, "phase").textContent = before ? `${clockOf(elapsed)} in this phase` : "";
  const runs = Math.max(0, Math.floor((now - Math.max(Date.parse(running.started_at), month ? Date.parse(month.starts_at) : 0)) / 1000));
  if (month) tickMonth(bar, running, month, runs);
  tickPage(running, runs, now);
}

// What else on the page grows with the clock: the patient's minutes bars, and totals that held the running time when they were drawn.
function tickPage(running, runs, now) {
  for (const figure of document.querySelectorAll(`[data-runs-for="${running.patient.id}"] [data-minutes-bar]`)) grow(figure, runs);
  for (const total of document.querySelectorAll(`[data-grows-with="${running.id}"]`)) {
    const seconds = Number(total.dataset.seconds) + Math.max(0, Math.floor((now - Date.parse(total.dataset.at)) / 1000));
    total.textContent = total.dataset.as === "clock" ? clockOf(seconds) : duration(seconds);
  }
}

// As the filters `clock` and `duration` of the templates write them.
const clockOf = (seconds) => `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
const duration = (seconds) => (seconds < 3600 ? `${minutes(seconds)} min` : `${Math.floor(seconds / 3600)} h ${two(seconds / 60)} min`);
const two = (number) => String(Math.floor(number) % 60).padStart(2, "0");

function tickMonth(bar, running, month, runs) {
  const total = minutes(month.counted_seconds + runs);
  const ahead = paid(month).find((mark) => mark.minutes > total);
  const next = ahead ? ` · ${ahead.minutes - total} to ${ahead.label}` : isFull(month) ? FULL : "";
  field(bar, "month").textContent = `${total} min this month${next}`;
  announce(bar, running, month, total);
}

// Where the payer pays from: a code's whole time is a mark on the bar, and never aimed at.
const paid = (month) => month.marks.filter((mark) => mark.kind !== "whole");
const isFull = (month) => paid(month).length > 0 && paid(month).every((mark) => mark.minutes * 60 <= month.counted_seconds);

// A mark that is passed while one works is said once, as a status message; the clock itself is silent.
function announce(bar, running, month, total) {
  const passed = paid(month).filter((mark) => mark.minutes <= total).length;
  const key = `${keyOf(running)}:${month.month}`;
  const known = bar.dataset.passed?.startsWith(`${key}=`) ? Number(bar.dataset.passed.split("=")[1]) : passed;
  bar.dataset.passed = `${key}=${passed}`;
  if (passed > known) say(bar, `${paid(month)[passed - 1].minutes} minutes counted this month for ${running.patient.name}.`);
}

export function say(bar, words) {
  field(bar, "said").textContent = words;
}
