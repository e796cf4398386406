// The caseload by keyboard. The chosen row is where the focus is, on the patient's name: seen by the eye, and read out with the next
// step by a screen reader. A row that draws itself anew meanwhile gets the focus back.
import { register } from "./keys.js";

let chosen = null; // the row's id

const rows = () => [...document.querySelectorAll("[data-caseload] > tr")];
const row = () => document.activeElement?.closest("[data-caseload] > tr") ?? (chosen && document.getElementById(chosen));

function choose(next) {
  if (!next) return;
  mark(next);
  const link = next.querySelector("[data-case]");
  link.focus();
  next.scrollIntoView({ block: "nearest" });
}

function mark(next) {
  for (const other of document.querySelectorAll(".ct-chosen")) if (other !== next) other.classList.remove("ct-chosen");
  next.classList.add("ct-chosen");
  chosen = next.id;
}

function step(by) {
  const all = rows();
  const at = all.indexOf(row());
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

// What asks for a row and finds none takes the first, so that a key never does nothing in silence.
function withRow(act) {
  return () => {
    const at = row();
    at ? act(at) : choose(rows()[0]);
  };
}

function startOrStop(at) {
  mark(at);
  at.querySelector("[data-timer-for]")?.click();
}

// The note is the running clock's, or that of the entry that was just stopped.
function note(at) {
  const fields = [...document.querySelectorAll('[data-timer] [data-field="note"]')];
  const open = fields.find((field) => field.offsetParent);
  if (open) open.focus();
  else startOrStop(at);
}

function ask(at) {
  if (at.dataset.ask) location.assign(at.dataset.ask);
}

// From what was searched for straight to the first that was found.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" || !event.target.matches("#search")) return;
  event.preventDefault();
  choose(rows()[0]);
});

register("j", "Next patient", () => step(1));
register("k", "Patient before", () => step(-1));
register("ArrowDown", "Next patient", () => step(1));
register("ArrowUp", "Patient before", () => step(-1));
register("o", "Open the chosen patient (or Enter)", withRow((at) => at.querySelector("[data-case]").click()));
register("s", "Start or stop the clock of the chosen patient", withRow(startOrStop));
register("n", "Write the clock's note; starts the clock of the chosen patient if none runs", withRow(note));
register("r", "Ask for a review of the chosen patient", withRow(ask));

document.addEventListener("focusin", ({ target }) => {
  const at = target.closest("[data-caseload] > tr");
  if (at) mark(at);
});

document.body.addEventListener("htmx:afterSettle", () => {
  const at = chosen && document.getElementById(chosen);
  if (!at) return;
  at.classList.add("ct-chosen");
  if (document.activeElement === document.body) at.querySelector("[data-case]").focus({ preventScroll: true });
});
