"""Where a practice's files go: written by a person, and tried out before it counts."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypedDict, Unpack

import pghistory
from django.db import transaction

from billing.models import Destination, DestinationKind, SecretKind
from billing.services import host_keys, places, sealed, sftp_place
from billing.services.place_errors import PlaceError
from registry import checks
from registry.errors import refuse
from registry.models import Payer, Practice, User

#: Of a payer's files, and of the practice's, which have nobody else's to follow.
KINDS = DestinationKind.choices
OWN_KINDS = [each for each in KINDS if each[0] != DestinationKind.PRACTICE]
SECRET_KINDS = SecretKind.choices
_NOWHERE = (DestinationKind.DOWNLOAD, DestinationKind.PRACTICE)
_HOST = re.compile(r"(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.?)+")


class Details(TypedDict, total=False):
    """`secret` is the password or private key; empty keeps the one that is there."""

    kind: str
    folder: str
    host: str
    port: int | None
    username: str
    secret_kind: str
    secret: str
    host_key: str


_NEEDED = {
    "host": "The host is missing. Enter the name that the receiver gave you.",
    "username": "The user's name is missing. Enter the one that the receiver gave you.",
    "secret": "The password or key is missing. Enter it; it is kept encrypted and never shown.",
    "host_key": "The server's host key is missing: without it nobody knows whom files go to. Enter "
    "the key or the SHA256 fingerprint that the receiver published, or ask the server and compare.",
}


def of(practice: Practice, payer: Payer | None) -> Destination | None:
    """The destination of a payer's files, or of all that have none of their own."""
    return Destination.objects.filter(practice=practice, payer=payer).first()


@transaction.atomic
def change(
    practice: Practice,
    payer: Payer | None,
    *,
    by: User,
    now: dt.datetime,
    **details: Unpack[Details],
) -> Destination:
    """Say where files go from now on, what waits too.  Raises Refused by field."""
    rows = Destination.objects.select_for_update().filter(practice=practice, payer=payer)
    row = rows.first() or Destination(practice=practice, payer=payer)
    was = (row.host, row.port, row.username)
    for field in ("kind", "folder", "host", "username", "secret_kind"):
        setattr(row, field, checks.one_line(str(details.get(field, getattr(row, field)) or "")))
    row.secret_kind = row.secret_kind or SecretKind.PASSWORD
    row.port = details.get("port") or row.port
    row.changed_at, row.changed_by = now, by
    problems = _take_secrets(row, details, moved=was != (row.host, row.port, row.username))
    checks.stop_if(_problems(row) | problems)
    with pghistory.context(reason="destination of files"):
        row.save()
    return row


def _take_secrets(row: Destination, details: Details, *, moved: bool) -> dict[str, str | None]:
    """The secret, sealed, and the host's key.  A secret does not follow to another host or user."""
    secret = details.get("secret", "").strip("\r\n")
    if secret:
        row.secret = sealed.seal(secret)
    elif moved:
        row.secret = ""
    written = details.get("host_key")
    if written is not None:
        row.host_key = host_keys.plain(written)
    if row.kind != DestinationKind.SFTP:
        row.secret = row.host_key = row.host = row.username = ""
        return {}
    found: dict[str, str | None] = {}
    if written and not row.host_key:
        found["host_key"] = (
            "This is neither a public key (ssh-ed25519 AAAA…) nor a fingerprint (SHA256:…)."
        )
    if secret and row.secret_kind == SecretKind.KEY:
        found["secret"] = _key(secret)
    return found


def _key(secret: str) -> str | None:
    try:
        sftp_place.private_key(secret + "\n")
    except PlaceError as error:
        return f"{error} Paste the whole file, with its first and last line."
    return None


def _problems(row: Destination) -> dict[str, str | None]:
    if row.kind not in dict(KINDS if row.payer_id else OWN_KINDS):
        return {"kind": "Choose how files get there."}
    if row.kind == DestinationKind.FOLDER:
        return {"folder": places.folder_fault(row.folder)}
    if row.kind in _NOWHERE:
        row.folder = ""
        return {}
    values = {field: getattr(row, field) for field in _NEEDED}
    return {
        "folder": checks.text(row.folder, most=200, called="The folder"),
        "host": None if _HOST.fullmatch(row.host) else "This is no host's name or address.",
        "port": None if 1 <= row.port <= 65535 else "A port is a number from 1 to 65535.",
        "username": checks.text(row.username, most=64, called="The user's name"),
        **checks.missing(values, _NEEDED),
    }


def host_key_of(host: str, port: int | None) -> str:
    """The key that the server there shows, to be compared by a person.  Raises Refused by field."""
    name, number = checks.one_line(host), port or 22
    wrong = "Enter the host first: a name or an address."
    checks.stop_if(
        {
            "host": None if _HOST.fullmatch(name) else wrong,
            "port": None if 1 <= number <= 65535 else "A port is a number from 1 to 65535.",
        }
    )
    try:
        return sftp_place.shown_key(name, number)
    except PlaceError as error:
        raise refuse("host_key", str(error)) from None


def fingerprint(host_key: str) -> str:
    """The SHA256 fingerprint of a host key as it is kept; "" for what is none."""
    return host_keys.fingerprint_of(host_key)


def try_out(row: Destination) -> str:
    """Connect as a delivery would, put nothing there; a sentence.  Raises Refused with another."""
    if row.kind in _NOWHERE:
        raise refuse("", "This destination is no place of its own: there is nothing to try.")
    place = sftp_place.folder(row) if row.kind == DestinationKind.SFTP else places.folder(row)
    try:
        with place as there:
            there.size("caretally-connection-test")
            where = there.said("")
    except PlaceError as error:
        raise refuse("", str(error)) from None
    return f"The connection works: {where.rstrip(': /') or 'the folder is there'}."
