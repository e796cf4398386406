from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOOK = """
import sys
import billing.rules, billing.rules.__main__
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*sorted(name for name in sys.modules if name.startswith("billing.")))
"""


def test_the_rules_bring_no_django_no_database_and_nothing_of_the_product():
    done = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, cwd=ROOT
    )
    top, own = (set(line.split()) for line in done.stdout.splitlines())
    assert top.isdisjoint({"django", "rest_framework", "celery", "psycopg", "registry", "config"})
    assert all(name.startswith("billing.rules") for name in own)
    assert "billing.rules.deciding" in own
