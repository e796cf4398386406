from __future__ import annotations

import logging


class NoPersonalData(logging.Filter):
    """Drops what the database's error messages quote from a row: names and notes end there.

    PostgreSQL repeats the refused row in a `DETAIL:` line; everything from there on is cut.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if "DETAIL:" in message:
            record.msg, record.args = message.split("DETAIL:")[0].rstrip(), ()
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = _without_detail(record)
        return True


def _without_detail(record: logging.LogRecord) -> str:
    text = logging.Formatter().formatException(record.exc_info)  # type: ignore[arg-type]
    lines = text.splitlines()
    kept = [line for line in lines if not line.startswith(("DETAIL:", "CONTEXT:"))]
    return "\n".join(kept)
