// A field with suggestions from the server (htmx fills the list): pick one by arrow keys and Enter, or by a press; what is picked stands below, in order.

for (const box of document.querySelectorAll("[data-lookup]")) start(box);

function start(box) {
  const field = box.querySelector("[role=combobox]");
  const list = box.querySelector("[role=listbox]");
  const picked = box.querySelector("[data-picked]");
  const status = box.querySelector("[data-lookup-status]");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => options().find((option) => option.getAttribute("aria-selected") === "true");

  list.addEventListener("htmx:afterSwap", () => {
    show(list.childElementCount > 0 && field.value.trim() !== "");
    mark(options()[0]);
    const count = options().length;
    status.textContent = count ? `${count} suggestions` : "No suggestion";
  });

  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") return enter(event);
    if (event.key === "Escape") return show(false);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const all = options();
    const step = event.key === "ArrowDown" ? 1 : -1;
    show(all.length > 0);
    mark(all[(all.indexOf(active()) + step + all.length) % all.length]);
  });

  field.addEventListener("blur", () => setTimeout(() => show(false), 150));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => pick(event.target.closest("[role=option]")));
  picked.addEventListener("click", (event) => {
    const row = event.target.closest("[data-unpick]")?.closest("li");
    if (!row) return;
    status.textContent = `${row.querySelector("input").value} removed`;
    row.remove();
    field.focus();
  });

  // Enter picks; it sends the form only where there is nothing to pick and nothing typed.
  function enter(event) {
    if (!list.hidden && active()) pick(active());
    else if (field.value.trim() === "") return;
    event.preventDefault();
  }

  function pick(option) {
    if (!option) return;
    const code = option.dataset.pick;
    const there = [...picked.querySelectorAll("input")].some((input) => input.value === code);
    if (!there) picked.append(option.querySelector("template").content.cloneNode(true));
    status.textContent = there ? `${code} is picked already` : `${code} picked`;
    field.value = "";
    list.replaceChildren();
    show(false);
    field.focus();
    field.form.dispatchEvent(new Event("input", { bubbles: true })); // typing that is not saved yet
  }

  function mark(option) {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  function show(open) {
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    if (!open) field.removeAttribute("aria-activedescendant");
  }
}
