// Forms: a second press sends nothing twice, unsaved typing is not left by accident, errors take the focus.

const typed = new WeakSet();

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-guard]");
  if (form) typed.add(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.matches("[hx-post], [data-sent-by-script]")) {
    typed.delete(form);
    return;
  }
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  typed.delete(form);
  form.dataset.sending = "1";
  for (const button of form.querySelectorAll("[type=submit]")) button.setAttribute("aria-disabled", "true");
});

// Back from another page: the browser may show this one as it was left.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("[type=submit]")) button.removeAttribute("aria-disabled");
  }
});

addEventListener("beforeunload", (event) => {
  const unsaved = [...document.querySelectorAll("form[data-guard]")].some((form) => typed.has(form));
  if (unsaved) event.preventDefault();
});

export function isUnsaved(form) {
  return typed.has(form);
}

/** What was typed is kept elsewhere: the page may be left. */
export function settled(form) {
  typed.delete(form);
}

function showErrors(scope) {
  scope.querySelector?.("[data-error-summary]")?.focus();
}

// A summary's link goes to the field itself, not only to its place on the page.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-summary] a");
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  (target.matches("fieldset") ? target.querySelector("input") ?? target : target).focus();
});

showErrors(document);
document.addEventListener("htmx:afterSettle", (event) => showErrors(event.target));
