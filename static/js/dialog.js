// Opens and closes <dialog>: data-dialog-open="id", data-dialog-close, and data-dialog-show on one that stands open at once.
// The browser itself keeps the focus inside and gives it back. A dialog with data-dialog-stays must be answered.

export function open(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener) open(document.getElementById(opener.dataset.dialogOpen));
  if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog")?.close();
});

document.addEventListener(
  "cancel",
  (event) => event.target.matches?.("[data-dialog-stays]") && event.preventDefault(),
  true,
);

function showAtOnce(scope) {
  for (const dialog of scope.querySelectorAll?.("dialog[data-dialog-show]") ?? []) open(dialog);
}

showAtOnce(document);
document.addEventListener("htmx:afterSettle", (event) => showAtOnce(event.target));
