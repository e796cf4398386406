"""`manage.py` finds its database, and says in one line why it failed."""

from __future__ import annotations

import sys

import pytest
from django.db import ProgrammingError

from config import commands, embedded
from registry.errors import refuse
from tests.config import machine


def fails(*arguments, **extra):
    done = machine.python("manage.py", *arguments, **extra)
    assert done.returncode not in (0, None)
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    return done.stderr.strip()


@pytest.mark.slow
def test_it_starts_the_embedded_database_for_the_command_and_stops_it_after(home):
    done = machine.python("manage.py", "migrate", "--plan", DATA_DIR=str(home))
    assert done.returncode == 0, done.stderr
    assert (home / "postgres" / "PG_VERSION").exists()
    assert machine.of(home) == []


@pytest.mark.slow
@pytest.mark.parametrize("role", ["", "caretally_app"])
def test_a_database_without_tables_is_told_how_to_get_them(home, role):
    said = fails("shell", "-c", ASKS_FOR_A_USER, DATA_DIR=str(home), DATABASE_ROLE=role)
    assert "manage.py migrate" in said


ASKS_FOR_A_USER = "from django.contrib.auth import get_user_model as m; m().objects.first()"


def test_a_database_that_does_not_answer_is_said_in_one_line(home):
    said = fails(
        "shell",
        "-c",
        ASKS_FOR_A_USER,
        DATA_DIR=str(home),
        DATABASE_URL="postgresql://nobody@127.0.0.1:9/none",
        REDIS_URL="redis://127.0.0.1:9",
    )
    assert said.startswith("The database does not answer: ")


def test_a_setting_that_is_wrong_is_said_in_one_line(home):
    assert "CARETALLY_ENV" in fails("check", DATA_DIR=str(home), CARETALLY_ENV="prod")


def test_a_folder_that_cannot_be_used_is_said_in_one_line(home):
    (home / "file").write_text("")
    assert "DATA_DIR" in fails("check", DATA_DIR=str(home / "file" / "folder"))


def test_an_unknown_command_is_refused(home):
    done = machine.python("manage.py", "no_such_command", **NOWHERE, DATA_DIR=str(home))
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


NOWHERE = {
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none",
    "REDIS_URL": "redis://127.0.0.1:9",
}


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "Interrupted."),
        (embedded.EmbeddedError("No room."), 1, "No room."),
        (refuse("month", "2026-13 is no month."), 1, "2026-13 is no month."),
    ],
)
def test_what_can_go_wrong_is_one_line_and_a_status(monkeypatch, capsys, raised, status, said):
    def command(_arguments):
        raise raised

    monkeypatch.setattr(commands, "execute_from_command_line", command)
    monkeypatch.setenv("PATH", "/bin")
    assert commands.run(["manage.py", "anything"]) == status
    assert capsys.readouterr().err == said + "\n"


def test_a_mistake_of_ours_keeps_its_traceback(monkeypatch):
    def command(_arguments):
        raise ProgrammingError("a query that is wrong")

    monkeypatch.setattr(commands, "execute_from_command_line", command)
    monkeypatch.setenv("PATH", "/bin")
    with pytest.raises(ProgrammingError):
        commands.run(["manage.py", "anything"])


def test_psql_is_within_reach(monkeypatch):
    monkeypatch.setattr(commands, "execute_from_command_line", lambda _arguments: None)
    monkeypatch.setenv("PATH", "/bin")
    commands.run([sys.argv[0]])
    assert (embedded.postgres.wheels.postgres_programs() / "psql").exists()
    assert str(embedded.postgres.wheels.postgres_programs()) in commands.os.environ["PATH"]
