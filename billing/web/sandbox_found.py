"""What the page shows of what a policy's test found: totals, readings, and claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from django.core.paginator import Paginator
from django.urls import reverse

from billing.selectors import sandbox as selectors
from billing.services import sandbox_result, sandbox_rows, sandbox_sides, stretches
from billing.web import sandbox_readings
from registry import calendar
from registry.templatetags.formats import money, month_name, plural

if TYPE_CHECKING:
    from billing.models import PayerPolicy
    from billing.services.sandbox_result import Result, Total
    from billing.services.sandbox_rows import Half, Row
    from billing.services.sandbox_store import Test
    from registry.models import Patient
    from registry.web.access import PracticeRequest

PER_PAGE = 50
#: Label and tone of each kind of row.
KINDS = {
    sandbox_rows.ADDED: ("Added", "success"),
    sandbox_rows.REMOVED: ("Removed", "danger"),
    sandbox_rows.CHANGED: ("Changed", "info"),
}
#: What a reading's sentence did: before it stands a word, never a colour alone.
SIGNS = {sandbox_rows.CAME: "New:", sandbox_rows.WENT: "Gone:", sandbox_rows.MOVED: ""}
_DECIDED = {
    "approved": "Is approved: to change it, its approval would have to be withdrawn.",
    "sent": "Was sent: it would need a replacement.",
}


def context(
    request: PracticeRequest, policy: PayerPolicy | None, test: Test, found: Result
) -> dict[str, Any]:
    """Everything that the template's part names."""
    asked = request.GET.get("kind", "")
    kind = asked if asked in KINDS else ""
    page = Paginator(found.of_kind(kind), PER_PAGE).get_page(request.GET.get("page"))
    people = selectors.named(
        request.user,
        request.practice,
        [row.patient_id for row in page.object_list] + list(found.failed),
    )
    return {
        "found": found,
        "kind": kind,
        "page": page,
        "rows": [_row(request, test, row, people) for row in page.object_list],
        "failed": [
            {"who": _named(people.get(who)), "url": _why_url(request, test, who), "text": text}
            for who, text in found.failed.items()
        ],
        "tiles": _tiles(test, found),
        "tabs": _tabs(test, found, kind),
        "empty": _empty(test, found, kind, policy),
        "csv_url": _csv_url(request, test, kind),
        "as_if": _as_if(policy, test),
        "readings": sandbox_readings.of(test),
        "risk_text": _risk_text(test, found),
        "decided_text": _decided_text(found),
    }


def _row(
    request: PracticeRequest, test: Test, row: Row, people: dict[int, Patient]
) -> dict[str, Any]:
    label, tone = KINDS[row.kind]
    return {
        "who": _named(people.get(row.patient_id)),
        "url": _why_url(request, test, row.patient_id),
        "label": label,
        "tone": tone,
        "before": _half(row.before),
        "after": _half(row.after),
        "difference": sandbox_result.signed(row.difference),
        "expected": _expected(row),
        "why": [(SIGNS[sign], text) for sign, text in row.why],
        "claim_state": row.claim_state if row.claim_state in _DECIDED else "",
        "decided": _DECIDED.get(row.claim_state, ""),
    }


def _named(patient: Patient | None) -> dict[str, str]:
    if patient is None:
        return {"name": "Patient no longer there", "number": ""}
    return {
        "name": f"{patient.last_name}, {patient.first_name}",
        "number": patient.record_number,
    }


def _half(half: Half) -> dict[str, str]:
    at_stake = half.charge is not None and half.outcome != "billable"
    return {
        "outcome": half.outcome,
        "lines": " + ".join(half.lines) or "No line",
        "money": money(half.charge) if half.charge is not None else "",
        "stake": "at stake" if at_stake else "",
    }


def _expected(row: Row) -> str:
    """What the payer is expected to pay more or less; empty where nobody has said what it pays."""
    if row.before.expected is None and row.after.expected is None:
        return ""
    return sandbox_result.signed(row.after.paid - row.before.paid)


def _why_url(request: PracticeRequest, test: Test, patient_id: int) -> str:
    where = {"patient_id": patient_id, "month": calendar.month_text(test.month)}
    return reverse("month_explanation", kwargs={"slug": request.practice.slug, **where})


def _tiles(test: Test, found: Result) -> list[dict[str, Any]]:
    kinds = [_tile(test, kind, found.totals[kind]) for kind in KINDS]
    same, whole = found.totals[sandbox_rows.SAME], found.all
    stays = {"label": "The same", "value": same.count, "detail": f"{money(same.after)} billed"}
    billed = {
        "label": "Billed in all",
        "value": sandbox_result.signed(whole.difference),
        "detail": f"{money(whole.before)} before, {money(whole.after)} after",
    }
    return [*kinds, stays, billed, *_expected_tile(whole)]


def _tile(test: Test, kind: str, total: Total) -> dict[str, Any]:
    label, tone = KINDS[kind]
    return {
        "label": label,
        "value": total.count,
        "detail": sandbox_result.signed(total.difference),
        "tone": tone if total.count else "",
        "url": f"?test={test.id}&kind={kind}#found" if total.count else "",
    }


def _expected_tile(whole: Total) -> list[dict[str, Any]]:
    """What the payer would pay, where somebody has said what it pays."""
    if not whole.paid_before and not whole.paid_after:
        return []
    detail = f"{money(whole.paid_before)} before, {money(whole.paid_after)} after"
    value = sandbox_result.signed(whole.paid_difference)
    return [{"label": "Expected in all", "value": value, "detail": detail}]


def _tabs(test: Test, found: Result, kind: str) -> list[dict[str, Any]]:
    every = {"label": "All that differ", "url": f"?test={test.id}#found", "current": not kind}
    tabs = [every | {"count": found.differing.count}]
    for name, (label, _) in KINDS.items():
        where = {"url": f"?test={test.id}&kind={name}#found", "current": name == kind}
        tabs.append({"label": label, "count": found.totals[name].count, **where})
    return tabs


def _empty(test: Test, found: Result, kind: str, policy: PayerPolicy | None) -> dict[str, str]:
    """What stands in the place of the rows where there are none."""
    month = month_name(test.month)
    if found.rows and kind:
        return {"title": f"Nothing is {kind}", "text": "What differs is in the other lists."}
    if not test.patients:
        text = "No patient whose claim would go to this payer has care, time or a claim in it."
        return {"title": f"Nothing to decide in {month}", "text": text}
    if len(found.failed) == test.patients:
        return {"title": "No month could be decided", "text": "What happened is said below."}
    is_draft = _is_tested(policy, test) and policy.approved_at is None
    what = "This draft" if is_draft else "The other reading"
    same = found.totals[sandbox_rows.SAME].count
    stay = plural(same, "claim stays as it is,claims stay as they are")
    return {"title": f"{what} would change nothing in {month}: {stay}.", "text": ""}


def _is_tested(policy: PayerPolicy | None, test: Test) -> TypeGuard[PayerPolicy]:
    """Whether the page's policy is the one that the test compares with."""
    return policy is not None and test.after.name == sandbox_sides.name_of(policy)


def _csv_url(request: PracticeRequest, test: Test, kind: str) -> str:
    where = {"slug": request.practice.slug, "payer_id": test.payer_id}
    narrowed = f"&kind={kind}" if kind else ""
    return f"{reverse('payer_policy_test_csv', kwargs=where)}?test={test.id}{narrowed}"


def _as_if(policy: PayerPolicy | None, test: Test) -> str:
    """A sentence where the tested policy is not for the month it is tested on."""
    if not _is_tested(policy, test):
        return ""
    day = calendar.last_day(test.month)
    if policy.active_from <= day and (policy.active_to is None or day <= policy.active_to):
        return ""
    days = stretches.said(policy.active_from, policy.active_to)
    return f"It is meant {days}. {month_name(test.month)} is read here as if it were in force."


def _decided_text(found: Result) -> str:
    number = found.decided_before
    if not number:
        return ""
    return (
        f"{plural(number, 'of these claims is,of these claims are')} approved or sent already, and "
        "no true-up changes it by itself."
    )


def _risk_text(test: Test, found: Result) -> str:
    """What is at risk where the payer reads by the first of two readings after all.

    What stands is no other reading of the payer's, only what is in force: nothing is said of it.
    """
    more = found.billed_more
    if test.before.reading is None or not more.count:
        return ""
    return (
        f"Should the payer read the codes by “{test.before.label}” after all, "
        f"{money(more.difference)} in {plural(more.count, 'claim')} would be billed too much."
    )
