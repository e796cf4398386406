"""Write `0001_whole` of both apps anew: `python .ci/whole_schema.py`, after migrations were added.

The single migrations make a database, pg_dump writes it down as each app's script, and Django
writes the models' state beside it.  Then a fresh database is made by the scripts and compared with
the first: the same tables, checks, indexes, triggers and functions, or this fails.  See ADR 8.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APPS = ("registry", "billing")
LEFT_OUT = (".git", ".venv", ".data", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis")
#: pg_dump's kinds of blocks in the order in which a script needs them; others are not ours.
ORDER = (
    "FUNCTION", "TABLE", "SEQUENCE", "DEFAULT", "CONSTRAINT", "INDEX", "TRIGGER", "COMMENT",
    "FK CONSTRAINT",
)  # fmt: skip
_HEADER = re.compile(r"^--\n-- Name: (.*?); Type: (.*?); Schema: .*?; Owner: .*\n--\n", re.M)
_NOISE = re.compile(r"^(?:SET|SELECT pg_catalog\.set_config|--|\\).*\n?", re.M)
#: pg_dump writes `x IN (…)` in two ways, by how often it was read back.
_SAME = re.compile(r"::character varying|::text(?:\[\])?|[()]")
_FILE = '''"""A fresh database in one step; one begun earlier goes the way of the single migrations.

Written by .ci/whole_schema.py; docs/adr/0008 says why.
"""

{imports}
from pathlib import Path

from registry.migrations._whole_schema import WholeSchema


class Migration(migrations.Migration):

    initial = True

    replaces = [
{replaces}
    ]

    dependencies = [
{dependencies}
    ]

    operations = [
        WholeSchema(
            Path(__file__).with_suffix(".sql"),
            [
{operations}
            ],
        ),
    ]
'''


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="caretally-schema-") as folder:
        work = Path(folder)
        single = _copy(work / "single", without=r"0001_whole\..*")
        written = _schema(single, work / "data-single")
        _write_scripts(written)
        _write_states(_copy(work / "state", without=r"0\d{3}_.*"))
        whole = _copy(work / "whole", without="-")
        same = _plain(written) == _plain(_schema(whole, work / "data-whole"))
    print("The scripts make the same schema." if same else "The scripts make ANOTHER schema.")
    return 0 if same else 1


def _copy(to: Path, *, without: str) -> Path:
    """The tree, apart from those migrations."""
    shutil.copytree(ROOT, to, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for app in APPS:
        for path in (to / app / "migrations").iterdir():
            if re.fullmatch(without, path.name):
                path.unlink()
    return to


def _run(tree: Path, home: Path, *command: str) -> str:
    environment = os.environ | {"DATA_DIR": str(home)}
    done = subprocess.run(
        [sys.executable, *command], cwd=tree, env=environment, check=True, stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    return done.stdout


_DUMP = """
import os, subprocess
from config import embedded
from config.embedded import wheels
url = embedded.database_url(os.environ["DATA_DIR"])
program = wheels.postgres_programs() / "pg_dump"
subprocess.run([program, "-s", "--no-owner", "--no-privileges", url], check=True)
"""


def _schema(tree: Path, home: Path) -> str:
    """What a tree's migrations make of an empty database."""
    _run(tree, home, "manage.py", "migrate", "-v", "0")
    return _run(tree, home, "-c", _DUMP)


def _plain(schema: str) -> list[str]:
    lines = (_SAME.sub("", line).strip().rstrip(",") for line in schema.splitlines())
    return sorted(line for line in lines if line and not line.startswith(("--", "\\")))


def _blocks(schema: str) -> Iterator[tuple[str, str, str]]:
    """Name, kind and statement of everything that pg_dump wrote."""
    parts = _HEADER.split(schema)[1:]
    for name, kind, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield name, kind, _NOISE.sub("", body).strip() + "\n"


def _table(name: str, kind: str, body: str) -> str:
    """The table that a block belongs to."""
    if kind == "SEQUENCE":
        return re.sub(r"_id_seq$", "", name)
    if kind == "INDEX":
        return re.findall(r" ON (?:ONLY )?public\.(\w+) ", body)[0]
    if kind == "COMMENT":
        return re.findall(r" ON (?:public\.)?(\w+)$", name)[0]
    return name.split(" ")[0]


def _write_scripts(schema: str) -> None:
    blocks = [block for block in _blocks(schema) if block[1] in ORDER]
    functions = {name: body for name, kind, body in blocks if kind == "FUNCTION"}
    parts: dict[str, list[tuple[int, str]]] = {app: [] for app in APPS}
    for name, kind, body in blocks:
        app = "" if kind == "FUNCTION" else _table(name, kind, body).split("_")[0]
        if app not in APPS:
            continue
        parts[app].append((ORDER.index(kind), body))
        if kind == "TRIGGER":
            called = re.findall(r"EXECUTE FUNCTION public\.(\w+)\(", body)[0]
            parts[app].append((0, functions.pop(f"{called}()", "")))
    parts["registry"] += [(0, _shared(body)) for name, body in functions.items() if _ours(name)]
    for app, found in parts.items():
        text = "\n".join(body for _, body in sorted(found, key=lambda part: part[0]) if body)
        _migration(app, ".sql").write_text(re.sub(r"[ \t]+$", "", text, flags=re.M), "utf-8")


def _ours(function: str) -> bool:
    """pghistory brings its own by its own migrations."""
    return not function.startswith("_pgh")


def _shared(function: str) -> str:
    """pgtrigger makes this one as well, wherever it makes a trigger."""
    made = "FUNCTION public._pgtrigger"
    return function.replace(f"CREATE {made}", f"CREATE OR REPLACE {made}")


def _migration(app: str, suffix: str) -> Path:
    return ROOT / app / "migrations" / f"0001_whole{suffix}"


def _write_states(tree: Path) -> None:
    _run(tree, tree / "data", "manage.py", "makemigrations", *APPS, "--skip-checks", "-v", "0")
    for app in APPS:
        sources = [
            path.read_text("utf-8") for path in sorted((tree / app / "migrations").glob("0*.py"))
        ]
        singles = sorted(
            path for path in (ROOT / app / "migrations").glob("0*.py")
            if path.stem != "0001_whole"
        )  # fmt: skip
        text = _FILE.format(
            imports=_lines(re.findall(r"^(?:import|from) .*$", "\n".join(sources), re.M)),
            replaces=_lines(
                f"        ({app!r}, {name!r})," for name in (path.stem for path in singles)
            ),
            dependencies=_dependencies(app, sources, singles),
            operations="\n".join(_list("operations", source) for source in sources),
        )
        _migration(app, ".py").write_text(text, "utf-8")


def _lines(found: Iterator[str] | list[str]) -> str:
    return "\n".join(dict.fromkeys(found))


def _list(name: str, source: str) -> str:
    (body,) = re.findall(rf"^    {name} = \[\n(.*?)^    \]\n", source, re.S | re.M)
    return body.rstrip("\n")


def _dependencies(app: str, sources: list[str], singles: list[Path]) -> str:
    """Those on other apps; on the registry, on the latest that the single migrations name.

    Not on its whole: a database that was begun by both wholes has not got the registry's latest
    migration yet, and Django would take billing's whole for applied before what it depends on.
    """
    found = [line for source in sources for line in _list("dependencies", source).splitlines()]
    others = [line for line in found if f"('{app}'," not in line]
    named = re.findall(r"\('registry', '(\d{4}\w*)'\)", "".join(map(Path.read_text, singles)))
    latest = f"        ('registry', {max(named, default='')!r}),"
    return _lines([latest if "'registry'" in line else line for line in others])


if __name__ == "__main__":
    sys.exit(main())
