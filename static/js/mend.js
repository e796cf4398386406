// What stands against a claim is mended in a dialog: <a data-mend href="…">. Without this script it is a link to the same form as a page.
// Once it is saved the page is drawn anew where it is, so that the claim stands in its new lane and nobody loses the place.
import { open } from "./dialog.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-mend]");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const box = document.getElementById("mend");
  if (!link?.href || !box || event.defaultPrevented || elsewhere) return;
  event.preventDefault();
  fill(box, link);
});

async function fill(box, link) {
  const body = box.querySelector("[data-mend-body]");
  body.textContent = "One moment…";
  open(box);
  await window.htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" }).catch(() => {});
  if (!body.querySelector("form")) box.close();
}

// Its title says what it is about; the first field takes what is typed.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!target.matches?.("[data-mend-body]")) return;
  const form = target.querySelector("form");
  if (!form) return;
  target.closest("dialog").querySelector("#mend-title").textContent = form.dataset.mendTitle;
  if (!form.querySelector("[data-error-summary]")) form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});

document.addEventListener("ct:mended", async () => {
  document.getElementById("mend")?.close();
  const here = location.pathname + location.search;
  await window.htmx.ajax("GET", here, { target: "#main", select: "#main", swap: "outerHTML" });
  document.getElementById("main")?.focus({ preventScroll: true });
});
