"""The pages keep to the content security policy, and draw only icons that ship."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
SPRITE = ROOT / "static" / "vendor" / "tabler-icons-3.51.0" / "sprite.svg"
ICONS = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE.read_text()))
USED = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']|\bicon=["']([\w-]+)["']|\bicon\("([\w-]+)"\)""")
REFUSED = {
    "an inline style": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.I),
    "an inline handler": re.compile(r"<[a-z][^>]*\s(on[a-z]+|hx-on[:\w-]*)\s*=", re.I),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an address elsewhere": re.compile(r"""(?:src|href)=["'](?:https?:)?//""", re.I),
}


def here(path):
    return str(path.relative_to(ROOT))


def without_comments(path):
    text = re.sub(r"\{%\s*comment.*?endcomment\s*%\}", "", path.read_text(), flags=re.S)
    return re.sub(r"\{#.*?#\}", "", text)


@pytest.mark.parametrize("path", [p for p in TEMPLATES if "email" not in p.parts], ids=here)
def test_a_template_holds_nothing_that_the_policy_refuses(path):
    text = without_comments(path)
    assert [name for name, form in REFUSED.items() if form.search(text)] == []


@pytest.mark.parametrize("path", [*TEMPLATES, *SCRIPTS], ids=here)
def test_every_icon_that_is_drawn_ships(path):
    used = {name for found in USED.findall(without_comments(path)) for name in found if name}
    assert used <= ICONS


def test_every_icon_of_statuses_ships():
    from registry.templatetags import components, statuses

    names = {look.icon for look in statuses.STATUSES.values()}
    names |= set(statuses.TONE_ICONS.values())
    names |= {icon for _, icon, _ in components.REASON_LOOKS.values()}
    assert names <= ICONS


@pytest.mark.parametrize("path", [*STYLES, *SCRIPTS], ids=here)
def test_nothing_is_fetched_from_elsewhere(path):
    text = path.read_text()
    assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", text)
    assert "eval(" not in text
    assert not re.search(r"""(?:import|from|fetch\()\s*["'](?:https?:)?//""", text)


@pytest.mark.parametrize("name", ["tabler-1.6.1", "tabler-icons-3.51.0"])
def test_what_others_made_ships_with_its_licence(name):
    licence = (ROOT / "static" / "vendor" / name / "LICENSE").read_text()
    assert "MIT License" in licence
    assert "Copyright" in licence
