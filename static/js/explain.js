// A number opens its explanation: <a data-explain href="…">. Without this script it is a plain link to the same text as a page.
// The dialog is one for the whole page (templates/shell/_dialogs.html). The browser keeps the focus in it and gives it back.
import { open } from "./dialog.js";

let opener = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-explain]");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey; // a new tab or window was meant
  if (!link?.href || event.defaultPrevented || elsewhere) return;
  event.preventDefault();
  explain(link);
});

async function explain(link) {
  const box = document.getElementById("explained");
  const body = box.querySelector("[data-explained]");
  if (!box.open) opener = link;
  title(box).textContent = "Explanation";
  body.replaceChildren(waiting());
  box.querySelector("[data-explained-page]").href = link.href;
  open(box);
  await window.htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" }).catch(() => {});
  if (body.querySelector("[data-waiting]")) body.textContent = "The explanation could not be loaded. Try again, or open it as a page.";
}

const title = (box) => box.querySelector("#explained-title");

function waiting() {
  const words = document.createElement("p");
  words.dataset.waiting = "";
  words.setAttribute("role", "status");
  words.textContent = "Reckoning…";
  return words;
}

// Its title is read out when it is there: the focus goes to it, not into the tree.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!target.matches?.("[data-explained]")) return;
  const heading = title(target.closest("dialog"));
  heading.textContent = target.querySelector("[data-explain-title]")?.dataset.explainTitle ?? "Explanation";
  heading.focus();
  target.closest("dialog").scrollTop = 0;
});

// A row that drew itself anew meanwhile holds the same link again.
document.addEventListener("close", ({ target }) => {
  if (target.id !== "explained" || !opener || opener.isConnected) return;
  document.querySelector(`a[data-explain][href="${CSS.escape(opener.getAttribute("href"))}"]`)?.focus();
}, true);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tree-open]");
  if (!button) return;
  const nodes = [...button.closest(".ct-tree").querySelectorAll("details")];
  const shut = button.dataset.all !== "open";
  for (const node of nodes) node.open = shut || node.dataset.stands !== undefined;
  button.dataset.all = shut ? "open" : "";
  button.textContent = shut ? button.dataset.treeFold : "Open all";
});
