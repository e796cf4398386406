// data-copy="selector" copies that element's text (or a field's value) and says so. Within [data-copy-scope] it is looked for there,
// and what is said stands there too (data-copy-said): a dialog covers the page's own messages.
import { flash } from "./flash.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const scope = button.closest("[data-copy-scope]") ?? document;
  const source = scope.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    say(scope, "success", "Copied.");
  } catch {
    source.hidden = false;
    getSelection().selectAllChildren(source);
    say(scope, "warning", "The browser did not allow copying. The text is selected: press Ctrl+C.");
  }
});

function say(scope, level, text) {
  const said = scope.querySelector("[data-copy-said]");
  if (said) said.textContent = text;
  else flash(level, text);
}
