"""The design system on one page, with invented data: every component in each of its states."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from registry.vocabulary import Activity
from registry.web import access

TICKS = [{"minutes": 60, "label": "99493"}, {"minutes": 90, "label": "99494"}]
ONE_TICK = [{"minutes": 70, "label": "99492"}]
BOTH_TICKS = [
    {"minutes": 16, "label": "G2214"},
    {"minutes": 36, "label": "99492"},
    {"minutes": 70, "label": "99492", "kind": "whole"},
    {"minutes": 86, "label": "99494"},
    {"minutes": 100, "label": "99494", "kind": "whole"},
]

BARS = [
    ("Nothing yet", {"counted": 0, "worked": 0, "ticks": TICKS}),
    ("55 of 60 minutes", {"counted": 3300, "worked": 3300, "ticks": TICKS}),
    ("Clock runs", {"counted": 2400, "worked": 2400, "running": 840, "ticks": TICKS}),
    ("Some not counted", {"counted": 2580, "worked": 3480, "ticks": TICKS}),
    ("68 in a first month", {"counted": 4080, "worked": 4080, "ticks": ONE_TICK}),
    ("Both reached", {"counted": 5520, "worked": 6000, "ticks": TICKS}),
    ("Payer pays earlier", {"counted": 2100, "worked": 2100, "ticks": BOTH_TICKS}),
    ("No threshold", {"counted": 1500, "worked": 1500, "ticks": []}),
]


def _days(*scores: int) -> list[tuple[dt.date, int]]:
    gaps = (0, 14, 28, 35, 70, 84, 98)
    first = dt.date(2026, 6, 3)
    return [
        (first + dt.timedelta(days=gap), score) for gap, score in zip(gaps, scores, strict=False)
    ]


SPARKS = [
    ("Improving", _days(19, 17, 14, 15, 9, 6)),
    ("Worse", _days(8, 9, 13)),
    ("Unchanged", _days(12, 14, 12)),
    ("One score", _days(16)),
    ("None", []),
]

STATUS_GROUPS = [
    (
        "Claims",
        [
            "provisional",
            "billable",
            "held",
            "not_billable",
            "approved",
            "sent",
            "paid",
            "denied",
            "void",
        ],
    ),
    (
        "Time",
        ["running", "confirmed", "needs_review", "voided", "timer", "timer_corrected", "by_hand"],
    ),
    (
        "Patients",
        ["referred", "active", "paused", "relapse_prevention", "discharged", "not_enrolled"],
    ),
    (
        "Work",
        [
            "given",
            "revoked",
            "missing",
            "draft",
            "signed",
            "requested",
            "due",
            "overdue",
            "done",
            "locked",
        ],
    ),
]

ROWS = [
    {"name": "Odell Quist", "mrn": "E-1042", "flag": "", "bar": BARS[1][1], "phq": SPARKS[0][1],
     "days": 3, "next": "GAD-7 due", "status": "active", "amount": Decimal("162.18")},
    {"name": "Marisol Tejada-Whitcombe", "mrn": "E-0917", "flag": "Item 9",
     "bar": BARS[2][1], "phq": SPARKS[1][1], "days": 16, "next": "No contact for 14 days",
     "status": "active", "amount": Decimal("0")},
    {"name": "Ferris Okonkwo", "mrn": "E-1133", "flag": "", "bar": BARS[5][1],
     "phq": SPARKS[2][1], "days": 1, "next": "Review by the consultant",
     "status": "relapse_prevention", "amount": Decimal("1234.5")},
    {"name": "Ida Brandvold", "mrn": "E-0455", "flag": "", "bar": BARS[0][1], "phq": [],
     "days": 31, "next": "Consent missing", "status": "paused", "amount": None},
]  # fmt: skip

REASONS = [
    {"kind": "hold", "text": "No consultant review is documented in October.",
     "reference": "CMS MLN 909432; CPT 99493", "url": "#reasons", "action": "Request a review"},
    {"kind": "refusal", "text": "55 of 60 minutes: 5 short of 99493.",
     "reference": "CPT 2026, time rule of the practice's policy"},
    {"kind": "note", "text": "The consultant's minutes decide: without them nothing is earned."},
    {"kind": "error", "text": "Row 14: the member id is empty.", "url": "#reasons"},
    {"kind": "ok", "text": "Consent was in force for the whole month."},
]  # fmt: skip

TREE = {
    "label": "99493 × 1", "value": "62 min", "tone": "success",
    "detail": "62 counted minutes reach the 60 that a later month needs.",
    "reference": "Preset standard, in force since 2026-01-01",
    "children": [
        {"label": "Worked", "value": "1 h 14 min", "children": [
            {"label": "Oct 6, phone call, Alice", "value": "0:22:10"},
            {"label": "Oct 13, chart review, Alice", "value": "0:17:40"},
            {"label": "Oct 21, case review, Sam", "value": "0:22:30"},
            {"label": "Oct 27, crisis care, Alice", "value": "0:12:00"},
        ]},
        {"label": "Left out", "value": "12 min", "tone": "warning", "children": [
            {"label": "Crisis care", "value": "0:12:00", "tone": "warning",
             "detail": "A crisis is billed apart (90839); its time stays out of the month.",
             "reference": "CMS MLN 909432"},
        ]},
        {"label": "Thresholds", "children": [
            {"label": "99493", "value": "60 min, reached by 2", "tone": "success"},
            {"label": "99494", "value": "28 min to go"},
        ]},
    ],
}  # fmt: skip


class SampleForm(forms.Form):
    started = forms.TimeField(
        label="Started", help_text="In the practice's time.",
        widget=forms.TimeInput(attrs={"type": "time"}),
    )  # fmt: skip
    minutes = forms.IntegerField(label="Minutes", min_value=1, max_value=1440)
    activity = forms.ChoiceField(label="What it was", choices=Activity.choices)
    reached = forms.ChoiceField(
        label="Outcome", widget=forms.RadioSelect,
        choices=[("yes", "Reached"), ("no", "No answer"), ("message", "Left a message")],
    )  # fmt: skip
    reason = forms.CharField(
        label="Why by hand", widget=forms.Textarea(attrs={"rows": 2}),
        help_text="An auditor reads this. One sentence is enough.",
    )  # fmt: skip
    note = forms.CharField(label="Note", required=False)
    told = forms.BooleanField(label="The patient was told that cost sharing may apply")


def _wrong_form() -> SampleForm:
    sent = {"wrong-started": "10:05", "wrong-minutes": "0", "wrong-activity": "chart_review"}
    return SampleForm(sent, prefix="wrong")


NAV = [
    {"label": "Caseload", "url": "#", "icon": "list-details", "current": True, "count": 63},
    {"label": "Patients", "url": "#", "icon": "users"},
    {"label": "My time", "url": "#", "icon": "clock"},
    {"label": "Reviews", "url": "#", "icon": "stethoscope", "count": 4},
    {"label": "Log audit", "url": "#", "icon": "clipboard-check"},
    {"label": "Billing", "url": "#", "icon": "receipt"},
]

VIEWS = [
    {"label": "Mine", "url": "#", "current": True, "count": 63},
    {"label": "Not improving", "url": "#", "count": 9},
    {"label": "No contact for 14 days", "url": "#", "count": 12},
    {"label": "Clean", "url": "#", "count": 41, "money": Decimal("6120")},
]


def sample() -> dict[str, Any]:
    """What the page shows.  Nobody in it exists."""
    return {
        "nav": NAV, "bars": BARS, "ticks": TICKS, "sparks": SPARKS, "status_groups": STATUS_GROUPS,
        "tones": ["success", "warning", "danger", "info", "neutral", "accent"], "rows": ROWS,
        "reasons_sample": REASONS, "tree": TREE, "form": SampleForm(), "wrong_form": _wrong_form(),
        "page": Paginator(range(312), 50).page(3), "views_sample": VIEWS,
        "born": dt.date(1971, 4, 9), "zone": "America/Chicago",
        "moment": dt.datetime(2026, 10, 14, 20, 5, tzinfo=dt.UTC), "amount": Decimal("1234.5"),
        "facts": [("Program", "Collaborative care"), ("Care manager", "Alice"),
                  ("Consultant", "Sam"), ("Week", "9"), ("Payer", "Medicare")],
        "flags": [("danger", "Item 9 above 0"), ("warning", "Review missing")],
        "terms": [("Consent", "Verbal, Oct 2, 2026"), ("Initiating visit", "Sep 28, 2026"),
                  ("Diagnosis", "F33.1"), ("Member id", "")],
    }  # fmt: skip


@access.public
@require_safe
def showcase(request: HttpRequest) -> HttpResponseBase:
    """Where the demo may be loaded, and nowhere else."""
    if not (settings.DEBUG or settings.DEMO_ALLOWED):
        raise Http404
    messages.success(request, "Saved: 22 minutes for the call.")
    messages.warning(request, "The clock ran past midnight. Check the entry of yesterday.")
    return render(request, "components/showcase.html", sample())


urlpatterns = [path("", showcase, name="design")]
