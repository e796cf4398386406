"""For whom a view is, whatever serves it: a page or the JSON interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from registry.vocabulary import Role

EVERY_ROLE = frozenset(Role)
#: Roles that give care, and so may write in a chart and log time.
CLINICAL = frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER, Role.CONSULTANT})


@dataclass(frozen=True, kw_only=True)
class Access:
    """A view's decision: for whom it is.  `roles` matter for practice pages only."""

    kind: Literal["public", "signed_in", "practice"]
    roles: frozenset[Role] = frozenset()
    methods: tuple[str, ...] = ("GET",)
