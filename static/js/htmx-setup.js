// htmx as this product uses it: CSRF from the page, failures said in words, 401 asks for the password and tries again.
import { token } from "./csrf.js";
import { flash } from "./flash.js";
import { noteAnswer, signInAgain } from "./session.js";

const SENTENCES = {
  400: "The server could not read what was sent. Reload the page and try again.",
  403: "You may not do this. If you think you should, ask your supervisor for the role.",
  404: "This is not here any more. Reload the page to see what is.",
  409: "Somebody changed this in the meantime. Reload the page, then do it again.",
  413: "The file is too large.",
  429: "That was too often in a short time. Wait a minute, then try again.",
};

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token();
});

document.addEventListener("htmx:afterRequest", (event) => {
  noteAnswer(event.detail.xhr?.getResponseHeader("X-Session-Seconds-Left"));
});

// A form that is sent back with its errors (422) is shown like any other answer.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

document.addEventListener("htmx:responseError", async (event) => {
  const { xhr, requestConfig } = event.detail;
  if (xhr.status !== 401) return flash("error", said(xhr));
  if (requestConfig.headers["X-Background"]) return; // the page's own timer asks for the password
  await signInAgain();
  retry(requestConfig);
});

function said(xhr) {
  const own = xhr.getResponseHeader("X-Message"); // percent-encoded, so that any letter survives a header
  if (own) return decodeURIComponent(own);
  return SENTENCES[xhr.status] ?? "Something went wrong on the server. What you typed is still here: try again in a moment.";
}

// The element still holds what was typed, and htmx reads it again: nothing is repeated from memory.
function retry({ verb, path, elt, target, headers }) {
  const { "X-CSRFToken": _, ...kept } = headers;
  window.htmx.ajax(verb.toUpperCase(), path, { source: elt, target, headers: kept });
}

document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.requestConfig?.headers["X-Background"]) return;
  flash("error", "The server cannot be reached. Nothing was saved; what you typed is still here. Check the network and try again.");
});

document.addEventListener("htmx:timeout", () => {
  flash("error", "The server took too long to answer. Reload the page to see whether it was done.");
});
