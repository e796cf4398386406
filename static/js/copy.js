// data-copy="#id" copies that element's text (or a field's value) and says so.
import { flash } from "./flash.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  const text = source.value ?? source.innerText;
  try {
    await navigator.clipboard.writeText(text);
    flash("success", "Copied.");
  } catch {
    getSelection().selectAllChildren(source);
    flash("warning", "The browser did not allow copying. The text is selected: press Ctrl+C.");
  }
});
