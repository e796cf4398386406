"""docker-compose.yml, Dockerfile and .env.example agree with each other and with the code.

No container engine is needed: what can be known without one is checked here, and the commands
themselves run in the other tests of this folder.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
import yaml

from config.serve import programs
from tests.config import machine

ROOT = machine.ROOT
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
DOCKERFILE = (ROOT / "Dockerfile").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()
VARIABLES = set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", EXAMPLE, re.MULTILINE))
READS = re.compile(r"""(?:env(?:\.\w+)?\(|environ(?:\.get\(|\[)|_number\()\s*["']([A-Z_]+)["']""")
#: Set by the product for its own processes, never by a person.
INTERNAL = {"PATH", "DJANGO_SETTINGS_MODULE", "UNDER_MAKE"}


def read_by_the_code():
    files = [*(ROOT / "config").rglob("*.py"), ROOT / "manage.py"]
    return {name for file in files for name in READS.findall(file.read_text())} - INTERNAL


def read_by_compose():
    return set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))


def test_the_services_are_those_of_the_design():
    assert set(SERVICES) == {"postgres", "redis", *OURS}


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_a_container_runs_the_command_that_make_run_tests(name):
    assert SERVICES[name]["command"] == ["python", "-m", "config.serve", name]
    assert programs.command(name)
    assert SERVICES[name]["healthcheck"]["test"][1:] == [
        *["python", "-m", "config.serve", "check"],
        name,
    ]


def test_the_image_runs_the_web_server_by_default_and_not_as_root():
    assert (
        json.loads(re.search(r"^CMD (.*)$", DOCKERFILE, re.MULTILINE)[1])
        == (SERVICES["web"]["command"])
    )
    assert re.search(r"^USER (.*)$", DOCKERFILE, re.MULTILINE)[1] == "caretally"
    assert DOCKERFILE.index("USER caretally") < DOCKERFILE.index("CMD")


def test_everything_waits_for_the_migration_which_waits_for_the_servers():
    for name in ("web", "worker", "beat"):
        needs = SERVICES[name]["depends_on"]
        assert needs["migrate"]["condition"] == "service_completed_successfully"
    assert set(SERVICES["migrate"]["depends_on"]) == {"postgres", "redis"}
    assert SERVICES["migrate"]["restart"] == "no"


def test_every_service_that_lives_has_a_health_check():
    assert {name for name, service in SERVICES.items() if "healthcheck" not in service} == {
        "migrate"
    }


def test_what_is_kept_is_on_volumes_that_exist():
    used = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
    }
    assert used == set(COMPOSE["volumes"]) == {"postgres", "redis", "files"}


def test_no_server_is_published_and_the_web_server_to_this_machine_alone():
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"web"}
    assert SERVICES["web"]["ports"] == ["${PUBLISH:-127.0.0.1:8000}:8000"]


def test_every_variable_is_described_once_and_none_is_made_up():
    assert read_by_the_code() | read_by_compose() == VARIABLES


def test_what_compose_sets_is_read_by_the_code():
    for name in OURS:
        assert set(SERVICES[name]["environment"]) <= read_by_the_code()
        assert SERVICES[name]["env_file"] == ".env"


def test_the_example_holds_no_secret():
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        assert re.search(rf"^{name}=$", EXAMPLE, re.MULTILINE)


def test_the_image_gets_no_data_and_no_history():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".git", ".data", ".env", ".venv"} <= set(ignored)


def test_compose_itself_accepts_it(tmp_path):
    docker = shutil.which("docker")
    if (
        docker is None
        or subprocess.run([docker, "compose", "version"], capture_output=True).returncode
    ):
        pytest.skip("no `docker compose` here")
    shutil.copy(ROOT / "docker-compose.yml", tmp_path)
    (tmp_path / ".env").write_text(EXAMPLE.replace("POSTGRES_PASSWORD=", "POSTGRES_PASSWORD=x"))
    done = subprocess.run([docker, "compose", "config", "-q"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stderr
