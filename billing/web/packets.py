"""Audit packets: building one, the list, reading it, and having its files again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import claims as claim_rows
from billing.selectors import packet_samples, packet_shares
from billing.selectors import packets as selectors
from billing.services import packet_document
from billing.services import packet_shares as sharing
from billing.services import packets as services
from billing.web import lists_csv
from billing.web.doors import PACKERS, READERS
from registry.web import access, csv_file, rows

if TYPE_CHECKING:
    from billing.models import Packet
    from registry.web.access import PracticeRequest

PAGE = 50
TYPES = {"pdf": "application/pdf", "json": "application/json"}


@access.page(READERS)
def packets(request: PracticeRequest) -> HttpResponseBase:
    """The packets that this person may read; samples and shares beside them."""
    who, practice, now = request.user, request.practice, timezone.now()
    if csv_file.asked(request):
        return lists_csv.audit_packets(request, now)
    page = Paginator(selectors.listed(who, practice, now), PAGE).get_page(request.GET.get("page"))
    builds = bool(request.roles & PACKERS)
    context = {
        "page": page,
        "builds": builds,
        "samples": packet_samples.visible_to(who, practice)[:PAGE] if builds else (),
        "shares": _shares(request),
    }
    return render(request, "billing/packets/list.html", context)


def _shares(request: PracticeRequest) -> list[dict[str, object]]:
    now = timezone.now()
    found = packet_shares.visible_to(request.user, request.practice, now)[:PAGE]
    return [{"share": each, "has_ended": packet_shares.has_ended(each, now)} for each in found]


@access.page(PACKERS, methods=("POST",))
def packet_build(request: PracticeRequest, claim_id: int) -> HttpResponseBase:
    """Build a claim's packet now, and open it."""
    claim = rows.found(claim_rows.get, request, claim_id)
    made = services.build(claim, by=request.user, now=timezone.now())
    messages.success(request, "The audit packet is built and kept.")
    return redirect("packet", slug=request.practice.slug, packet_id=made.pk)


@access.page(READERS)
def packet(request: PracticeRequest, packet_id: int) -> HttpResponseBase:
    """One packet: its parts with their marks, and who has looked."""
    one = found(request, packet_id)
    _note(request, one, "page")
    now = timezone.now()
    document = packet_document.read(selectors.content(one, "json"))
    builds = bool(request.roles & PACKERS)
    context = {
        "packet": one,
        "patient": one.claim.patient,
        "document": document,
        "is_sound": packet_document.is_sound(document),
        "builds": builds,
        "looks": selectors.looks(one),
        "shares": [
            {"share": each, "has_ended": packet_shares.has_ended(each, now)}
            for each in (packet_shares.of_packet(one) if builds else ())
        ],
    }
    return render(request, "billing/packets/packet.html", context)


@access.page(READERS)
def packet_pdf(request: PracticeRequest, packet_id: int) -> HttpResponseBase:
    """The PDF, byte for byte as it was built."""
    return _file(request, packet_id, "pdf")


@access.page(READERS)
def packet_json(request: PracticeRequest, packet_id: int) -> HttpResponseBase:
    """The same as JSON, byte for byte as it was built."""
    return _file(request, packet_id, "json")


def _file(request: PracticeRequest, packet_id: int, kind: str) -> HttpResponse:
    one = found(request, packet_id)
    _note(request, one, kind)
    response = HttpResponse(selectors.content(one, kind), content_type=TYPES[kind])
    name = f"{selectors.file_stem(one)}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def found(request: PracticeRequest, packet_id: int) -> Packet:
    """The packet that an address names, if this person may read it now; else 404."""
    now = timezone.now()

    def get(user: object, practice: object, row_id: int) -> Packet:
        return selectors.get(request.user, request.practice, row_id, now)

    return rows.found(get, request, packet_id)


def _note(request: PracticeRequest, one: Packet, kind: str) -> None:
    now = timezone.now()
    sharing.look(
        [one],
        kind=kind,
        page="packet" if kind == "page" else f"packet_{kind}",
        share=selectors.through(request.user, [one], request.practice, now),
        by=request.user,
        now=now,
    )


urlpatterns = [
    path("packets/", packets, name="packets"),
    path("packets/<int:packet_id>/", packet, name="packet"),
    path("packets/<int:packet_id>/pdf/", packet_pdf, name="packet_pdf"),
    path("packets/<int:packet_id>/json/", packet_json, name="packet_json"),
    path("claims/<int:claim_id>/packet/", packet_build, name="packet_build"),
]
