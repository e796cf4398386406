// The phone's menu, and the pop-ups of the top bar (<details data-pop>): Escape and a press elsewhere close them.
// A long list of them has a field that finds: it hides what does not fit; Enter goes to the first that does.

function close(pop, { focus = false } = {}) {
  pop.open = false;
  if (focus) pop.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (button) {
    const open = document.getElementById(button.dataset.menu).classList.toggle("ct-open");
    button.setAttribute("aria-expanded", String(open));
  }
  for (const pop of document.querySelectorAll("details[data-pop][open]")) {
    if (!pop.contains(event.target)) close(pop);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const pop = event.target.closest?.("details[data-pop][open]");
  if (pop) close(pop, { focus: true });
});

document.addEventListener("focusout", (event) => {
  const pop = event.target.closest?.("details[data-pop][open]");
  if (pop && event.relatedTarget && !pop.contains(event.relatedTarget)) close(pop);
});

function fitting(field) {
  const words = field.value.toLowerCase().split(/\s+/);
  const items = [...field.closest(".ct-pop-panel").querySelectorAll(".ct-pop-item")];
  for (const item of items) {
    const text = item.textContent.toLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
  }
  return items.filter((item) => !item.hidden);
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("[data-pop-find]")) fitting(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("[data-pop-find]")) return;
  event.preventDefault();
  fitting(event.target)[0]?.click();
});

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details[data-pop][open]")) event.target.querySelector("[data-pop-find]")?.focus();
}, true);
