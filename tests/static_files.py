"""The static files are looked for once a process.

Each `Client` of a test sets up the middlewares anew, and WhiteNoise's would each time look at every
file that there is: as long as a page takes.
"""

from __future__ import annotations

from whitenoise.middleware import WhiteNoiseMiddleware

_look = WhiteNoiseMiddleware.add_files_from_finders
_files = {}


def once() -> None:
    """From now on, what the first WhiteNoise has found is what all have."""
    WhiteNoiseMiddleware.add_files_from_finders = _found


def _found(middleware: WhiteNoiseMiddleware) -> None:
    if not _files:
        _look(middleware)
        _files.update(middleware.files)
    middleware.files.update(_files)
