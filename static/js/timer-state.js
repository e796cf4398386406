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
    if (shown.running && shown.running.patient.id === act.patient) return;
    if (shown.running) end(shown, act.at);
    shown.recorded = null;
    shown.month = null;
    shown.watch = null;
    shown.cautions = [];
    shown.running = entry(act, act.at);
  },
  stop(shown, act) {
    if (!shown.running || !isAbout(act, shown.running)) return;
    Object.assign(shown.running = { ...shown.running }, said(act));
    end(shown, act.at);
  },
  stretch(shown, act) {
    shown.recorded = { ...entry(act, act.began), ended_at: iso(act.at), seconds: between(act.began, act.at), status: "unsent" };
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
    note: act.note ?? "", status: "running", review_reason: "", started_at: iso(began), ended_at: null, seconds: null,
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
