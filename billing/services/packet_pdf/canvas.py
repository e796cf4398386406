"""The canvas that a packet is drawn on, with the packet's own stamp as its dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reportlab.pdfgen import canvas


class Stamp:
    """An instant as reportlab keeps one (`reportlab.lib.utils.TimeStamp`)."""

    tzname, dhh, dmm = "UTC", 0, 0

    def __init__(self, at: dt.datetime) -> None:
        self.t = at.timestamp()
        self.lt = at.timetuple()
        self.YMDhms = tuple(self.lt)[:6]


class Canvas(canvas.Canvas):
    """reportlab's, in whose unchanging mode every file is of the year 2000 otherwise."""

    def __init__(self, *args: Any, made_at: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doc._timeStamp = Stamp(dt.datetime.fromisoformat(made_at))
