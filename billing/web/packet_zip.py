"""Many packets as one ZIP file: written to a file as it goes, so that size costs no memory."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from billing.selectors import packets as selectors
from billing.services import packet_shares as sharing
from registry.web import csv_file

if TYPE_CHECKING:
    from billing.models import Packet, PacketShare
    from registry.web.access import PracticeRequest

HEADER = ("file", "claim", "month", "packet", "made_at", "packet_sha256", "file_sha256")


def answer(
    request: PracticeRequest,
    name: str,
    found: Iterable[Packet],
    *,
    page: str,
    share: PacketShare | None,
) -> HttpResponseBase:
    """A download of these packets, each look noted.  The same packets give the same bytes."""
    packets = list(found)
    sharing.look(packets, kind="zip", page=page, share=share, by=request.user, now=timezone.now())
    into = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    write(into, packets)
    into.seek(0)
    response = FileResponse(into, as_attachment=True, filename=f"{name}.zip")
    response["Cache-Control"] = "no-store"
    return response


def write(into: Any, packets: Iterable[Packet]) -> None:
    """Each packet's two files, and a list of them with their marks (`list.csv`)."""
    lines = io.StringIO()
    table = csv.writer(lines)
    table.writerow(HEADER)
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for packet in packets:
            stem = selectors.file_stem(packet)
            for kind, mark in (("pdf", packet.pdf_sha256), ("json", packet.document_sha256)):
                _put(archive, f"{stem}.{kind}", selectors.content(packet, kind), packet.made_at)
                table.writerow(_line(packet, f"{stem}.{kind}", mark))
        latest = max((packet.made_at for packet in packets), default=None)
        if latest is not None:
            _put(archive, "list.csv", lines.getvalue().encode(), latest)


def _put(archive: zipfile.ZipFile, name: str, content: bytes, at: Any) -> None:
    """A ZIP keeps no earlier year than 1980, no zone, and two seconds as one: UTC is written."""
    entry = zipfile.ZipInfo(name, date_time=at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _line(packet: Packet, name: str, mark: str) -> list[str]:
    return [
        name,
        f"CT{packet.claim_id}",
        f"{packet.claim.month:%Y-%m}",
        str(packet.pk),
        csv_file.instant(packet.made_at),
        packet.sha256,
        mark,
    ]
