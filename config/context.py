"""What every page's frame shows: the practice, the way to other pages, by role."""

from __future__ import annotations

import functools
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from billing.services import demo
from registry.selectors import practices
from registry.vocabulary import Role

_ALL = frozenset(Role)
_CARE = frozenset({Role.CARE_MANAGER, Role.TREATING_PRACTITIONER, Role.CONSULTANT, Role.SUPERVISOR})
_AUDIT = frozenset({Role.SUPERVISOR, Role.CARE_MANAGER, Role.BILLER, Role.AUDITOR})
_BILLING = frozenset({Role.BILLER, Role.SUPERVISOR, Role.AUDITOR})

#: (address name, label, icon, roles): in the order in which a person reads them.
PAGES = (
    ("tasks", "Tasks", "checkbox", _CARE - {Role.SUPERVISOR}),
    ("caseload", "Caseload", "list-details", _CARE | {Role.AUDITOR}),
    ("patients", "Patients", "users", _ALL),
    ("referrals", "Referrals", "inbox", _CARE | {Role.AUDITOR}),
    ("consents", "Consents", "signature", _ALL - {Role.CONSULTANT}),
    ("time_log", "My time", "clock", _CARE - {Role.SUPERVISOR}),
    ("reviews", "Reviews", "stethoscope", _CARE | {Role.AUDITOR}),
    ("log_audit", "Log audit", "clipboard-check", _AUDIT),
    ("billing", "Billing", "receipt", _BILLING),
    ("reports", "Reports", "report-money", _BILLING),
    ("received_files", "Payments", "cash-banknote", _BILLING),
    ("packets", "Audit packets", "archive", _BILLING),
    ("practice_settings", "Set-up", "settings", _BILLING),
)

#: What belongs to a page though its addresses are not below that page's: their beginnings in the
#: practice.
_BELONGS = {
    "patients": (
        "authorizations/", "coverages/", "episodes/", "measures/", "safety-flags/", "services/",
        "treatments/",
    ),
    "received_files": (
        "billing/denials", "billing/payments/", "billing/paid", "billing/remittances/",
    ),
    "practice_settings": (
        "billing/destination", "billing/exclusions", "billing/fees", "billing/payers/",
        "billing/policies", "billing/settings", "access-log", "clinicians", "payers", "people",
        "sites",
    ),
    "reviews": ("caseload-reviews",),
}  # fmt: skip


def shell(request: HttpRequest) -> dict[str, Any]:
    """Variables of `base.html`; the same for every component of one answer that asks for them."""
    known: dict[str, Any] | None = getattr(request, "shell", None)
    if known is None or known["practice"] is not getattr(request, "practice", None):
        known = request.shell = _shell(request)  # type: ignore[attr-defined]
    return known


def _shell(request: HttpRequest) -> dict[str, Any]:
    practice = getattr(request, "practice", None)
    context: dict[str, Any] = {
        "practice": practice,
        "product_version": settings.VERSION,
    }
    if settings.DEMO_ALLOWED and request.path == reverse("account_login"):
        context["demo_sign_ins"] = demo.sign_ins()
        context["demo_password"] = demo.PASSWORD
    if practice is not None:
        slug, roles = practice.slug, request.roles  # type: ignore[attr-defined]
        here = _here(slug, roles, request.path)
        context["nav"] = [page | {"current": page["url"] == here} for page in _pages(slug, roles)]
        context["nav_of"] = (slug, roles, here)
        context["practices"] = practices.names(request.user)  # type: ignore[arg-type]
    return context


def _count_url(name: str, slug: str) -> str:
    """Where the number beside a page's name is asked for, after the page is there."""
    return reverse("tasks_count", kwargs={"slug": slug}) if name == "tasks" else ""


@functools.lru_cache(maxsize=512)
def _pages(slug: str, roles: frozenset[Role]) -> list[dict[str, Any]]:
    """The pages that these roles open in this practice."""
    return [
        {
            "label": label,
            "url": reverse(name, kwargs={"slug": slug}),
            "icon": icon,
            "count_url": _count_url(name, slug),
        }
        for name, label, icon, readers in PAGES
        if readers & roles
    ]


def _here(slug: str, roles: frozenset[Role], path: str) -> str:
    """The page of the navigation on which the person is: that of the longest address, since
    payments and packets lie below billing's own.
    """
    begins = _begins(slug, roles)
    around = (begin for begin in begins if path.startswith(begin))
    return begins.get(max(around, key=len, default=""), "")


@functools.lru_cache(maxsize=512)
def _begins(slug: str, roles: frozenset[Role]) -> dict[str, str]:
    """Beginnings of addresses, each with the page of the navigation that it belongs to."""
    begins = {page["url"]: page["url"] for page in _pages(slug, roles)}
    for name, addresses in _BELONGS.items():
        owner = reverse(name, kwargs={"slug": slug})
        if owner in begins:
            begins |= {f"/p/{slug}/{each}": owner for each in addresses}
    return begins
