// What a person has typed stays readable for that person alone. The server gives the key to the signed-in person's own pages, and keeps
// none of it in the browser: after a sign-out, what waits here is noise to whoever sits down next.
let key = null;

export function useKey(base64) {
  if (!base64 || !globalThis.crypto?.subtle) return;
  const raw = bytes(base64);
  key = crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Sealed text; null where this browser cannot seal, and so must not keep it. */
export async function seal(text) {
  if (!key) return null;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, new TextEncoder().encode(text));
  return `${base64(iv)}.${base64(new Uint8Array(data))}`;
}

/** The text again; null where the key does not fit any more. */
export async function unseal(sealed) {
  if (!key || !sealed) return null;
  try {
    const [iv, data] = sealed.split(".").map(bytes);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, data));
  } catch {
    return null;
  }
}

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const base64 = (array) => btoa(String.fromCharCode(...array));
