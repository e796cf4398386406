"""A person's own views of a caseload: saved under a name, renamed, deleted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from registry.errors import refuse
from registry.models import CaseloadView, Practice, User

MOST = 20
MOST_NAME = 40
#: What a view keeps of the address; never what was searched for.
KEPT = ("view", "whose", "payer", "program", "band", "flag", "sort", "size")
MOST_VALUE = 40


@transaction.atomic
def add(
    user: User, practice: Practice, *, name: str, wanted: Mapping[str, str], now: dt.datetime
) -> CaseloadView:
    """Keep this narrowing and sorting under a name of the person's own.  Raises Refused."""
    said = _checked(user, practice, name)
    if CaseloadView.objects.filter(user=user, practice=practice).count() >= MOST:
        raise refuse("name", f"You have {MOST} views here already. Delete one that you do not use.")
    kept = {key: wanted[key][:MOST_VALUE] for key in KEPT if wanted.get(key)}
    return CaseloadView.objects.create(
        user=user, practice=practice, name=said, wanted=kept, created_at=now
    )


@transaction.atomic
def rename(view: CaseloadView, *, name: str) -> CaseloadView:
    """Raises Refused where there is no name, or another view has it."""
    view.name = _checked(view.user, view.practice, name, apart_from=view.pk)
    view.save(update_fields=["name"])
    return view


def delete(view: CaseloadView) -> None:
    view.delete()


def _checked(user: User, practice: Practice, name: str, apart_from: int | None = None) -> str:
    said = " ".join(name.split())
    if not said:
        raise refuse("name", "The view has no name. Type one.")
    if len(said) > MOST_NAME:
        raise refuse("name", f"The name is longer than {MOST_NAME} letters. Shorten it.")
    list(User.objects.select_for_update(no_key=True).filter(pk=user.pk))  # one after another
    same = CaseloadView.objects.filter(user=user, practice=practice, name__iexact=said)
    if apart_from is not None:
        same = same.exclude(pk=apart_from)
    if same.exists():
        raise refuse("name", f"You have a view named {said} already. Choose another name.")
    return said
