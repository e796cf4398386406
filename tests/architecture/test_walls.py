"""The house keeps its shape: what import-linter cannot see."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]


def test_the_rules_load_without_django():
    code = "import sys, billing.rules, billing.x12; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("package", ["registry", "billing"])
def test_the_packages_initial_module_is_empty(package):
    assert (ROOT / package / "__init__.py").read_text() == ""


def test_no_foreign_key_runs_from_the_registry_to_billing():
    wrong = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("registry").get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model._meta.app_label == "billing"
    ]
    assert wrong == []


def modules(*folders):
    return [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts
    ]


APPS = ("registry", "billing")
INSIDE = modules(
    *(f"{app}/{room}" for app in APPS for room in ("models", "services", "selectors")),
    "billing/rules",
    "billing/x12",
)
CLOCKS = {("timezone", "now"), ("datetime", "now"), ("date", "today"), ("datetime", "utcnow"),
          ("time", "time")}  # fmt: skip


def read_clocks(path):
    """Calls like `timezone.now()` or `dt.datetime.now()` in a module."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner = node.func.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        if (name, node.func.attr) in CLOCKS:
            yield f"{path.relative_to(ROOT)}:{node.lineno}"


def test_the_clock_is_read_only_at_the_door():
    assert [place for path in INSIDE for place in read_clocks(path)] == []


def test_only_services_write():
    """Views, API and selectors call no method that changes a row."""
    writes = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
    doors = modules(*(f"{app}/{room}" for app in APPS for room in ("web", "api", "selectors")))
    found = []
    for path in doors:
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in writes
                and ast.unparse(node.func.value).endswith("objects")
            ):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_nothing_on_a_page_comes_from_outside():
    outside = []
    for path in [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "js").rglob("*.js")]:
        text = path.read_text()
        for attribute in ('src="http', 'href="http', "src='http", "import('http", 'from "http'):
            if attribute in text and 'rel="noopener' not in text:
                outside.append(f"{path.relative_to(ROOT)}: {attribute}")
    assert outside == []


def test_no_template_has_inline_script_or_style():
    """The content security policy would refuse it: see it here, not in a browser's console."""
    found = []
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text()
        for mark in (" style=", " onclick=", " onchange=", " onsubmit=", "<style", "hx-on"):
            if mark in text:
                found.append(f"{path.relative_to(ROOT)}: {mark}")
    assert found == []
