// The phone's menu, and the pop-ups of the top bar (<details data-pop>): Escape and a press elsewhere close them.

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
