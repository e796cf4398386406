// Draws the clock: which part is seen, what its fields say, what the buttons on the page are called.
import { grow } from "./minutes-bar.js";

const part = (bar, name) => bar.querySelector(`[data-part="${name}"]`);
const field = (scope, name) => scope.querySelector(`[data-field="${name}"]`);
const minutes = (seconds) => Math.floor(seconds / 60);
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export const fields = {
  value: (scope, name) => field(scope, name)?.value,
  summary(entry) {
    if (!entry) return "";
    const time = entry.seconds < 60 ? count(entry.seconds, "second") : count(minutes(entry.seconds), "minute");
    if (entry.status === "voided") return `No time passed for ${entry.patient.name}: nothing was recorded.`;
    const waits = entry.status === "needs_review" ? " It needs review before it can count." : "";
    return `Recorded ${time} for ${entry.patient.name}.${waits}`;
  },
};

export function draw(bar, clock, urls) {
  const { running } = clock.state;
  const recorded = running ? null : clock.recorded;
  part(bar, "idle").hidden = Boolean(running || recorded);
  part(bar, "running").hidden = !running;
  part(bar, "stopped").hidden = !recorded;
  if (running) drawRunning(part(bar, "running"), clock, urls);
  if (recorded) drawStopped(part(bar, "stopped"), recorded, clock, urls);
  bar.querySelector("[data-timer-stop]").toggleAttribute("data-key", Boolean(running));
  if (running) bar.querySelector("[data-timer-stop]").dataset.key = "s";
  drawButtons(clock);
}

function drawRunning(scope, clock, urls) {
  const entry = clock.state.running;
  const link = field(scope, "patient");
  link.textContent = entry.patient.name;
  link.href = address(urls.patient, entry.practice, entry.patient.id);
  const practice = field(scope, "practice");
  practice.textContent = entry.practice_name;
  practice.hidden = urls.state.includes(`/p/${entry.practice}/`);
  const { cautions } = clock.state;
  const caution = field(scope, "cautions");
  caution.hidden = !cautions.length;
  caution.querySelector("span").textContent = cautions.join(" ");
  fill(scope, entry, clock);
}

function drawStopped(scope, entry, clock, urls) {
  field(scope, "recorded").textContent = fields.summary(entry);
  field(scope, "entry").href = address(urls.entry, entry.practice, entry.id);
  for (const look of scope.querySelectorAll("[data-look]")) {
    look.hidden = (look.dataset.look === "needs_review") !== (entry.status === "needs_review");
  }
  const review = field(scope, "review");
  review.hidden = !entry.review_reason;
  review.querySelector("span").textContent = entry.review_reason;
  for (const control of [field(scope, "activity"), field(scope, "note")]) control.disabled = entry.status === "voided";
  fill(scope, entry, clock);
}

// What somebody is typing, or what is not saved yet, stays as it is.
function fill(scope, entry, clock) {
  const same = scope.dataset.entry === String(entry.id);
  scope.dataset.entry = entry.id;
  if (!same) showSaved(scope, "");
  for (const name of ["activity", "note", "role"]) {
    const control = field(scope, name);
    const theirs = same && (document.activeElement === control || clock.unsaved.get(entry.id)?.values[name] !== undefined);
    if (control && !theirs && control.value !== entry[name]) control.value = entry[name];
  }
}

export function showSaved(scope, words) {
  field(scope, "saved").textContent = words;
}

function address(pattern, slug, id) {
  return pattern.replace("any-practice", slug).replace(/\/0\//, `/${id}/`);
}

function drawButtons({ state }) {
  for (const button of document.querySelectorAll("[data-timer-for]")) {
    const here = String(state.running?.patient.id) === button.dataset.timerFor;
    if (button.dataset.drawn === `${here}${Boolean(state.running)}`) continue;
    button.dataset.drawn = `${here}${Boolean(state.running)}`;
    button.dataset.timerState = here ? "stop" : state.running ? "switch" : "start";
    for (const face of button.querySelectorAll("[data-when]")) face.hidden = face.dataset.when !== button.dataset.timerState;
  }
}

// -- what changes every second -------------------------------------------------------------------

export function tick(bar, { state, skew }) {
  const { running, month } = state;
  if (!running) return;
  const now = Date.now() + skew;
  const elapsed = Math.max(0, Math.floor((now - Date.parse(running.started_at)) / 1000));
  field(bar, "elapsed").textContent = `${Math.floor(elapsed / 3600)}:${two(elapsed / 60)}:${two(elapsed)}`;
  if (month) tickMonth(bar, running, month, now);
}

const two = (number) => String(Math.floor(number) % 60).padStart(2, "0");

function tickMonth(bar, running, month, now) {
  const since = Math.max(Date.parse(running.started_at), Date.parse(month.starts_at));
  const runs = Math.max(0, Math.floor((now - since) / 1000));
  const total = minutes(month.counted_seconds + runs);
  const ahead = month.marks.find((mark) => mark.minutes > total);
  field(bar, "month").textContent = `${total} min this month${ahead ? ` · ${ahead.minutes - total} to ${ahead.label}` : ""}`;
  announce(bar, running, month, total);
  for (const figure of document.querySelectorAll(`[data-runs-for="${running.patient.id}"] [data-minutes-bar]`)) grow(figure, runs);
}

// A mark that is passed while one works is said once, as a status message; the clock itself is silent.
function announce(bar, running, month, total) {
  const passed = month.marks.filter((mark) => mark.minutes <= total).length;
  const key = `${running.id}:${month.month}`;
  const known = bar.dataset.passed?.startsWith(`${key}=`) ? Number(bar.dataset.passed.split("=")[1]) : passed;
  bar.dataset.passed = `${key}=${passed}`;
  if (passed > known) say(bar, `${month.marks[passed - 1].minutes} minutes counted this month for ${running.patient.name}.`);
}

export function say(bar, words) {
  field(bar, "said").textContent = words;
}
