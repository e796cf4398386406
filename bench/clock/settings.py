"""The product's settings, and beside its addresses the plain page that it is measured by."""

from __future__ import annotations

from config.settings import *  # noqa: F403

ROOT_URLCONF = "clock.urls"
