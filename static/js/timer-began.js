// "Started ten minutes ago": sets the start of the running clock right. Other time is never covered unasked: where some is in the way,
// both are shown on a small timeline, and the person chooses.
import * as time from "./clock-time.js";
import { open } from "./dialog.js";
import { flash } from "./flash.js";
import { timeline } from "./timeline.js";

export function began(bar, clock, settings, call) {
  const dialog = document.getElementById("timer-began");
  const form = dialog.querySelector("form");
  let wanted = NaN;

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
  dialog.querySelector("[data-crop]").addEventListener("click", () => move(wanted, true));
  dialog.querySelector("[data-conflict-cancel]").addEventListener("click", calm);

  async function move(at, crop = false) {
    const { running } = clock.shown;
    if (!running?.id) return mistake("The start has not been saved yet. Try again once the line is back.");
    wanted = at;
    const { ok, status, body } = await call("began/", { entry: running.id, at: new Date(at).toISOString(), crop });
    if (ok) return close(body);
    if (status === 409 && body.others?.length) return ask(body.others, running, at);
    mistake(Object.values(body.problems ?? {}).join(" ") || "This could not be saved. Try again in a moment.");
  }

  function close({ running, cut }) {
    dialog.close();
    if (!cut) return flash("success", `The clock now runs since ${time.said(Date.parse(running.started_at), settings.timezone)}.`);
    offerUndo(flash("success", cut.said), cut);
  }

  function offerUndo(box, cut) {
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "btn btn-sm btn-outline-secondary";
    undo.textContent = "Undo";
    undo.addEventListener("click", async () => {
      box.remove();
      const { ok, body } = await call("undo/", { cut: cut.id });
      flash(ok ? "success" : "error", ok ? "Taken back: both stand as they were." : Object.values(body.problems ?? {}).join(" "));
    });
    box.insertBefore(undo, box.lastElementChild);
  }

  function ask(others, running, at) {
    const box = dialog.querySelector("[data-conflict]");
    const first = others[0];
    box.querySelector("[data-conflict-said]").textContent =
      `Your time for ${first.patient.name}, ${span(first)}, is in the way. The clock can start there only if that entry is cut.`;
    box.querySelector("[data-conflict-line]").replaceChildren(timeline([
      { name: running.patient.name, from: at, to: time.now(), tone: "this" },
      ...others.map((other) => ({ name: other.patient.name, from: Date.parse(other.started_at), to: Date.parse(other.ended_at), tone: "that" })),
    ], settings.timezone));
    box.hidden = false;
    box.querySelector("[data-crop]").focus();
  }

  const span = (entry) => `${time.said(Date.parse(entry.started_at), settings.timezone)}–${time.said(Date.parse(entry.ended_at), settings.timezone)}`;

  function calm() {
    mistake("");
    dialog.querySelector("[data-conflict]").hidden = true;
  }

  function mistake(words) {
    const place = dialog.querySelector("[data-began-error]");
    place.textContent = words;
    place.hidden = !words;
  }
}
