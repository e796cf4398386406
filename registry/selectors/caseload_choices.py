"""What a person may narrow a practice's caseload to: people, payers, own views; in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import BigIntegerField, CharField, F, JSONField, QuerySet, Value
from django.db.models.functions import Cast

from registry.models import CaseloadView, Payer, Practice, Referral, User
from registry.selectors import kept
from registry.vocabulary import ReferralState, Role


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Ids with names, each by name; `views` with what they narrow to."""

    care_managers: list[tuple[int, str]] = field(default_factory=list)
    payers: list[tuple[int, str]] = field(default_factory=list)
    views: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    referrals_waiting: int = 0


def of(user: User, practice: Practice) -> Choices:
    by_kind: dict[str, list[Any]] = {"person": [], "payer": [], "view": [], "referral": []}
    for kind, pk, name, wanted in _choices().rows(user=user.pk, practice=practice.pk):
        by_kind[kind].append((pk, name, wanted))
    return Choices(
        care_managers=_named(by_kind["person"]),
        payers=_named(by_kind["payer"]),
        views=sorted(by_kind["view"], key=lambda row: row[1].casefold()),
        referrals_waiting=len(by_kind["referral"]),
    )


@kept.query
def _choices() -> QuerySet[Any, Any]:
    user, practice = kept.number("user"), kept.number("practice")
    managers = User.objects.filter(
        memberships__practice=practice, memberships__role=Role.CARE_MANAGER, is_active=True
    )
    waiting = Referral.objects.filter(patient__practice=practice, state=ReferralState.WAITING)
    parts = [
        _part("payer", Payer.objects.filter(practice=practice), "name"),
        _part("view", CaseloadView.objects.filter(user=user, practice=practice), "name", "wanted"),
        _part("referral", waiting, None),
    ]
    return _part("person", managers, "full_name").union(*parts, all=True)


def _part(
    kind: str, rows: QuerySet[Any], name: str | None, wanted: str | None = None
) -> QuerySet[Any, Any]:
    said = Cast(F(name), CharField()) if name else Value("", output_field=CharField())
    none = Value(None, output_field=JSONField())
    return (
        rows.order_by()
        .annotate(
            kind=Value(kind, output_field=CharField()),
            number=Cast(F("pk"), BigIntegerField()),
            said=said,
            kept_as=F(wanted) if wanted else none,
        )
        .values_list("kind", "number", "said", "kept_as")
    )


def _named(rows: list[tuple[int, str, Any]]) -> list[tuple[int, str]]:
    once = {pk: name for pk, name, _ in rows}
    return sorted(once.items(), key=lambda row: row[1].casefold())


def view_of(user: User, practice: Practice, view_id: int) -> CaseloadView:
    """One of the person's own views.  CaseloadView.DoesNotExist where it is anybody else's."""
    return CaseloadView.objects.select_related("practice", "user").get(
        user=user, practice=practice, pk=view_id
    )
