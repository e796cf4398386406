"""What the documents name is there: files, links, functions, variables, and who opens what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from registry.vocabulary import Role
from tests.walk.decisions import DECISIONS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
WALK = (ROOT / "docs" / "walk.md").read_text()
SECURITY = (ROOT / "docs" / "security.md").read_text()
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()

#: `registry/services/time_log.py`, `docs/adr/`: begins with something that stands at the root.
PATH = re.compile(r"`((?:\.?[\w-]+/)+(?:[\w.-]+)?|[\w.-]+\.(?:md|py|toml|yml|txt))`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FUNCTION = re.compile(r"`(\w+)\(\)`")
VARIABLES = re.findall(
    r"^(?:# )?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE
)


def here(path):
    return str(path.relative_to(ROOT))


def paths(text):
    """Files and folders of the repository that a text names between backticks."""
    at_the_root = {entry.name for entry in ROOT.iterdir()}
    found = {name for name in PATH.findall(text) if name.split("/")[0] in at_the_root}
    return found | {name for name in PATH.findall(text) if name.startswith("tests/")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=here)
def test_every_file_that_is_named_exists(document):
    assert {name for name in paths(document.read_text()) if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=here)
def test_every_relative_link_leads_somewhere(document):
    links = {link for link in LINK.findall(document.read_text()) if ":" not in link}
    assert {link for link in links if not (document.parent / link).exists()} == set()


def test_the_search_for_paths_finds_some():
    assert {"registry/api/time_log.py", "billing/x12/professional.py"} <= paths(WALK)
    assert paths("`nowhere/at_all.py` `registry/gone.py`") == {"registry/gone.py"}


STOPS = re.split(r"^\*\*(?=\d+\. )", WALK, flags=re.MULTILINE)[1:]


@pytest.mark.parametrize("stop", STOPS, ids=[stop.split("**")[0] for stop in STOPS])
def test_every_function_of_a_stop_is_in_a_file_that_the_stop_names(stop):
    files = [ROOT / name for name in paths(stop) if (ROOT / name).suffix in (".py", ".js")]
    text = "\n".join(file.read_text() for file in files)
    names = set(FUNCTION.findall(stop))
    assert {n for n in names if not re.search(rf"\b(?:def|function) {n}\(", text)} == set()


def test_the_walk_has_twelve_stops():
    assert [stop.split(".")[0] for stop in STOPS] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("name", VARIABLES)
def test_every_variable_is_told_to_who_runs_it_and_read(name):
    readers = [*(ROOT / "config").rglob("*.py"), ROOT / "docker-compose.yml"]
    assert re.search(rf"\b{name}\b", OPERATIONS)
    assert any(re.search(rf"\b{name}\b", file.read_text()) for file in readers)


# -- who opens what: the table in security.md against tests/walk/decisions.py ----------------------

ROW = re.compile(r"^\| (.+?) \| ((?:(?:yes|own)? ?\| ){6})(.+) \|$", re.MULTILINE)


def table(mark="yes"):
    """The roles of each address, as security.md has them: {"caseload": {"care_manager", …}}."""
    found = {}
    for _, marks, names in ROW.findall(SECURITY):
        cells = [cell.strip() for cell in marks.rstrip().rstrip("|").split("|")]
        roles = {role.value for role, cell in zip(Role, cells, strict=True) if cell == mark}
        for name in re.findall(r"`(\w+)`", names) if roles else ():
            assert name not in found, f"{name} is in two rows"
            found[name] = roles
    return found


def decided(*, own):
    return {
        name: set(each.roles)
        for name, each in DECISIONS.items()
        if not each.public and bool(each.only) == own
    }


def test_the_table_of_roles_has_a_column_for_each():
    (head,) = re.findall(r"^\| what \|(.+)\| addresses \|$", SECURITY, re.MULTILINE)
    assert [name.strip().lower() for name in head.split("|")] == [
        role.label.lower() for role in Role
    ]


@pytest.mark.parametrize(("mark", "own"), [("yes", False), ("own", True)])
def test_the_table_of_roles_says_what_the_walk_enforces(mark, own):
    said, enforced = table(mark), decided(own=own)
    differ = {name for name in said.keys() | enforced if said.get(name) != enforced.get(name)}
    assert differ == set(), "Put these addresses where they belong in docs/security.md."
