// A recommendation is kept while it is typed: a page that is left, a session that ends, a machine that dies lose nothing.
import { settled } from "./forms.js";
import { send } from "./http.js";
import { token } from "./csrf.js";

const form = document.querySelector("form[data-draft]");
const KEPT = ["advice", "recommendation"];
const PAUSE = 1000;
let waiting = 0;
let sending = null;
let changed = false;

function typed() {
  const data = new FormData();
  const all = new FormData(form);
  for (const name of KEPT) data.set(name, all.get(name) ?? "");
  return data;
}

function show(words) {
  const line = form.querySelector("#draft");
  line.textContent = words;
}

async function keep() {
  clearTimeout(waiting);
  if (sending || !changed || form.dataset.sending) return;
  changed = false;
  try {
    sending = send("POST", form.dataset.draft, { form: typed() });
    const answer = await sending;
    const html = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#draft");
    if (!html) throw new Error(String(answer.status));
    form.querySelector("#draft").replaceWith(html);
    if (answer.ok && !changed) settled(form);
  } catch {
    changed = true;
    show("The draft is not kept yet; it is tried again.");
  } finally {
    sending = null;
    if (changed) waiting = setTimeout(keep, 5 * PAUSE);
  }
}

form.addEventListener("input", (event) => {
  if (!KEPT.includes(event.target.name)) return;
  changed = true;
  clearTimeout(waiting);
  waiting = setTimeout(keep, PAUSE);
});

form.addEventListener("click", (event) => {
  if (!event.target.closest("[data-draft-discard]")) return;
  for (const input of form.querySelectorAll("input[name=advice]")) input.checked = false;
  const words = form.querySelector("[name=recommendation]");
  words.value = "";
  words.focus();
  changed = true;
  keep();
});

// The last words before the page is left: no answer is waited for.
addEventListener("pagehide", () => {
  if (!changed || form.dataset.sending) return;
  fetch(form.dataset.draft, { method: "POST", body: typed(), keepalive: true, credentials: "same-origin", headers: { "X-CSRFToken": token() } });
});
