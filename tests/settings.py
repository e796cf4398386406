"""The product's settings, read once it is said where this test session has its servers."""

from __future__ import annotations

from tests import cluster  # noqa: F401 - sets the addresses that the settings read

# isort: split
from config.settings import *  # noqa: F403
