// Status messages at the top of the page. flash("success" | "info" | "warning" | "error", text)
import { icon } from "./icons.js";

const LOOKS = {
  success: ["success", "circle-check"],
  info: ["info", "info-circle"],
  warning: ["warning", "alert-triangle"],
  error: ["danger", "alert-circle"],
};

export function flash(level, text) {
  const [tone, name] = LOOKS[level] ?? LOOKS.info;
  const region = document.getElementById("flash");
  for (const old of region.querySelectorAll(".ct-flash")) {
    if (old.querySelector("div")?.textContent === text) old.remove(); // said again: once is enough
  }
  const box = document.createElement("div");
  box.className = `ct-flash ct-tone-${tone}`;
  box.setAttribute("role", level === "error" || level === "warning" ? "alert" : "status");
  const words = document.createElement("div");
  words.textContent = text;
  box.append(icon(name), words, closer());
  region.append(box);
  return box;
}

function closer() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-icon btn-ghost-secondary";
  button.setAttribute("aria-label", "Dismiss");
  button.dataset.flashClose = "";
  button.append(icon("x"));
  return button;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-flash-close]")) event.target.closest(".ct-flash").remove();
});
