// The end of a session, without loss: a warning two minutes before, and a sign-in over the page when time ran out.
// The server alone decides; this clock only knows when to ask it. Tabs of one browser tell each other what they learn.
import { renew, token } from "./csrf.js";
import { open } from "./dialog.js";

const meta = document.querySelector('meta[name="session"]')?.dataset;
const idle = Number(meta?.idleSeconds ?? 0);
const WARN = Math.min(120, idle / 2); // seconds before the end
const QUIET = Math.min(300, idle / 4); // while one works without sending anything, the server hears of it this often
const ASK_AGAIN = 5000; // ms between questions while the server cannot be reached
const SPOKEN = [120, 60, 30, 10]; // seconds at which the countdown is said aloud

const channel = "BroadcastChannel" in window ? new BroadcastChannel("ct-session") : null;
const warning = document.getElementById("session-warning");
const resume = document.getElementById("session-resume");
let deadline = meta ? Date.now() + Number(meta.secondsLeft) * 1000 : Infinity;
let ended = false;
let askedAt = 0;
let heardAt = Date.now(); // when the server last counted something as work
let touchedAt = 0;
let waiting = [];

const secondsLeft = () => Math.ceil((deadline - Date.now()) / 1000);

function tell(kind) {
  channel?.postMessage({ kind, person: meta.person, left: secondsLeft(), token: token() });
}

// -- what the server says -----------------------------------------------------------------------

/** A header of any answer: the session has this many seconds left. */
export function noteAnswer(left) {
  if (!meta || left === null || left === undefined || left === "") return;
  heardAt = Date.now();
  alive(Number(left));
  tell("here");
}

function alive(left) {
  deadline = Date.now() + left * 1000;
  if (left > WARN && warning.open) warning.close();
}

async function ask(method, url, body) {
  const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
  if (method === "POST") Object.assign(headers, { "X-CSRFToken": token(), "Content-Type": "application/json" });
  const answer = await fetch(url, { method, headers, credentials: "same-origin", body: body && JSON.stringify(body) });
  const said = await answer.json().catch(() => ({}));
  return { ok: answer.ok, status: answer.status, said };
}

/** Ask without counting as work. */
async function check() {
  if (Date.now() - askedAt < ASK_AGAIN) return;
  askedAt = Date.now();
  try {
    follow((await ask("GET", meta.statusUrl)).said);
  } catch {
    // Not reachable: the clock goes on, and the next tick asks again.
  }
}

function follow(said) {
  if (said.signed_in === undefined) return;
  if (!said.signed_in || said.person !== meta.person) return end(said);
  renew(said.csrf_token);
  if (ended) return goOn();
  alive(said.seconds_left);
}

// -- the warning --------------------------------------------------------------------------------

function tick() {
  if (!meta || ended) return;
  const left = secondsLeft();
  if (left <= 0) return check();
  if (left > WARN) return touchedAt > heardAt && Date.now() - heardAt > QUIET * 1000 ? extend() : undefined;
  if (!warning.open) {
    check();
    open(warning);
    say(left);
  }
  countdown(left);
}

function countdown(left) {
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  warning.querySelector("[data-session-countdown]").textContent = text;
  if (SPOKEN.includes(left)) say(left);
}

function say(left) {
  warning.querySelector("[data-session-said]").textContent = `${left} seconds until you are signed out.`;
}

async function extend() {
  heardAt = Date.now();
  try {
    const { status, said } = await ask("POST", meta.extendUrl);
    if (status === 403) return check(); // another tab signed in anew: take its token over
    follow(said);
    if (said.signed_in) tell("here");
    if (said.signed_in && said.seconds_left <= WARN) mistake(warning, "This session cannot be made longer. Sign in again when it ends: nothing is lost.");
  } catch {
    if (warning.open) mistake(warning, "The server cannot be reached. Check the network and try again.");
  }
}

// -- the end, and the way on --------------------------------------------------------------------

function end(said) {
  ended = true;
  if (warning.open) warning.close();
  if (said?.signed_in) {
    resume.querySelector("[data-session-why]").textContent =
      "Another person signed in in this browser. Sign in again to go on with this page; nothing that you typed is lost.";
  }
  mistake(resume, "");
  open(resume);
  resume.querySelector("#session-password").focus();
}

function goOn() {
  ended = false;
  heardAt = Date.now();
  if (resume.open) resume.close();
  for (const name of ["password", "code"]) resume.querySelector(`#session-${name}`).value = "";
  for (const done of waiting.splice(0)) done();
  document.dispatchEvent(new CustomEvent("ct:session-resumed"));
}

/** Resolves once the person is signed in again. */
export function signInAgain() {
  if (!meta) {
    location.reload();
    return new Promise(() => {});
  }
  end();
  return new Promise((done) => waiting.push(done));
}

function mistake(dialog, text) {
  const place = dialog.querySelector("[data-session-error]");
  place.textContent = text;
  place.hidden = !text;
}

async function signIn(password, code) {
  const { ok, status, said } = await ask("POST", meta.resumeUrl, { email: meta.person, password, code });
  if (said.needs_code) askForCode();
  if (!ok) return mistake(resume, said.error ?? refused(status));
  renew(said.csrf_token);
  alive(said.seconds_left);
  tell("here");
  goOn();
}

/** The person's sign-in has a second step. */
function askForCode() {
  resume.querySelector("[data-session-code]").hidden = false;
  resume.querySelector("#session-code").focus();
}

function refused(status) {
  return status === 403
    ? "This page's form key is out of date. Sign in in another tab; this page then goes on by itself."
    : "The server could not sign you in. Try again in a moment.";
}

// -- events -------------------------------------------------------------------------------------

if (meta) {
  for (const kind of ["keydown", "pointerdown"]) {
    addEventListener(kind, () => { touchedAt = Date.now(); }, { passive: true, capture: true });
  }
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
  addEventListener("pageshow", (event) => event.persisted && check());
  warning.querySelector("[data-session-stay]").addEventListener("click", extend);
  warning.querySelector("[data-session-sign-out]").addEventListener("click", () => {
    document.querySelector("form[data-sign-out]").requestSubmit();
  });
  resume.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await signIn(resume.querySelector("#session-password").value, resume.querySelector("#session-code").value);
    } catch {
      mistake(resume, "The server cannot be reached. Check the network and try again.");
    }
  });
  tell("here");
}

// An act of this page was refused for its form key: another window may have signed in anew.
document.addEventListener("ct:ask-session", () => { askedAt = 0; if (meta) check(); });

channel?.addEventListener("message", ({ data }) => {
  if (!meta) return;
  if (data.kind !== "here") return void setTimeout(() => { askedAt = 0; check(); }, 500);
  if (data.person !== meta.person) return check();
  renew(data.token);
  alive(data.left);
  if (ended) goOn();
});

// A form sent after the end would lose what it holds: sign in first, then send it.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-sign-out]")) return void tell("signed-out");
  if (!meta || form.matches("[data-session-resume], [method=dialog], [method=get]")) return;
  if (!ended && secondsLeft() > 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  signInAgain().then(() => form.requestSubmit(event.submitter));
  askedAt = 0;
  check();
}, true);
