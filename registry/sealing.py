"""Secrets that the product must be able to read again, kept encrypted.

The key follows from SECRET_KEY, which is not in the database: a copy of the database alone opens
nothing.  An earlier SECRET_KEY that is listed in SECRET_KEY_FALLBACKS still opens what it sealed.
Each purpose has a key of its own.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unopened(Exception):
    """What was sealed under another SECRET_KEY, or is damaged."""


def seal(secret: str, purpose: bytes) -> str:
    return _keys(purpose).encrypt(secret.encode()).decode("ascii")


def open_(sealed: str, purpose: bytes) -> str:
    """The secret.  Raises `Unopened`."""
    try:
        return _keys(purpose).decrypt(sealed.encode("ascii")).decode()
    except (InvalidToken, ValueError) as error:
        raise Unopened from error


def renew(sealed: str, purpose: bytes) -> str:
    """The same secret, sealed under the present SECRET_KEY.  Raises `Unopened`."""
    return seal(open_(sealed, purpose), purpose)


def _keys(purpose: bytes) -> MultiFernet:
    secrets = [str(each) for each in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet([Fernet(_key(each, purpose)) for each in secrets])


def _key(secret: str, purpose: bytes) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
