"""The paper that a patient signed: looked into, kept under a name that tells nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile

FOLDER = "consents"
#: How a file begins, and the ending it is kept under.
_BEGINNINGS = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))
CONTENT_TYPES = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}
ACCEPTED = ".pdf,.png,.jpg,.jpeg"


def kind(file: UploadedFile) -> str | None:
    """pdf, png or jpg, by what is in the file and not by what it is called; else None."""
    file.seek(0)
    beginning = file.read(8)
    file.seek(0)
    return next((kind for mark, kind in _BEGINNINGS if beginning.startswith(mark)), None)


def problem(file: UploadedFile | None) -> str | None:
    """Why a file cannot be kept, and what to do; None if it can, or if there is none."""
    if file is None:
        return None
    if not file.size:
        return "The file is empty. Choose another."
    if file.size > settings.MAX_UPLOAD_BYTES:
        most = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        return f"The file is larger than {most} MB. Scan it again with a lower resolution."
    if kind(file) is None:
        return "The file is neither PDF, PNG nor JPEG, whatever its name says. Choose another."
    return None


@contextmanager
def stored(file: UploadedFile | None) -> Iterator[str]:
    """Store a file under a random name for as long as the block goes well; "" where there is none.

    A file outlives no transaction that failed: put this around the transaction, not into it.
    """
    if file is None:
        yield ""
        return
    name = default_storage.save(f"{FOLDER}/{secrets.token_hex(16)}.{kind(file)}", file)
    try:
        yield name
    except BaseException:
        default_storage.delete(name)
        raise


def shown_name(file: UploadedFile | None) -> str:
    """What the person called it, without a path, with the ending that fits its content."""
    if file is None:
        return ""
    stem = PurePath((file.name or "consent").replace("\\", "/")).stem
    clean = "".join(letter for letter in stem if letter.isprintable() and letter not in '"/<>')
    return f"{clean[:100] or 'consent'}.{kind(file)}"
