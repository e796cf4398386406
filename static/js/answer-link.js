// The door of a link to answer by: the token comes behind the address's "#", goes into the form, and leaves the address bar.

const field = document.querySelector("[data-link-token]");

function read() {
  const token = location.hash.slice(1);
  if (token.length <= 20) return;
  field.value = token;
  field.closest("[data-link-asked]").hidden = true;
  document.querySelector("[data-link-known]").hidden = false;
  history.replaceState(null, "", location.pathname);
}

read();
window.addEventListener("hashchange", read); // another link, put into the same window
