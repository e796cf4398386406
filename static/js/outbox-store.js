// What the person did and the server has not yet taken: acts, in order, in this browser's storage, each under a key of its own so that
// two windows never write over each other. They are bound to the person, hold no name, and what was typed is sealed (outbox-seal.js).
import { seal, unseal } from "./outbox-seal.js";

const TYPED = ["note", "base"];
let prefix = null;
let acts = []; // this window's copy, oldest first, with what was typed in the clear
let last = 0;

const storage = {
  keys: () => { try { return Object.keys(localStorage); } catch { return []; } },
  get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, text) => { try { localStorage.setItem(name, text); } catch { /* full or forbidden: this window still knows */ } },
  remove: (name) => { try { localStorage.removeItem(name); } catch { /* was never there */ } },
};

export async function open(person) {
  prefix = `ct-outbox:${person}:`;
  await reload();
}

/** Read anew what all windows have put there. */
export async function reload() {
  const found = storage.keys().filter((name) => name.startsWith(prefix)).sort();
  const read = await Promise.all(found.map(load));
  const memoryOnly = acts.filter((act) => act.unkept);
  acts = [...read.filter(Boolean), ...memoryOnly].sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function load(name) {
  try {
    const act = JSON.parse(storage.get(name));
    const mine = acts.find((known) => known.key === name && known.version === act.version);
    if (mine) return mine;
    for (const field of TYPED) if (act[field]) act[field] = await unseal(act[field]) ?? (act.lost = true, undefined);
    return act;
  } catch {
    return null;
  }
}

export const all = () => acts;
export const waiting = () => acts.filter((act) => !act.refused);
export const refused = () => acts.filter((act) => act.refused);

/** Keep an act. `place` is the key of one in whose place in the order it comes. */
export function add(act, place) {
  last = Math.max(last + 1, Date.now());
  const order = place ? place.slice(prefix.length).split("-")[0] : String(last).padStart(15, "0");
  const kept = { ...act, id: crypto.randomUUID(), version: 1 };
  kept.key = `${prefix}${order}-${kept.id}`;
  acts = [...acts, kept].sort((one, other) => (one.key < other.key ? -1 : 1));
  write(kept);
  return kept;
}

export function change(act, values) {
  const kept = acts.find((known) => known.key === act.key);
  if (!kept) return null;
  Object.assign(kept, values, { version: kept.version + 1 });
  write(kept);
  return kept;
}

/** The server has taken it. What was typed since (`version`) stays. */
export function taken(act, version) {
  const kept = acts.find((known) => known.key === act.key);
  if (kept && kept.version !== version) return;
  remove(act);
}

export function remove(act) {
  acts = acts.filter((known) => known.key !== act.key);
  storage.remove(act.key);
}

export function forget() {
  for (const act of [...acts]) remove(act);
}

async function write(act) {
  const version = act.version;
  const sealed = { ...act };
  for (const field of TYPED) {
    if (sealed[field] === undefined || sealed[field] === "") continue;
    sealed[field] = await seal(act[field]);
    if (sealed[field] === null) { act.unkept = true; return; } // never in the clear
  }
  if (act.version === version && acts.includes(act)) storage.set(act.key, JSON.stringify(sealed));
}

/** Whether a `storage` event is about this person's acts. */
export const isOurs = (event) => event.key === null || Boolean(prefix && event.key?.startsWith(prefix));
