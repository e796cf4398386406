// Keyboard shortcuts. In a template: data-key="s" data-key-label="Start or stop the clock" on a button, link or field.
// In a script: register("j", "Next case", handler). "?" lists them. Nothing fires while one types, and a switch in that list
// turns the single keys off (WCAG 2.1.4).
import { open } from "./dialog.js";

const KEY = "ct-keys-off";
const registered = new Map();

export function register(key, label, handler) {
  registered.set(key, { label, handler });
  return () => registered.delete(key);
}

function isOff() {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}

function isTyping(target) {
  return target.closest?.("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "?") return act(event, showHelp);
  if (isOff()) return;
  const known = registered.get(event.key);
  if (known) return act(event, known.handler);
  const element = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]:not([disabled])`)].find(isSeen);
  if (element) act(event, () => use(element));
});

// What a page holds ready and does not show, its keys do not press.
function isSeen(element) {
  return element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;
}

function act(event, handler) {
  event.preventDefault();
  handler(event);
}

function use(element) {
  if (element.matches("input, select, textarea")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

function all() {
  const found = new Map([["?", "Show this list"]]);
  for (const [key, { label }] of registered) found.set(key, label);
  for (const element of document.querySelectorAll("[data-key][data-key-label]")) {
    if (isSeen(element) && !found.has(element.dataset.key)) found.set(element.dataset.key, element.dataset.keyLabel); // a script's own goes first
  }
  return found;
}

function showHelp() {
  const list = document.querySelector("[data-keys-list]");
  list.replaceChildren(...[...all()].map(([key, label]) => row(key, label)));
  document.querySelector("[data-keys-switch]").checked = !isOff();
  open(document.getElementById("keys-help"));
}

function row(key, label) {
  const div = document.createElement("div");
  const dt = document.createElement("dt");
  const dd = document.createElement("dd");
  const kbd = document.createElement("kbd");
  kbd.className = "ct-key";
  kbd.textContent = key.length === 1 ? key.toUpperCase() : key;
  dt.append(kbd);
  dd.textContent = label;
  div.append(dt, dd);
  return div;
}

document.addEventListener("click", (event) => event.target.closest("[data-keys-help]") && showHelp());
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys-switch]")) return;
  try {
    localStorage.setItem(KEY, event.target.checked ? "0" : "1");
  } catch {
    event.target.checked = true; // cannot be remembered here
  }
});
