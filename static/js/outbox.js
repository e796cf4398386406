// Sends what the person did, one after the other, until the server has taken it. A line that is gone, a server that is down, a session
// that has ended only make it wait. What the server refuses is kept and shown: the person decides.
import * as time from "./clock-time.js";
import { send } from "./http.js";
import * as store from "./outbox-store.js";

const PATIENCE = 12000; // ms for an answer
const FRESH = 1500; // ms within which a press needs no instant of its own: the server's clock is read as it arrives
const LOCK = "caretally-outbox";
const RACES = 4; // times that an act which lost a race is tried again before the person is asked

let settings = null;
let handlers = null;
let sending = null;

export function begin(given, on) {
  [settings, handlers] = [given, on];
}

export function headers() {
  return { "X-Person": String(settings.person) };
}

export const address = (slug, what) => settings.api.replace("any-practice", slug || settings.practice) + what;

/** Send what waits. One window does it at a time; resolves when nothing more can be sent now. */
export function flush() {
  sending ??= locked(run).finally(() => { sending = null; });
  return sending;
}

function locked(work) {
  return navigator.locks ? navigator.locks.request(LOCK, work) : work();
}

async function run() {
  await store.reload();
  for (let act; (act = store.waiting().find(isDue)); ) {
    if (!(await one(act))) break;
  }
  handlers.changed();
}

const isDue = (act) => !(act.kind === "note" && act.notBefore > Date.now());

async function one(act) {
  const { version } = act;
  const sent = Date.now();
  const json = body(act);
  let answer;
  try {
    answer = await send("POST", address(act.slug, `${act.kind}/`), { json, headers: headers(), patience: PATIENCE, once: true });
  } catch {
    handlers.connected(false);
    return later(act);
  }
  const said = await answer.json().catch(() => ({}));
  handlers.connected(answer.status < 500);
  if (answer.ok) return took(act, version, said, sent);
  if (isRace(act, answer.status, said)) return again(act, said);
  return refusal(act, answer.status, said);
}

// Two at the same instant, on two devices: the last press is the one that is meant. So the one that lost is done on what is there now.
const isRace = (act, status, said) => status === 409 && !said.others?.length && (act.races ?? 0) < RACES;

async function again(act, { state }) {
  const races = (act.races ?? 0) + 1;
  store.change(act, { races });
  if (state) handlers.took(null, state);
  await new Promise((go) => setTimeout(go, 100 * 2 ** races * (0.5 + Math.random())));
  return true;
}

function took(act, version, state, sent) {
  time.learn(state.now, sent);
  // The clock ran on this patient already: what is said of this start is said of that timer.
  if (act.kind === "start" && state.running && state.running.client_id !== act.client_id && !state.stopped) isNow(act, state.running);
  // Its start was set right after it had ended: it was entered again, and what is said of it is said of that entry.
  if (act.kind === "began" && state.stopped) isNow(act, state.stopped);
  // A clock that was stopped by itself goes on: what is said of it since is said of the timer in its place.
  if (["settle", "sign"].includes(act.kind) && state.running?.patient.id === act.patient && state.running.id !== act.entry) {
    for (const was of [{ client_id: act.was }, { entry: act.entry }]) isNow(was, state.running);
  }
  store.taken(act, ["note", "began", "sign"].includes(act.kind) ? version : store.all().find((kept) => kept.key === act.key)?.version);
  handlers.took(act, state);
  return true;
}

function later(act) {
  if (!act.tried) store.change(act, { tried: true });
  return false;
}

function isNow(act, entry) {
  for (const later of store.all()) {
    if (later !== act && isSame(later, act)) store.change(later, { client_id: null, entry: entry.id });
    if (act.client_id && later.after_client_id === act.client_id) store.change(later, { after_client_id: null, after: entry.id });
  }
}

const isSame = (one, other) => (one.client_id ? one.client_id === other.client_id : one.entry !== undefined && one.entry === other.entry);

function refusal(act, status, said) {
  // Signed out: a press keeps its own instant while the password is typed.
  if (status >= 500 || status === 429 || status === 401) return later(act);
  if (status === 403 && /csrf/i.test(said.detail ?? "")) {
    handlers.stale();
    return false;
  }
  if (status === 409 && said.state) handlers.took(null, said.state);
  const words = said.problems ? Object.values(said.problems).join(" ") : sentence(status);
  const others = said.others ?? [];
  const kept = store.change(act, { refused: words, isAsked: others.length > 0 });
  if (kept) handlers.refused(kept, others);
  return true;
}

function sentence(status) {
  if (status === 404) return "This patient or entry is not here any more.";
  if (status === 403) return "Your role does not allow this any more. Ask your supervisor.";
  return "The server could not read this.";
}

function body(act) {
  const refers = act.entry ? { entry: act.entry } : { client_id: act.client_id };
  const said = {};
  for (const name of ["activity", "note", "role", "base"]) if (act[name] !== undefined && act[name] !== null) said[name] = act[name];
  const isLate = act.at && (act.tried || time.now() - act.at > FRESH);
  const instant = isLate ? { at: iso(act.at), late: true } : {};
  for (const name of ["after", "after_client_id"]) if (act[name]) said[name] = act[name];
  switch (act.kind) {
    case "start": return { patient: act.patient, client_id: act.client_id, ...said, ...instant };
    case "stop": delete said.role; return { ...refers, ...said, ...instant };
    case "began": return { ...refers, at: iso(act.began), crop: Boolean(act.crop) };
    case "sign": return { entry: act.entry, answered: true, ...(isLate ? { at: iso(act.at) } : {}) };
    case "settle": return { entry: act.entry, keep: act.keep };
    case "stretch": delete said.base; return { patient: act.patient, client_id: act.client_id, ...said, started_at: iso(act.began), ended_at: iso(act.at) };
    default: return { ...refers, ...said };
  }
}

const iso = (at) => new Date(at).toISOString();
