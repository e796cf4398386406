"""Secrets that the product must be able to use, such as a password of SFTP, kept encrypted.

The key follows from SECRET_KEY, which is not in the database: a copy of the database alone opens
nothing.  An earlier SECRET_KEY that is listed in SECRET_KEY_FALLBACKS still opens what it sealed.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"caretally: secrets of destinations"


class Unopened(Exception):
    """What was sealed under another SECRET_KEY, or is damaged."""


def seal(secret: str) -> str:
    return _keys().encrypt(secret.encode()).decode("ascii")


def open_(sealed: str) -> str:
    """The secret.  Raises `Unopened`."""
    try:
        return _keys().decrypt(sealed.encode("ascii")).decode()
    except (InvalidToken, ValueError) as error:
        raise Unopened from error


def _keys() -> MultiFernet:
    secrets = [str(each) for each in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet([Fernet(_key(each)) for each in secrets])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
