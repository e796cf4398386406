// The one place that knows the page's CSRF token. A new sign-in brings a new token: renew() puts it everywhere.

export function token() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
}

export function renew(value) {
  if (!value) return;
  document.querySelector('meta[name="csrf-token"]').content = value;
  for (const input of document.querySelectorAll('input[name="csrfmiddlewaretoken"]')) input.value = value;
}
