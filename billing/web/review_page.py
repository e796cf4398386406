"""What the page of a month's review shows, put together from the selectors."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from billing.rules import rule_names
from billing.selectors import asked_people, by_hand, claims, month_money, policies, row_facts
from billing.selectors.claims import Chosen, Lane, MonthReview
from billing.selectors.month_money import Money
from billing.selectors.reports import scope
from billing.services import submission
from billing.web import decide_again, gaps, review_form, review_result, review_rows, true_up
from billing.web.doors import BILLERS, FIRST, LAST, READERS
from billing.web.review_form import ReviewFilter, kept
from registry import calendar
from registry.selectors import errands, practice_month
from registry.templatetags.formats import plural

if TYPE_CHECKING:
    from billing.models import Claim
    from registry.web.access import PracticeRequest

PER_PAGE = 50
LABELS = {
    "clean": "Clean",
    "held": "Needs attention",
    "not_billable": "Not billable",
    "approved": "Approved",
    "sent": "Sent",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A lane of a month, and the choice within it."""

    month: dt.date
    lane: str
    chosen: Chosen
    filter: ReviewFilter
    review: MonthReview


def read(request: PracticeRequest, month: dt.date) -> Asked:
    """What the address asks for."""
    everything = claims.of_month(request.user, request.practice, month)
    asked = ReviewFilter(request.GET, claims.options(everything))
    chosen = asked.chosen(request.GET)
    review = claims.review(request.user, request.practice, month, _lanes_of(chosen))
    lane = review_form.lane_of(request.GET, lambda: _busiest(review.lanes))
    return Asked(month=month, lane=lane, chosen=chosen, filter=asked, review=review)


def _lanes_of(chosen: Chosen) -> Chosen:
    """The tabs follow the filters, not the cause or the mark that one lane is narrowed to."""
    return Chosen(
        payer_id=chosen.payer_id,
        care_manager_id=chosen.care_manager_id,
        practitioner_id=chosen.practitioner_id,
        site_id=chosen.site_id,
        program=chosen.program,
    )


def _busiest(lanes: dict[str, Lane]) -> str:
    """The first lane that holds something."""
    return next((name for name in claims.LANES if lanes[name].count), "clean")


def context(request: PracticeRequest, asked: Asked, now: dt.datetime) -> dict[str, Any]:
    """Everything that the template names."""
    page = _page(request, asked)
    looked = _look_through(request, asked, page, now)
    return {
        "month": asked.month,
        "month_text": calendar.month_text(asked.month),
        "lane": asked.lane,
        "lane_label": LABELS[asked.lane],
        "lanes": asked.review.lanes,
        "tabs": _tabs(request, asked),
        "causes": _causes(request, asked),
        "filter": asked.filter,
        "chosen": asked.chosen,
        "query": kept(request.GET),
        "page": page,
        "rows": _rows(request, asked, page, looked),
        "practice_gaps": _practice_gaps(request, page, looked),
        **_money(request, asked),
        "run": asked.review.last_run,
        **(true_up.progress(asked.review.last_run) if asked.review.last_run else {}),
        "failures": asked.review.failures,
        "overdue": policies.overdue(
            request.user,
            request.practice,
            asked.month,
            calendar.local_date(now, request.practice.timezone),
        ),
        "changed_since": _changed(request, asked),
        "left": review_result.take(request, asked.month),
        "is_biller": bool(request.roles & BILLERS),
        "empty": _nothing_in(asked.lane, asked),
        "clear_url": f"?lane={asked.lane}",
        **_approving(request, asked, now),
        "can_decide_again": _can_decide_again(request, asked),
        **_mending(request, asked),
        "is_empty": not any(lane.count for lane in asked.review.lanes.values()),
        "is_over": _is_over(request, asked.month, now),
        "closed_at": practice_month.closed_at(request.practice, asked.month),
        "has_begun": now >= calendar.month_bounds(asked.month, request.practice.timezone)[0],
        **_neighbours(request, asked.month),
        "has_others": scope.others(request.user, request.practice, roles=READERS),
    }


def _page(request: PracticeRequest, asked: Asked) -> Page[Claim]:
    found = claims.of_month(request.user, request.practice, asked.month)
    narrowed = claims.narrowed(found, asked.chosen)
    rows = claims.in_lane(narrowed, asked.lane)
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def _money(request: PracticeRequest, asked: Asked) -> dict[str, Any]:
    """The dollars of all that the lane lists, or of what its months would have brought."""
    money = _sums(request, asked)
    return {
        "money": money,
        "without": {
            "charge": _without(money.without_charge, "a charge"),
            "expected": _without(money.without_expected, "an expected amount"),
        },
    }


def _without(number: int, what: str) -> str:
    return f"{plural(number, 'claim')} without {what}" if number else "of every claim"


def _sums(request: PracticeRequest, asked: Asked) -> Money:
    found = claims.of_month(request.user, request.practice, asked.month)
    listed = claims.in_lane(claims.narrowed(found, asked.chosen), asked.lane)
    if asked.lane == "not_billable":
        return month_money.missed_of(listed, asked.month)
    return month_money.of(listed)


def _look_through(
    request: PracticeRequest, asked: Asked, page: Page[Claim], now: dt.datetime
) -> submission.Built:
    """What would keep the page's claims from leaving, of those that nothing else stands against."""
    if asked.lane not in ("clean", "approved"):
        return submission.Built()
    ids = [claim.pk for claim in page.object_list]
    return submission.look_at_some(ids, practice=request.practice, now=now)


def _practice_gaps(
    request: PracticeRequest, page: Page[Claim], looked: submission.Built
) -> list[dict[str, Any]]:
    return gaps.of_practice(request, looked, next(iter(page.object_list), None))


def _gaps(
    request: PracticeRequest, shown: list[Claim], looked: submission.Built
) -> dict[int, list[dict[str, Any]]]:
    by_claim: dict[int, list[submission.Gap]] = {}
    for gap in looked.gaps:
        by_claim.setdefault(gap.claim_id, []).append(gap)
    return {
        claim.pk: gaps.of_claim(request, claim, by_claim[claim.pk])
        for claim in shown
        if claim.pk in by_claim
    }


def _mending(request: PracticeRequest, asked: Asked) -> dict[str, Any]:
    """Asking people, of one row or of a whole cause; and a claim whose form was just saved."""
    is_biller = bool(request.roles & BILLERS)
    where = {"slug": request.practice.slug, "month": calendar.month_text(asked.month)}
    can_ask_all = is_biller and asked.lane == "held" and asked.chosen.cause in asked_people.ASKED
    was_saved = is_biller and request.GET.get("saved") == "1"
    return {
        "ask_url": reverse("claims_ask", kwargs=where) + kept(request.GET) if is_biller else "",
        "can_ask_all": can_ask_all,
        "mended": request.GET.get("mended", "")[:18] if was_saved else "",
        "after_mending": kept(request.GET, mended="", saved=""),
    }


def _rows(
    request: PracticeRequest, asked: Asked, page: Page[Claim], looked: submission.Built
) -> list[review_rows.ReviewRow]:
    shown = list(page.object_list)
    patients = [claim.patient_id for claim in shown]
    return review_rows.build(
        shown,
        request,
        known=errands.of_month(request.practice, patients, asked.month),
        facts=row_facts.of(shown),
        gaps=_gaps(request, shown, looked),
        unconfirmed=claims.unconfirmed_seconds(shown),
        missed=month_money.missed_by_claim(shown, asked.month),
        moved=claims.moved_charts(shown),
        by_hand=by_hand.percent(shown),
    )


def _tabs(request: PracticeRequest, asked: Asked) -> list[dict[str, Any]]:
    """The lanes with counts and charges; of months not billable, the charges that were missed."""
    found = claims.of_month(request.user, request.practice, asked.month)
    short = claims.in_lane(claims.narrowed(found, _lanes_of(asked.chosen)), "not_billable")
    missed = month_money.missed_of(short, asked.month)
    return [
        {
            "label": LABELS[name],
            "url": kept(request.GET, lane=name, cause="", changed=""),
            "current": name == asked.lane,
            "count": lane.count,
            "money": missed.charge if name == "not_billable" else lane.charge,
        }
        for name, lane in asked.review.lanes.items()
    ]


def _causes(request: PracticeRequest, asked: Asked) -> list[dict[str, Any]]:
    """What holds the claims, each with how many: links that narrow the list to one cause."""
    if asked.lane != "held":
        return []
    found = claims.of_month(request.user, request.practice, asked.month)
    counts = claims.causes(claims.narrowed(found, _lanes_of(asked.chosen)))
    everything = {
        "label": "All causes",
        "url": kept(request.GET, lane="held", cause=""),
        "current": not asked.chosen.cause,
        "count": asked.review.lanes["held"].count,
    }
    return [
        everything,
        *(
            {
                "label": rule_names.name(rule),
                "url": kept(request.GET, lane="held", cause=rule),
                "current": rule == asked.chosen.cause,
                "count": count,
            }
            for rule, count in counts.items()
        ),
    ]


def _changed(request: PracticeRequest, asked: Asked) -> dict[str, Any]:
    """Claims that a person decided and a later true-up would decide otherwise."""
    lanes = asked.review.lanes
    count = lanes["approved"].changed_since + lanes["sent"].changed_since
    lane = "approved" if lanes["approved"].changed_since else "sent"
    return {
        "count": count,
        "text": f"{plural(count, 'approved or sent claim')} would be decided otherwise now.",
        "url": kept(request.GET, lane=lane, changed="1", cause=""),
        "all_url": kept(request.GET, changed=""),
    }


def _is_over(request: PracticeRequest, month: dt.date, now: dt.datetime) -> bool:
    return now >= calendar.month_bounds(month, request.practice.timezone)[1]


def _approving(request: PracticeRequest, asked: Asked, now: dt.datetime) -> dict[str, Any]:
    """Whether the clean lane can be approved, and the mark of its list, to be sent back with it."""
    run = asked.review.last_run
    is_final = bool(run and run.finished_at and run.kind == "final")
    can = asked.lane == "clean" and bool(request.roles & BILLERS) and is_final
    marks = (
        claims.clean_marks(request.user, request.practice, asked.month, asked.chosen) if can else {}
    )
    wait = (
        "Claims are approved after a final true-up of the month."
        if _is_over(request, asked.month, now)
        else "Claims are approved once the month is over and its final true-up has run."
    )
    return {
        "can_approve": can,
        "show_boxes": can,
        "list_mark": claims.mark_of(marks),
        "wait_text": wait,
        "lane_total": asked.review.lanes["clean"].charge,
        "is_narrowed": asked.chosen != claims.EVERYTHING,
    }


def _can_decide_again(request: PracticeRequest, asked: Asked) -> bool:
    """Whether claims of this lane can be decided again once they are mended."""
    run = asked.review.last_run
    has_run = bool(run and run.finished_at)
    return asked.lane in decide_again.LANES and bool(request.roles & BILLERS) and has_run


#: Icon, title and text of a lane that holds nothing.
_NOTHING = {
    "clean": (
        "circle-check",
        "No clean claim is waiting",
        "What was clean is approved, or none is.",
    ),
    "held": ("circle-check", "Nothing needs attention", "No claim of this month is held."),
    "not_billable": ("clock", "No month fell short", "Every chart of this month earned a code."),
    "approved": (
        "checkbox",
        "No approved claim is waiting",
        "Approve clean claims; they wait here.",
    ),
    "sent": ("send", "Nothing was sent yet", "Approved claims are here once they are in a file."),
}


def _nothing_in(lane: str, asked: Asked) -> dict[str, str]:
    """What an empty lane says."""
    icon, title, text = _NOTHING[lane]
    if asked.chosen != claims.EVERYTHING:
        return {
            "icon": "filter",
            "title": "No claim fits",
            "text": "No claim of this lane fits the filters.",
            "url": f"?lane={lane}",
            "action": "Clear the filters",
        }
    return {"icon": icon, "title": title, "text": text, "url": "", "action": ""}


def _neighbours(request: PracticeRequest, month: dt.date) -> dict[str, Any]:
    """The months beside this one, with their addresses; none beyond those that can be billed."""
    before, after = calendar.shift_month(month, -1), calendar.shift_month(month, 1)
    return {
        "previous": _link(request, before) if before >= FIRST else None,
        "next": _link(request, after) if after < LAST else None,
    }


def _link(request: PracticeRequest, month: dt.date) -> dict[str, Any]:
    where = {"slug": request.practice.slug, "month": calendar.month_text(month)}
    return {"month": month, "url": reverse("billing_month", kwargs=where)}
