"""The operation of `0001_whole`: the schema by one script, the models' state beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db.migrations.operations.base import Operation


class WholeSchema(Operation):
    """Make every table of an app by its script; the state is told what the script has made.

    Operation by operation, Django would render all models anew for each: a minute, against a second.
    """

    reversible = False

    def __init__(self, script: Path, state_operations: Sequence[Operation]) -> None:
        self.script = script
        self.state_operations = state_operations

    def state_forwards(self, app_label: str, state: Any) -> None:
        # What was rendered before is rendered again when somebody asks, not once a model.
        state.__dict__.pop("apps", None)
        for operation in self.state_operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        schema_editor.execute(self.script.read_text("utf-8"), params=None)

    def describe(self) -> str:
        return f"The whole schema, by {self.script.name}"
