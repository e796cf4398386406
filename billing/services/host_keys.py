"""A server's own key: what makes sure that files go to the receiver, and to nobody between.

A destination pins it as the key itself (`ssh-ed25519 AAAA...`, as in known_hosts) or as its
fingerprint (`SHA256:...`, as `ssh-keygen -l` prints it and receivers publish it).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re

import paramiko

from billing.services.place_errors import Hopeless

_FINGERPRINT = re.compile(r"SHA256:([A-Za-z0-9+/]{43})=?")
_KEY = re.compile(r"(?:\S+\s+)?((?:ssh|ecdsa)-[a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,2})(?:\s.*)?")
_TYPES = {
    "ssh-rsa": ("rsa-sha2-512", "rsa-sha2-256"),
}


def plain(text: str) -> str:
    """`text` as it is kept: "SHA256:...", or type and key; "" for what is neither."""
    written = " ".join(text.split())
    fingerprint = _FINGERPRINT.fullmatch(written)
    if fingerprint:
        return f"SHA256:{fingerprint[1]}"
    key = _KEY.fullmatch(written)
    return f"{key[1]} {key[2]}" if key and _decodes(key[2]) else ""


def _decodes(key: str) -> bool:
    try:
        return len(base64.b64decode(key, validate=True)) > 16
    except (binascii.Error, ValueError):
        return False


def prefer(transport: paramiko.Transport, pinned: str) -> None:
    """Have the server show the key of the pinned type: it may own several."""
    kind = pinned.split(" ")[0]
    wanted = _TYPES.get(kind, (kind,))
    known = transport.get_security_options()
    first = [each for each in wanted if each in known.key_types]
    if first:
        known.key_types = (*first, *(each for each in known.key_types if each not in first))


def compare(shown: paramiko.PKey, pinned: str) -> None:
    """Raises Hopeless, naming what the server shows, where that is not the pinned key."""
    if pinned.startswith("SHA256:"):
        same = hmac.compare_digest(pinned, fingerprint(shown))
    else:
        same = hmac.compare_digest(pinned.split(" ")[-1], shown.get_base64())
    if not same:
        raise Hopeless(
            "The server shows another host key than the one that is kept here, so nothing was "
            f"sent. It shows {fingerprint(shown)}. Ask the receiver which is right."
        )


def fingerprint(key: paramiko.PKey) -> str:
    return _of_bytes(key.asbytes())


def fingerprint_of(kept: str) -> str:
    """The fingerprint of a key as it is kept, or that fingerprint itself; "" for neither."""
    written = plain(kept)
    if not written or written.startswith("SHA256:"):
        return written
    return _of_bytes(base64.b64decode(written.split(" ")[-1]))


def _of_bytes(key: bytes) -> str:
    digest = hashlib.sha256(key).digest()
    return "SHA256:" + base64.b64encode(digest).decode("ascii").rstrip("=")
