"""Mending what stands against a claim where it is read: one press saves, decides again, tells."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from billing.rules import rule_names
from billing.selectors import claims as claim_rows
from billing.services import submission, true_up
from billing.web import gaps, mend_causes, mend_fields, review_rows
from billing.web.doors import BILLERS
from billing.web.in_place import InPlace
from registry.errors import Refused
from registry.templatetags.formats import money, plural
from registry.web import access, answers, rows
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import Claim
    from registry.web.access import PracticeRequest

_LANES = {"billable": "clean", "held": "held", "not_billable": "not billable"}
#: What a script on the page waits for: the dialog closes, and the page is drawn anew.
_MENDED = "ct:mended"


@access.page(BILLERS, methods=("GET", "POST"))
def claim_mend(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """`?what=` is a rule that stands against the claim, or a field of its file."""
    claim = rows.found(claim_rows.for_file, request, claim_id)
    what = request.GET.get("what", "")
    found = _found(request, claim, what)
    if found is None:
        messages.info(request, "Nothing of this stands here any more, or it is mended elsewhere.")
        return redirect(_way_back(request, claim))
    if request.method == "POST" and _saved(found):
        _tell(request, claim, what, found)
        return _done(request, claim)
    rows.note_look(request, claim.patient, timezone.now())
    shown = {
        "claim": claim,
        "patient": claim.patient,
        "what": what,
        "mend": found,
        "form": found.form,
    }
    return _page(request, shown)


def _found(request: PracticeRequest, claim: Claim, what: str) -> InPlace | None:
    if what in mend_causes.CAUSES:
        of_claim = review_rows.rows_of(claim, request)
        return mend_causes.of(request, claim, what, of_claim) if claim.state == "draft" else None
    return mend_fields.of(request, gaps.lack_of(request, claim, what)) if what else None


def _saved(found: InPlace) -> bool:
    """A service's answer may be nothing: what counts is that it did not refuse."""

    def write(data: dict[str, Any]) -> bool:
        found.write(data)
        return True

    return base.attempt(found.form, write, by_field=found.by_field) is not None


def _page(request: PracticeRequest, shown: dict[str, Any]) -> HttpResponse:
    if not request.headers.get("HX-Request"):
        return answers.form_page(request, "billing/mend/page.html", shown)
    return answers.form_page(request, "billing/mend/_form.html", {**shown, "in_dialog": True})


def _done(request: PracticeRequest, claim: Claim) -> HttpResponseBase:
    """The messages, for the page that is still there; else the way back to it."""
    if not request.headers.get("HX-Request"):
        return redirect(_way_back(request, claim))
    response = render(request, "billing/mend/_done.html")
    response["HX-Trigger"] = _MENDED
    return response


def _way_back(request: PracticeRequest, claim: Claim) -> str:
    if request.back:
        return request.back.url
    return reverse("claim", kwargs={"slug": request.practice.slug, "claim_id": claim.pk})


def _tell(request: PracticeRequest, claim: Claim, what: str, found: InPlace) -> None:
    """Decide again what hung on it, and say what came of it."""
    if what not in mend_causes.CAUSES:
        messages.success(request, f"{found.saved} {_can_leave(request, claim, found)}")
        return
    before = _before(request, claim, what, found)
    try:
        true_up.again(
            practice=request.practice,
            month=claim.month,
            patient_ids=sorted(before),
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.warning(request, f"{found.saved} The claim is not decided again yet: {refused}")
        return
    _say(request, claim, before, found)


def _before(request: PracticeRequest, claim: Claim, rule: str, found: InPlace) -> dict[int, str]:
    """Outcomes by patient: of the claim, and of all that wait for the same where that is shared."""
    drafts = claim_rows.of_month(request.user, request.practice, claim.month).filter(state="draft")
    some = drafts.filter(rules__contains=[rule]) if found.is_shared else drafts.filter(pk=claim.pk)
    return dict(some.values_list("patient_id", "outcome")[: true_up.CHUNK])


def _say(request: PracticeRequest, claim: Claim, before: dict[int, str], found: InPlace) -> None:
    now = claim_rows.of_month(request.user, request.practice, claim.month)
    after = {
        row.patient_id: row for row in now.filter(patient__in=before).prefetch_related("lines")
    }
    own = after.get(claim.patient_id)
    tone = messages.success if own and own.outcome == "billable" else messages.warning
    said = f"{found.saved} {claim.patient.full_name}: {_stands(own)}" if own else found.saved
    others = [row for pk, row in after.items() if pk != claim.patient_id]
    moved = sum(row.outcome != before[row.patient_id] for row in others)
    if others:
        said += f" Of {plural(len(others), 'other claim')} with this cause {moved} moved on."
    tone(request, said)


def _stands(claim: Claim) -> str:
    if claim.outcome == "billable":
        lines = " + ".join(f"{line.code} × {line.units}" for line in claim.lines.all())
        return f"the claim is clean now, {lines}, {money(claim.total_charge)}."
    causes = ", ".join(map(rule_names.within, claim.rules))
    return f"the claim is {_LANES[claim.outcome]}: {causes}."


def _can_leave(request: PracticeRequest, claim: Claim, found: InPlace) -> str:
    now: dt.datetime = timezone.now()
    looked = submission.look_at_some([claim.pk], practice=request.practice, now=now)
    lacks = len(looked.gaps) + len(looked.practice_gaps)
    name = claim.patient.full_name
    if lacks:
        return f"{name}: {plural(lacks, 'thing')} more before the claim can leave."
    shared = " So do all that lacked only this." if found.is_shared else ""
    return f"{name}: the claim has all that its file needs.{shared}"


urlpatterns = [path("<int:claim_id>/mend/", claim_mend, name="claim_mend")]
