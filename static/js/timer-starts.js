// Starting the clock: on a patient, with the next phase of the work, after a pause; and taking a start back.
import * as time from "./clock-time.js";
import { flash } from "./flash.js";
import * as outbox from "./outbox.js";
import * as store from "./outbox-store.js";
import { isAbout, learnName } from "./timer-state.js";
import { say } from "./timer-view.js";

const JUST_BEGUN = 15000; // ms in which a first phase is named, and not yet left for the next
const TELLS = 3000; // ms for which an answer to a start is waited for before it is taken back here alone
const OPENED = "ct-chart-opened";

const pending = (kind, entry) => store.waiting().find((act) => act.kind === kind && isAbout(act, entry));
const goesOn = (entry) => (entry.client_id ? { after_client_id: entry.client_id } : { after: entry.id });

/** A clock that was started here and has not been sent yet ends here too: one stretch, from start to stop. What was kept before. */
export function endKept(entry, at, values = {}) {
  const begun = entry && store.waiting().find((act) => act.kind === "start" && act.client_id === entry.client_id);
  if (!begun) return null;
  const note = pending("note", entry);
  const { activity = begun.activity, role = begun.role } = { ...note, ...values };
  const text = values.note ?? note?.note;
  const removed = [begun, note].filter(Boolean);
  for (const act of removed) store.remove(act);
  const stretch = { kind: "stretch", slug: begun.slug, patient: begun.patient, client_id: begun.client_id, began: begun.at, at, activity };
  for (const name of ["after", "after_client_id"]) if (begun[name]) stretch[name] = begun[name];
  const added = store.add({ ...stretch, ...(role ? { role } : {}), ...(text ? { note: text } : {}) }, begun.key);
  return { removed, added };
}

/** `on.redraw()`, `on.sendNow()`, `on.describe(entry, values)` and `on.call(what, json)` are the clock's. */
export function starting(bar, clock, settings, on) {
  function begin({ role, ...values }) {
    const at = time.now();
    const ended = endKept(clock.shown.running, at);
    const act = store.add({ kind: "start", at, client_id: crypto.randomUUID(), ...values, ...(role ? { role } : {}) });
    on.redraw();
    on.sendNow();
    return { act, ended };
  }

  function start({ timerFor, timerActivity, timerRole, timerName }) {
    const [patient, before] = [Number(timerFor), clock.shown.running];
    learnName(patient, timerName);
    const begun = begin({ slug: settings.practice, patient, activity: timerActivity || settings.activity, role: timerRole });
    const runs = `runs for ${clock.shown.running.patient.name}.`;
    if (!before) say(bar, `The clock ${runs}`);
    else {
      say(bar, ""); // said once, where it can be taken back
      offerBack(flash("info", `The clock for ${before.patient.name} has stopped. It ${runs}`), begun, "Undo");
    }
    return begun;
  }

  // The phase of the work: within the first seconds it is named, later it ends and the next begins at this very instant.
  function phase(activity, label) {
    const { running } = clock.shown;
    if (!running || running.activity === activity) return;
    const isNew = !running.before_seconds && time.now() - Date.parse(running.started_at) < JUST_BEGUN;
    if (isNew) on.describe(running, { activity });
    else begin({ slug: running.practice, patient: running.patient.id, activity, role: running.role, ...goesOn(running) });
    say(bar, `${label}. The clock goes on for ${running.patient.name}.`);
  }

  function resume() {
    const entry = clock.shown.recorded ?? clock.shown.resume;
    if (!entry || clock.shown.running) return;
    learnName(entry.patient.id, entry.patient.name);
    const activity = entry.activity === settings.attempt ? settings.activity : entry.activity;
    begin({ slug: entry.practice, patient: entry.patient.id, activity, role: entry.role, ...goesOn(entry) });
    say(bar, `The clock goes on for ${entry.patient.name}.`);
    bar.querySelector("[data-timer-pause]").focus();
  }

  function offerBack(box, begun, word) {
    const back = document.createElement("button");
    back.type = "button";
    back.className = "btn btn-sm btn-outline-secondary";
    back.textContent = word;
    back.addEventListener("click", async () => {
      box.remove();
      const { ok, body } = await takeBack(begun);
      if (ok) say(bar, clock.shown.running ? `The clock goes on for ${clock.shown.running.patient.name}.` : "Taken back: nothing was recorded.");
      else flash("error", Object.values(body.problems ?? {}).join(" "));
    });
    box.insertBefore(back, box.lastElementChild);
  }

  async function takeBack({ act, ended }) {
    await Promise.race([outbox.flush(), new Promise((go) => setTimeout(go, TELLS))]);
    const kept = store.waiting().find((each) => each.key === act.key);
    const said = kept ? forget(kept, ended) : await on.call("back/", { client_id: act.client_id });
    if (said.ok) clock.recorded = null;
    on.redraw();
    return said;
  }

  // The server has not heard of it: what was kept before stands again.
  function forget(act, ended) {
    for (const each of [...store.all()]) if (each === act || (act.client_id && each.client_id === act.client_id)) store.remove(each);
    if (ended) {
      store.remove(ended.added);
      for (const each of ended.removed) store.add(each, each.key);
    }
    return { ok: true };
  }

  /** Who has chosen it: opening a chart starts the clock, once, where none runs. */
  function openChart() {
    const here = document.getElementById("timer-start")?.dataset ?? {};
    if (!isNewlyOpened(here.timerFor) || bar.dataset.startsOnChart !== here.timerFor) return;
    const { running, swept, unsent } = clock.shown;
    if (running || swept || unsent) return;
    const begun = start({ ...here, timerActivity: settings.prepare });
    offerBack(flash("info", "The clock has started with the chart, as you chose."), begun, "Do not count it");
  }

  return { start, phase, resume, openChart };
}

function isNewlyOpened(patient = "") {
  try {
    const before = sessionStorage.getItem(OPENED);
    sessionStorage.setItem(OPENED, patient);
    return patient !== "" && before !== patient;
  } catch {
    return false;
  }
}
