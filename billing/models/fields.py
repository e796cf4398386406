"""Documents that a claim keeps as they were written."""

from __future__ import annotations

import json
from typing import Any

import orjson
from django.db import models


class KeptJSONField(models.JSONField):
    """JSON kept byte for byte, as text: evidence that can be hashed, and cheap to write in bulk.

    Python sees the value as any JSON field shows it.  The database does not look inside.
    """

    def db_type(self, connection: Any) -> str:
        return "text"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: Any = False) -> Any:  # noqa: FBT002  Django's signature
        if value is None or hasattr(value, "as_sql"):
            return value
        return orjson.dumps(value).decode()

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(value)
