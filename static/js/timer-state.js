// What the clock shows: the server's answer, and on it what the person has done since that the server has not yet taken.
import { all, refused as refusedActs, waiting } from "./outbox-store.js";

const names = new Map(); // patients by number: from answers and from buttons, never kept

export function learnName(id, name) {
  if (id && name) names.set(Number(id), name);
}

export function nameOf(id) {
  return names.get(Number(id)) ?? `Patient ${id}`;
}

/** One word for an entry, whether or not it has arrived. */
export const keyOf = (entry) => entry?.client_id || `#${entry?.id ?? entry?.entry}`;

/** The server's state with the acts that wait done to it. */
export function project(state, recorded) {
  const shown = { ...state, recorded };
  for (const act of waiting()) DO[act.kind]?.(shown, act);
  shown.unsent = waiting().length;
  shown.refused = refusedActs().length;
  return shown;
}

const DO = {
  start(shown, act) {
    const before = shown.running;
    const isHere = before?.patient.id === act.patient;
    if (isHere && !(goesOn(act) && before.activity !== act.activity)) return;
    if (before) end(shown, act.at);
    shown.running = follows(shown, act, act.at);
    // Of another patient's month, and of after a pause, only the server knows.
    shown.month = isHere && shown.month ? { ...shown.month, counted_seconds: shown.month.counted_seconds + shown.recorded.seconds } : null;
    if (!isHere) shown.cautions = [];
    shown.recorded = null;
    shown.watch = null;
  },
  stop(shown, act) {
    if (!shown.running || !isAbout(act, shown.running)) return;
    Object.assign(shown.running = { ...shown.running }, said(act));
    end(shown, act.at);
  },
  stretch(shown, act) {
    if (shown.running && Date.parse(shown.running.started_at) <= act.began) end(shown, act.began);
    shown.recorded = { ...follows(shown, act, act.began), ended_at: iso(act.at), seconds: between(act.began, act.at), status: "unsent" };
    shown.resume = shown.recorded;
  },
  sign(shown, act) {
    if (shown.running?.id === act.entry) shown.watch = null; // asked again once the server says when
  },
  settle(shown, { entry: id, keep }) {
    const { swept } = shown;
    if (swept?.entry.id !== id) return;
    const { entry, ran_until: until, whole_seconds: whole } = swept;
    const settled = { ...entry, review_reason: "" };
    shown.swept = null;
    if (keep === "on") Object.assign(shown, { running: { ...settled, status: "running", ended_at: null, seconds: null }, month: null, watch: null, cautions: [] });
    else shown.recorded = { ...settled, status: "unsent", ...(keep === "whole" ? { ended_at: until, seconds: whole } : {}) };
  },
  began(shown, act) {
    for (const name of ["running", "recorded"]) {
      if (shown[name] && isAbout(act, shown[name])) shown[name] = since(shown[name], act.began);
    }
  },
  note(shown, act) {
    for (const name of ["running", "recorded"]) {
      if (shown[name] && isAbout(act, shown[name])) shown[name] = { ...shown[name], ...said(act) };
    }
  },
};

function end(shown, at) {
  const { running } = shown;
  shown.recorded = { ...running, ended_at: iso(at), seconds: between(Date.parse(running.started_at), at), status: "unsent" };
  shown.running = null;
  shown.resume = shown.recorded;
}

const goesOn = (act) => Boolean(act.after || act.after_client_id);

// A phase after the first, and work after a pause, knows how much there was before.
function follows(shown, act, at) {
  const made = entry(act, at);
  if (!goesOn(act)) return made;
  const before = [shown.recorded, shown.resume].find((each) => each?.patient.id === act.patient);
  return { ...made, before_seconds: before ? (before.before_seconds ?? 0) + before.seconds : 0 };
}

function since(entry, began) {
  const moved = { ...entry, started_at: iso(began) };
  return entry.ended_at ? { ...moved, seconds: between(began, Date.parse(entry.ended_at)), status: "unsent" } : moved;
}

// Whole seconds, each end cut to its second as the server cuts it.
const between = (from, until) => Math.max(0, Math.floor(until / 1000) - Math.floor(from / 1000));

function entry(act, began) {
  return {
    id: null, client_id: act.client_id, practice: act.slug, practice_name: "", role: act.role ?? "", activity: act.activity,
    note: act.note ?? "", status: "running", review_reason: "", started_at: iso(began), ended_at: null, seconds: null, before_seconds: 0,
    patient: { id: act.patient, name: nameOf(act.patient), record_number: "" },
  };
}

function said(act) {
  const found = {};
  for (const name of ["activity", "note", "role"]) if (act[name] !== undefined) found[name] = act[name];
  return found;
}

export function isAbout(act, entry) {
  return act.client_id ? act.client_id === entry.client_id : act.entry !== undefined && act.entry === entry.id;
}

/** Whether the last words of an entry are on their way. */
export const isUnsaid = (entry) => all().some((act) => !act.refused && act.note !== undefined && isAbout(act, entry));

const iso = (at) => new Date(at).toISOString();
