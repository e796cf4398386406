"""The parts of `make run` that can be seen without running everything."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from config.serve import console, doors, parent, probe, programs, steps
from config.serve.__main__ import USAGE
from config.serve.children import TOO_OFTEN, Child
from tests.config import machine


@pytest.fixture
def claim(tmp_path):
    found = doors.Claim(tmp_path)
    yield found
    found.let_go()


def child(tmp_path, claim, program):
    log = tmp_path / "child.log"
    return Child("web", [sys.executable, "-c", program], log=log, claim=claim.children)


# -- the doors ----------------------------------------------------------------------------------


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", "8000.0", " "])
def test_a_port_that_is_no_port_is_refused(monkeypatch, port):
    monkeypatch.setenv("PORT", port)
    with pytest.raises(doors.Refusal, match=r"PORT is .* from 1 to 65535"):
        doors.port()


@pytest.mark.parametrize(("text", "port"), [("", 8000), ("1", 1), ("65535", 65535)])
def test_a_port_is_read(monkeypatch, text, port):
    monkeypatch.setenv("PORT", text)
    assert doors.port() == port


def test_a_free_port_is_let_through(monkeypatch):
    monkeypatch.setenv("PORT", str(machine.free_port()))
    doors.check_port()


def test_a_taken_port_is_refused_with_the_way_out(monkeypatch):
    with machine.listening() as port:
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(
            doors.Refusal, match=rf"Port {port} is taken .*PORT={port + 1} make run"
        ):
            doors.check_port()


def test_the_door_needs_nothing_installed(home):
    done = subprocess.run(
        [sys.executable, "-I", "-S", "config/serve/doors.py"],
        cwd=machine.ROOT,
        env={"PORT": str(machine.free_port()), "DATA_DIR": str(home)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_one_run_has_a_folder_at_a_time(tmp_path):
    first = doors.Claim(tmp_path)
    with pytest.raises(doors.Refusal, match="already runs on"):
        doors.Claim(tmp_path)
    first.let_go()
    doors.Claim(tmp_path).let_go()


def test_what_a_killed_run_left_is_waited_for(tmp_path, monkeypatch):
    first = doors.Claim(tmp_path)
    first.wait_for_leftovers()
    left = subprocess.Popen(["sleep", "0.7"], pass_fds=(first.children,))
    first.let_go()  # as the kernel does for a process that is killed
    second = doors.Claim(tmp_path)
    second.wait_for_leftovers()
    assert left.wait() == 0
    second.let_go()


def test_what_does_not_end_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(doors, "SECONDS_FOR_LEFTOVERS", 0.2)
    first = doors.Claim(tmp_path)
    first.wait_for_leftovers()
    left = subprocess.Popen(["sleep", "60"], pass_fds=(first.children,))
    first.let_go()
    second = doors.Claim(tmp_path)
    try:
        with pytest.raises(doors.Refusal, match="earlier run still live"):
            second.wait_for_leftovers()
    finally:
        second.let_go()
        left.kill()
        left.wait()


# -- the programs -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_each_program_is_run_by_this_python(name):
    assert programs.command(name)[:2] == [sys.executable, "-m"]


@pytest.mark.parametrize("number", ["0", "two", "-1", "1.5"])
def test_a_number_of_processes_that_is_none_is_refused(monkeypatch, number):
    monkeypatch.setenv("WEB_WORKERS", number)
    with pytest.raises(doors.Refusal, match="WEB_WORKERS"):
        programs.command("web")


def test_the_web_server_listens_on_this_machine_alone_unless_told_otherwise(monkeypatch):
    monkeypatch.delenv("WEB_HOST", raising=False)
    monkeypatch.setenv("PORT", "8123")
    assert "--bind=127.0.0.1:8123" in programs.command("web")
    monkeypatch.setenv("WEB_HOST", "0.0.0.0")
    assert "--bind=0.0.0.0:8123" in programs.command("web")


def test_a_command_that_is_none_is_told_what_there_is():
    done = machine.python("-m", "config.serve", "wbe")
    assert (done.returncode, done.stderr) == (2, USAGE + "\n")


def test_a_container_whose_web_server_is_silent_is_not_healthy():
    done = machine.python("-m", "config.serve", "check", "web", PORT=str(machine.free_port()))
    assert (done.returncode, done.stderr) == (1, "the web server does not answer\n")


@pytest.mark.parametrize(
    ("allowed", "host"),
    [("", "127.0.0.1"), ("*", "127.0.0.1"), ("a.example,b.example", "a.example"), (".a.b", "a.b")],
)
def test_a_health_check_asks_under_a_name_that_the_site_answers_to(monkeypatch, allowed, host):
    monkeypatch.setenv("ALLOWED_HOSTS", allowed)
    assert probe._host_header() == host


# -- the children -------------------------------------------------------------------------------


def test_a_child_that_dies_is_started_again_and_told_of(tmp_path, claim, capsys):
    one = child(tmp_path, claim, "import sys; print('out of luck', flush=True); sys.exit(3)")
    one.start()
    assert machine.wait_until(
        lambda: one.watch() or capsys_has(capsys, "exit status 3"), seconds=20
    )
    one.ask_to_stop()
    one.wait(time.monotonic() + 5)


def capsys_has(capsys, word):
    said = capsys.readouterr().out
    return word in said and "out of luck" in said and "starting it again" in said


def test_a_child_that_keeps_dying_is_given_up(tmp_path, claim, monkeypatch):
    monkeypatch.setattr("config.serve.children.LONGEST_PAUSE_SECONDS", 0)
    one = child(tmp_path, claim, "raise SystemExit(1)")
    one.start()
    assert machine.wait_until(lambda: one.watch() or one.dies_too_often, seconds=30)
    assert len(one._deaths) == TOO_OFTEN


def test_a_child_that_does_not_end_is_killed_with_what_it_started(tmp_path, claim):
    stubborn = (
        "import signal, subprocess, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        f"subprocess.Popen(['sleep', '61']); open({str(tmp_path / 'up')!r}, 'w'); time.sleep(60)"
    )
    one = child(tmp_path, claim, stubborn)
    one.start()
    assert machine.wait_until(lambda: (tmp_path / "up").exists())
    one.ask_to_stop()
    one.wait(time.monotonic() + 0.3)
    assert doors._lock(claim.children), "nobody holds it any more"


# -- the console --------------------------------------------------------------------------------


def test_errors_of_a_log_are_told_and_the_rest_is_not(tmp_path, capsys):
    log = tmp_path / "web.log"
    log.write_text("2026-10-14 ERROR before this run\n")
    follower = console.Follower("web", log)
    with log.open("a") as file:
        file.write("2026-10-14 INFO fine\n2026-10-14 ERROR django the tale\n[CRITICAL] half a li")
    follower.tell()
    assert capsys.readouterr().out == "web: 2026-10-14 ERROR django the tale\n"
    with log.open("a") as file:
        file.write("ne\n")
    follower.tell()
    assert capsys.readouterr().out == "web: [CRITICAL] half a line\n"


def test_a_log_that_begins_anew_is_followed(tmp_path, capsys):
    log = tmp_path / "web.log"
    log.write_text("x" * 100 + "\n")
    follower = console.Follower("web", log)
    log.write_text("ERROR new\n")
    follower.tell()
    assert capsys.readouterr().out == "web: ERROR new\n"


def test_the_demo_sign_ins_are_shown_where_there_is_a_demo(tmp_path, capsys):
    console.welcome("http://127.0.0.1:8000/", tmp_path, demo=True)
    said = capsys.readouterr().out
    for who in ("alice", "bob", "priya", "sam", "dana", "sue", "ann", "charlie"):
        assert f"{who}@demo.test" in said
    assert "demo-only-caretally" in said
    console.welcome("http://127.0.0.1:8000/", tmp_path, demo=False)
    assert "demo.test" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "load", "wanted"),
    [("local", "", True), ("local", "no", False), ("production", "yes", False)],
)
def test_the_demo_is_for_trying_it_out(monkeypatch, environment, load, wanted):
    monkeypatch.setenv("CARETALLY_ENV", environment)
    monkeypatch.setenv("LOAD_DEMO", load or "yes")
    assert steps.demo_wanted() is wanted


def test_only_a_run_under_make_looks_at_what_is_above_it(monkeypatch):
    monkeypatch.delenv(parent.UNDER_MAKE, raising=False)
    assert not parent.was_interrupted()
