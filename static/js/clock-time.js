// The server's time, as this browser knows it. A browser's clock may be wrong by minutes: every answer of the server corrects it.
let skew = 0; // ms to add to this browser's clock
let known = false;

export const now = () => Date.now() + skew;

/** An answer said that it was `iso` on the server, at some moment between `sent` and `got` on this browser's clock. */
export function learn(iso, sent = Date.now(), got = Date.now()) {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return;
  const measured = at - (sent + got) / 2;
  // Within a request's own length the old answer is as good: a clock that does not jump is better than one that is right by 50 ms.
  if (known && Math.abs(measured - skew) < (got - sent) / 2 + 250) return;
  skew = measured;
  known = true;
}

/** When this page was asked for and when it came, on this browser's clock: its state was read in between. */
export function ofThisPage() {
  const [page] = performance.getEntriesByType?.("navigation") ?? [];
  const since = (moment) => performance.now() - moment;
  const isLikely = page && page.requestStart > 0 && since(page.responseStart) >= 0 && since(page.requestStart) < 60000;
  return isLikely ? [Date.now() - since(page.requestStart), Date.now() - since(page.responseStart)] : [];
}

/** "14:05" on the clock of a time zone, at an instant in ms. */
export function wall(at, zone) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** "2:05 PM", as the pages say it. */
export function said(at, zone) {
  return new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(at);
}

/** The last instant before `before` at which a clock in `zone` showed "14:05"; NaN where that is no time of day. */
export function lastAt(text, zone, before) {
  const given = minutes(text);
  if (Number.isNaN(given)) return NaN;
  const here = minutes(wall(before, zone));
  const minute = before - (before % 60000);
  const guess = minute - ((here - given + 1440) % 1440) * 60000;
  // On a night on which clocks change, that misses by the hour that was skipped or lived twice, or by a day and that hour.
  const near = [-1, 0, 1, 23].map((hours) => guess + hours * 3600000);
  const found = near.filter((at) => at <= before && wall(at, zone) === wall0(given));
  return found.length ? Math.max(...found) : NaN;
}

function minutes(text) {
  const [, hours, rest] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined || hours > 23 || rest > 59 ? NaN : hours * 60 + Number(rest);
}

const wall0 = (given) => `${String(Math.floor(given / 60)).padStart(2, "0")}:${String(given % 60).padStart(2, "0")}`;
