"""The keeper's program: `python -m config.embedded DATA_DIR LOCK`. Nobody starts it by hand."""

from __future__ import annotations

import sys
from pathlib import Path

from config.embedded import keeper

keeper.keep(Path(sys.argv[1]), int(sys.argv[2]))
