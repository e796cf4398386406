"""Sharing packets with the practice's auditors: the link, what it opens, and ending it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from billing.selectors import packet_samples
from billing.selectors import packet_shares as selectors
from billing.services import packet_shares as services
from billing.web import packet_zip, packets
from billing.web.doors import PACKERS, READERS
from billing.web.packet_form import ShareForm
from registry.vocabulary import Role
from registry.web import access, answers, rows
from registry.web.forms import base

if TYPE_CHECKING:
    from billing.models import Packet, PacketShare
    from registry.web.access import PracticeRequest


@access.page(PACKERS, methods=("GET", "POST"))
def packet_share_add(request: PracticeRequest, packet_id: int) -> HttpResponseBase:
    """Share one packet."""
    return _add(request, [packets.found(request, packet_id)])


@access.page(PACKERS, methods=("GET", "POST"))
def packet_sample_share(request: PracticeRequest, sample_id: int) -> HttpResponseBase:
    """Share all packets that a sample has by now."""
    sample = rows.found(packet_samples.get, request, sample_id)
    return _add(request, list(packet_samples.packets_of(sample)), label=sample.label)


def _add(request: PracticeRequest, found: Sequence[Packet], label: str = "") -> HttpResponseBase:
    """The form; once it is taken, the link, which is shown this once."""
    form = ShareForm(request.POST or None, initial={"label": label})

    def write(data: dict) -> services.Shared:
        return services.share(
            found, practice=request.practice, by=request.user, now=timezone.now(), **data
        )

    made = base.attempt(form, write) if request.method == "POST" else None
    if made is None:
        context = {"form": form, "packets": found}
        return answers.form_page(request, "billing/packets/share_add.html", context)
    ids = {"slug": request.practice.slug, "token": made.token}
    context = {
        "share": made.share,
        "packets": found,
        "link": request.build_absolute_uri(reverse("packet_link", kwargs=ids)),
    }
    return render(request, "billing/packets/share_made.html", context)


@access.page(Role.AUDITOR)
def packet_link(request: PracticeRequest, token: str) -> HttpResponseBase:
    """Where a link leads: to what it shares, or to the sentence that it has ended."""
    now = timezone.now()
    share = selectors.by_mark(request.practice, services.mark_of(token))
    if share is None:
        raise Http404
    if selectors.has_ended(share, now):
        return render(request, "billing/packets/ended.html", {"share": share}, status=410)
    services.opened(share, by=request.user, now=now)
    return redirect("packet_share", slug=request.practice.slug, share_id=share.pk)


@access.page(READERS)
def packet_share(request: PracticeRequest, share_id: int) -> HttpResponseBase:
    """What is shared, until when, and who has looked at it."""
    share, now = _found(request, share_id), timezone.now()
    context = {
        "share": share,
        "has_ended": selectors.has_ended(share, now),
        "packets": selectors.held(share),
        "looks": selectors.looks(share),
        "builds": bool(request.roles & PACKERS),
    }
    return render(request, "billing/packets/share.html", context)


@access.page(READERS)
def packet_share_zip(request: PracticeRequest, share_id: int) -> HttpResponseBase:
    """All of it in one file."""
    share = _found(request, share_id)
    name = f"{request.practice.slug}-shared-{share.pk}"
    through = None if request.roles & PACKERS else share
    found = selectors.held(share)
    return packet_zip.answer(request, name, found, page="packet_share_zip", share=through)


@access.page(PACKERS, methods=("POST",))
def packet_share_end(request: PracticeRequest, share_id: int) -> HttpResponseBase:
    """End it now: the link and the list open nothing from here on."""
    share = _found(request, share_id)
    services.revoke(share, by=request.user, now=timezone.now())
    messages.success(request, "The share is ended. Its link opens nothing from now on.")
    return redirect("packet_share", slug=request.practice.slug, share_id=share.pk)


def _found(request: PracticeRequest, share_id: int) -> PacketShare:
    now = timezone.now()

    def get(user: object, practice: object, row_id: int) -> PacketShare:
        return selectors.get(request.user, request.practice, row_id, now)

    return rows.found(get, request, share_id)


urlpatterns = [
    path("packets/<int:packet_id>/share/", packet_share_add, name="packet_share_add"),
    path("packets/samples/<int:sample_id>/share/", packet_sample_share, name="packet_sample_share"),
    path("packets/link/<str:token>/", packet_link, name="packet_link"),
    path("packets/shares/<int:share_id>/", packet_share, name="packet_share"),
    path("packets/shares/<int:share_id>/zip/", packet_share_zip, name="packet_share_zip"),
    path("packets/shares/<int:share_id>/end/", packet_share_end, name="packet_share_end"),
]
