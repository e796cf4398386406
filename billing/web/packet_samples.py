"""Packets of many claims: asking for them, watching the work, and having them as one ZIP."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from billing.selectors import packet_samples as selectors
from billing.services import packet_queue
from billing.web import packet_zip
from billing.web.doors import PACKERS
from billing.web.packet_form import SampleForm
from registry.selectors import payers
from registry.templatetags.formats import plural
from registry.web import access, answers, rows
from registry.web.access import PracticeRequest
from registry.web.forms import base

PAGE = 50


@access.page(PACKERS, methods=("GET", "POST"))
def packet_sample_add(request: PracticeRequest) -> HttpResponseBase:
    """Ask for the packets of a payer's sample."""
    offered = payers.of_practice(request.user, request.practice)
    form = SampleForm(request.POST or None, payers=offered)

    def write(data: dict[str, Any]) -> Any:
        return packet_queue.ask(
            form.wanted(),
            practice=request.practice,
            label=data["label"],
            by=request.user,
            now=timezone.now(),
        )

    made = base.attempt(form, write) if request.method == "POST" else None
    if made is not None:
        return redirect("packet_sample", slug=request.practice.slug, sample_id=made.pk)
    return answers.form_page(request, "billing/packets/sample_add.html", {"form": form})


@access.page(PACKERS)
def packet_sample(request: PracticeRequest, sample_id: int) -> HttpResponseBase:
    """How far a sample is, and its packets; the bar alone for the page that asks again."""
    sample = rows.found(selectors.get, request, sample_id)
    page = Paginator(selectors.places(sample), PAGE).get_page(request.GET.get("page"))
    detail = f"{sample.done} of {plural(sample.total, 'packet')}"
    if sample.failed:
        detail += f", {sample.failed} could not be built"
    context = {"sample": sample, "page": page, "detail": detail}
    name = "_progress" if request.headers.get("HX-Request") else "sample"
    return render(request, f"billing/packets/{name}.html", context)


@access.page(PACKERS)
def packet_sample_zip(request: PracticeRequest, sample_id: int) -> HttpResponseBase:
    """All its packets, PDF and JSON, in one file."""
    sample = rows.found(selectors.get, request, sample_id)
    found = selectors.packets_of(sample)
    name = f"{request.practice.slug}-sample-{sample.pk}"
    return packet_zip.answer(request, name, found, page="packet_sample_zip", share=None)


urlpatterns = [
    path("packets/samples/add/", packet_sample_add, name="packet_sample_add"),
    path("packets/samples/<int:sample_id>/", packet_sample, name="packet_sample"),
    path("packets/samples/<int:sample_id>/zip/", packet_sample_zip, name="packet_sample_zip"),
]
