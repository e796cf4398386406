// An entry as plain text, in the words of the pages' own "Copy as text".
import * as time from "./clock-time.js";

/** "Oct 14, 2026, 3:05 PM-3:17 PM, 12 min 30 s, Patient contact, Alice Moreno", and what was written. */
export function entryText(entry, activity, settings) {
  const [from, to] = [Date.parse(entry.started_at), Date.parse(entry.ended_at)];
  const zone = settings.timezone;
  const last = day(from, zone) === day(to, zone) ? plain(time.said(to, zone)) : `${day(to, zone)}, ${plain(time.said(to, zone))}`;
  const head = `${day(from, zone)}, ${plain(time.said(from, zone))}-${last}, ${exactly(entry.seconds)}, ${activity}, ${settings.name}`;
  return [head, ...entry.note.split("\n").filter(Boolean).map((line) => `  ${line}`)].join("\n");
}

const day = (at, zone) => new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "short", day: "numeric" }).format(at);
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

function exactly(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (hours) return `${hours} h ${String(minutes).padStart(2, "0")} min ${String(rest).padStart(2, "0")} s`;
  return minutes ? `${minutes} min ${String(rest).padStart(2, "0")} s` : `${rest} s`;
}
