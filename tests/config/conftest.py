from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.config import machine


@pytest.fixture
def home():
    """An empty DATA_DIR. Whatever a failed test leaves running on it is ended."""
    folder = Path(tempfile.mkdtemp(prefix="caretally-home-")).resolve()
    yield folder
    machine.kill_all(folder)
    machine.wait_until_none(folder)
    shutil.rmtree(folder, ignore_errors=True)
