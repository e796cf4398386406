"""The product's settings, read once it is said where this test session has its servers."""

from __future__ import annotations

from tests import cluster  # noqa: F401 - sets the addresses that the settings read

# isort: split
from config.settings import *  # noqa: F403

#: Hashing a password is slow on purpose; most tests make a handful of people.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
