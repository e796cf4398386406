"""How months stand now: billing's answer to the registry's question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from registry.standing import Standing


def decide(patient_ids: Sequence[int], month: dt.date) -> Mapping[int, Standing]:
    return {}
