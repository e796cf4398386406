// What could not be saved, for the person to decide; and the question before a sign-out while something waits.
import * as time from "./clock-time.js";
import { open } from "./dialog.js";
import * as outbox from "./outbox.js";
import * as store from "./outbox-store.js";
import { nameOf } from "./timer-state.js";
import { address } from "./timer-view.js";

const KINDS = { start: "Clock started", stop: "Clock stopped", stretch: "Clock ran", note: "Note", began: "Start set right to", sign: "Still working", settle: "Which time stands" };

function sentence(act, zone) {
  const at = time.said(act.began ?? act.at ?? Date.now(), zone);
  const until = act.kind === "stretch" ? `–${time.said(act.at, zone)}` : "";
  const when = ["note", "settle"].includes(act.kind) ? "" : ` ${at}${until}`;
  return `${KINDS[act.kind]}${when}, ${nameOf(act.patient)}`;
}

/** Show what was refused; `act` is the newest, or nothing where it was refused on an earlier page. */
export function showRefused(act, settings) {
  const dialog = document.getElementById("outbox-refused");
  const list = dialog.querySelector("ul");
  list.replaceChildren(...store.refused().map((each) => row(each, settings, dialog)));
  if (!list.children.length) return void (dialog.open && dialog.close());
  open(dialog);
}

function row(act, settings, dialog) {
  const item = document.createElement("li");
  const words = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = `${sentence(act, settings.timezone)}. `;
  words.append(strong, act.refused);
  item.append(words);
  if (act.note) item.append(paragraph(act.note, "ct-why"));
  item.append(
    button("Try again", () => { store.change(act, { refused: null, tried: true }); dialog.close(); outbox.flush(); }),
    link("Enter it by hand", address(settings.by_hand, act.slug, act.patient)),
    button("Throw it away", (event) => sure(event.target, () => { store.remove(act); showRefused(null, settings); outbox.flush(); })),
  );
  return item;
}

// A second press on the same button: nothing that was worked is gone by one slip.
function sure(button, then) {
  if (button.dataset.sure) return then();
  button.dataset.sure = "1";
  button.textContent = "Press again to throw it away";
}

function paragraph(text, name) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  return made;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-sm btn-outline-secondary";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function link(text, href) {
  const made = document.createElement("a");
  made.className = "btn btn-sm btn-outline-secondary";
  made.href = href;
  made.textContent = text;
  return made;
}

// -- sign-out ------------------------------------------------------------------------------------

export function askAtSignOut(settings, flush) {
  const dialog = document.getElementById("outbox-sign-out");
  let leaving = null;
  addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-sign-out]") || leaving === form || !store.all().length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    askFirst(form);
  }, true);

  async function askFirst(form) {
    await Promise.race([flush(), new Promise((go) => setTimeout(go, 3000))]);
    if (!store.all().length) return leave(form);
    dialog.querySelector("ul").replaceChildren(...store.all().map((act) => paragraphItem(sentence(act, settings.timezone))));
    dialog.querySelector('[data-leave="keep"]').onclick = () => leave(form);
    dialog.querySelector('[data-leave="forget"]').onclick = (event) => sure(event.target, () => { store.forget(); leave(form); });
    open(dialog);
  }

  function leave(form) {
    leaving = form;
    form.requestSubmit();
  }
}

function paragraphItem(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}
