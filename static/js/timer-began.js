// "Started ten minutes ago": sets the start of the clock right, with network or without. Other time is never covered unasked: where
// some is in the way, both are shown on a small timeline, and the person chooses, at once or when the line is back.
import * as time from "./clock-time.js";
import { open } from "./dialog.js";
import { flash } from "./flash.js";
import * as outbox from "./outbox.js";
import * as store from "./outbox-store.js";
import { isAbout, nameOf } from "./timer-state.js";
import { timeline } from "./timeline.js";

const SOON = 1500; // ms after which the answer is not waited for
const GONE = "The clock has stopped. Open the entry to correct its time.";

/** `on.keep(entry, began)` puts the wish into the outbox; `on.undo(cut)` and `on.redraw()` are the clock's. */
export function began(bar, clock, settings, on) {
  const dialog = document.getElementById("timer-began");
  const form = dialog.querySelector("form");
  const said = (at) => time.said(at, settings.timezone);
  let asked = null; // the act that the dialog asks about

  bar.querySelector('[data-field="began"]').addEventListener("click", () => {
    calm();
    form.elements.at.value = time.wall(Date.parse(clock.shown.running.started_at), settings.timezone);
    open(dialog);
  });
  for (const button of dialog.querySelectorAll("[data-ago]")) {
    button.addEventListener("click", () => move(time.now() - Number(button.dataset.ago) * 60000));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const at = time.lastAt(form.elements.at.value, settings.timezone, time.now());
    Number.isNaN(at) ? mistake("This is no time of day. Write it as 14:30.") : move(at);
  });
  dialog.querySelector("[data-crop]").addEventListener("click", () => decide({ crop: true }));
  dialog.querySelector("[data-conflict-cancel]").addEventListener("click", leave);
  dialog.addEventListener("close", () => { if (asked && !asked.tried) leave(); });

  function move(at) {
    const { running } = clock.shown;
    if (!running) return mistake(GONE);
    calm();
    return sent(on.keep(running, at));
  }

  function decide(values) {
    const act = asked && store.change(asked, { ...values, refused: null });
    asked = null;
    return act ? sent(act) : dialog.close(); // decided in another window
  }

  async function sent(act) {
    await Promise.race([outbox.flush(), new Promise((go) => setTimeout(go, SOON))]);
    if (!store.waiting().some((each) => each.key === act.key)) return;
    dialog.close();
    flash("info", `The start is set to ${said(act.began)} here. It is sent once the line is back.`);
  }

  /** The server has taken it. */
  function took(act, { cut, running }) {
    if (dialog.open) dialog.close();
    const runs = running && Date.parse(running.started_at) === act.began;
    const words = `${runs ? "The clock" : "Your time"} for ${nameOf(act.patient)} now ${runs ? "runs since" : "begins at"} ${said(act.began)}.`;
    const box = flash("success", cut ? `${words} ${cut.said}` : words);
    if (cut) offerUndo(box, cut);
  }

  function offerUndo(box, cut) {
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "btn btn-sm btn-outline-secondary";
    undo.textContent = "Undo";
    undo.addEventListener("click", async () => {
      box.remove();
      const { ok, body } = await on.undo(cut);
      flash(ok ? "success" : "error", ok ? "Taken back: both stand as they were." : Object.values(body.problems ?? {}).join(" "));
    });
    box.insertBefore(undo, box.lastElementChild);
  }

  /** The server has not: whether this has said so to the person. */
  function refused(act, others) {
    if (others.length) return ask(act, others);
    if (!dialog.open || act.tried) return false;
    mistake(act.refused);
    store.remove(act);
    return true;
  }

  function ask(act, others) {
    asked = act;
    const box = dialog.querySelector("[data-conflict]");
    const first = others[0];
    const before = act.tried ? `Without network you set the start for ${nameOf(act.patient)} to ${said(act.began)}. ` : "";
    box.querySelector("[data-conflict-said]").textContent =
      `${before}Your time for ${first.patient.name}, ${span(first)}, is in the way. The clock can start there only if that entry is cut.`;
    box.querySelector("[data-conflict-line]").replaceChildren(timeline([
      { name: nameOf(act.patient), from: act.began, to: endOf(act, others), tone: "this" },
      ...others.map((other) => ({ name: other.patient.name, from: Date.parse(other.started_at), to: Date.parse(other.ended_at), tone: "that" })),
    ], settings.timezone));
    box.hidden = false;
    choices(!act.tried); // what was wished without network may be about a clock that has ended
    if (!dialog.open) open(dialog);
    box.querySelector("[data-crop]").focus();
    return true;
  }

  function endOf(act, others) {
    const mine = [clock.shown.running, clock.shown.recorded].find((entry) => entry && isAbout(act, entry));
    if (mine) return mine.ended_at ? Date.parse(mine.ended_at) : time.now();
    return Math.max(...others.map((other) => Date.parse(other.ended_at)));
  }

  const span = (entry) => `${said(Date.parse(entry.started_at))}–${said(Date.parse(entry.ended_at))}`;

  function leave() {
    if (asked) store.remove(asked);
    const wasLate = asked?.tried;
    calm();
    on.redraw();
    if (wasLate) dialog.close();
  }

  function calm() {
    asked = null;
    mistake("");
    dialog.querySelector("[data-conflict]").hidden = true;
    choices(true);
  }

  function choices(shown) {
    for (const each of dialog.querySelectorAll("[data-began-choice]")) each.hidden = !shown;
    dialog.querySelector("[data-began-later]").hidden = shown;
  }

  function mistake(words) {
    const place = dialog.querySelector("[data-began-error]");
    place.textContent = words;
    place.hidden = !words;
  }

  return { took, refused };
}
