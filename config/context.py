"""What every page's frame shows: the practice, the way to other pages, by role."""

from __future__ import annotations

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
    ("time_log", "My time", "clock", _CARE - {Role.SUPERVISOR}),
    ("reviews", "Reviews", "stethoscope", _CARE | {Role.AUDITOR}),
    ("log_audit", "Log audit", "clipboard-check", _AUDIT),
    ("billing", "Billing", "receipt", _BILLING),
    ("reports", "Reports", "report-money", _BILLING),
    ("received_files", "Payments", "cash-banknote", _BILLING),
    ("packets", "Audit packets", "archive", _BILLING),
    ("practice_settings", "Set-up", "settings", _BILLING),
)


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
        context["nav"] = navigation(request)
        context["practices"] = practices.visible_to(request.user)  # type: ignore[arg-type]
    return context


def _count_url(name: str, slug: str) -> str:
    """Where the number beside a page's name is asked for, after the page is there."""
    return reverse("tasks_count", kwargs={"slug": slug}) if name == "tasks" else ""


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The pages that this person's roles open in this practice."""
    slug = request.practice.slug  # type: ignore[attr-defined]
    items: list[dict[str, Any]] = []
    for name, label, icon, roles in PAGES:
        if roles & request.roles:  # type: ignore[attr-defined]
            url = reverse(name, kwargs={"slug": slug})
            items.append(
                {
                    "label": label,
                    "url": url,
                    "icon": icon,
                    "current": False,
                    "count_url": _count_url(name, slug),
                }
            )
    _mark_current(items, request.path)
    return items


def _mark_current(items: list[dict[str, Any]], path: str) -> None:
    """One page of the navigation is where the person is: that of the longest address, since
    payments and packets lie below billing's own.
    """
    here = [item for item in items if path.startswith(item["url"])]
    if here:
        max(here, key=lambda item: len(item["url"]))["current"] = True
