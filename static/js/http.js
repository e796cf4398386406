// fetch() as this product needs it: CSRF header, no silent redirect to a sign-in page, and 401 means: sign in, then try again.
import { token } from "./csrf.js";
import { noteAnswer, signInAgain } from "./session.js";

/** `patience`: ms to wait for an answer; longer than that the line counts as gone. `once`: the caller says it again, in other words. */
export async function send(method, url, { json, form, background = false, once = false, headers = {}, patience = 0 } = {}) {
  const answer = await fetch(url, {
    method,
    signal: patience ? AbortSignal.timeout(patience) : undefined,
    credentials: "same-origin",
    headers: { Accept: "application/json", ...head(method, json, background), ...headers },
    body: json === undefined ? form : JSON.stringify(json),
  });
  noteAnswer(answer.headers.get("X-Session-Seconds-Left"));
  if (answer.status !== 401 || background) return answer;
  const again = signInAgain();
  if (once) return answer;
  await again;
  return send(method, url, { json, form, background, headers, patience });
}

function head(method, json, background) {
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  if (method !== "GET") headers["X-CSRFToken"] = token();
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (background) headers["X-Background"] = "1";
  return headers;
}
