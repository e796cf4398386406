"""The browser, the command line and the copied text argue a month in the same words."""

from __future__ import annotations

import html
import html.parser
import json
import re

import pytest
import time_machine
from django.template import Context, Template

from billing.rules import __main__ as program
from billing.rules.node import Node
from registry.models import Clinician, User
from registry.templatetags.formats import spelled_dates
from tests.rules import test_public_cases

CASES = [given["case"] for given in test_public_cases.PUBLIC if "case" in given]
PARTS = {"ct-node-label": "label", "ct-node-value": "value", "ct-node-detail": "detail",
         "ct-reference": "reference"}  # fmt: skip
BEYOND = {"Charge", "Expected", "Held beyond the rules"}


class Tree(html.parser.HTMLParser):
    """A drawn explanation, read back as the statements that a person sees in it."""

    def __init__(self):
        super().__init__()
        self.open, self.roots, self.part, self.tags = [], [], None, []

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        if tag in ("use", "path", "input", "br"):
            return
        self.tags.append((tag, "ct-node" in classes, bool(PARTS.keys() & set(classes))))
        if "ct-node" in classes:
            self.open.append({"children": []})
        for name in PARTS.keys() & set(classes):
            self.part = PARTS[name]
            self.open[-1][self.part] = ""

    def handle_data(self, data):
        if self.part:
            self.open[-1][self.part] += data

    def handle_endtag(self, tag):
        if not self.tags or tag in ("use", "path"):
            return
        _, is_node, is_part = self.tags.pop()
        if is_part:
            self.part = None
        if is_node:
            made = self.open.pop()
            node = Node(**{**made, "children": tuple(made["children"])})
            (self.open[-1]["children"] if self.open else self.roots).append(node)


def drawn(page):
    reader = Tree()
    reader.feed(page)
    return reader.roots[0]


def command_line(cases, tmp_path, capsysbinary):
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(case)}\n" for case in cases))
    assert program.main(["explain", str(file)]) in (0, program.SOME_REFUSED)
    return capsysbinary.readouterr().out.decode()


def test_every_public_case_is_argued_alike_on_the_screen_and_the_command_line(
    tmp_path, capsysbinary
):
    from billing.rules import case, decide, explain
    from billing.rules.errors import FieldError

    shown = []
    page = Template("{% load components %}{% explanation node %}")
    for given in CASES:
        try:
            facts = case.read(given)
        except FieldError:
            continue
        tree = explain.tree(facts, decide(facts))
        markup = page.render(Context({"node": tree}))
        shown.append((given["id"], drawn(markup).printed()))
        copied = re.search(r"<pre[^>]*data-tree-text[^>]*>(.*?)</pre>", markup, re.DOTALL)[1]
        assert html.unescape(copied).strip("\n") == tree.printed()
    asked = [c for c in CASES if c["id"] in dict(shown)]
    said = spelled_dates(command_line(asked, tmp_path, capsysbinary))
    assert "\n\n".join(text for _, text in shown).split("\n") == said.rstrip("\n").split("\n")
    assert len(shown) > 20


@pytest.mark.django_db
def test_a_claim_on_the_screen_is_argued_as_its_kept_case_is(
    october, signed_in, dana, tmp_path, capsysbinary
):
    patient = october.chart(75)
    october.log(patient, 9, activity="crisis")
    claim = october.true_up() and patient.claims.get()
    page = signed_in(dana).get(f"/p/elm-street/billing/claims/{claim.pk}/").content.decode()
    said = spelled_dates(named(command_line([claim.facts], tmp_path, capsysbinary)))
    root = drawn(page[page.index('class="ct-tree"') - 5 :])
    own = tuple(child for child in root.children if child.label not in BEYOND)
    assert Node("", children=own).printed().split("\n")[1:] == said.rstrip("\n").split("\n")[1:]


def named(text):
    names = {f"user:{user.pk}": user.full_name for user in User.objects.all()}
    names |= {f"clinician:{row.pk}": str(row) for row in Clinician.objects.all()}
    return re.sub(r"\b(user|clinician):\d+\b", lambda found: names[found[0]], text)


@pytest.mark.django_db
def test_each_moment_says_which_it_is_and_leads_to_the_other(october, signed_in, dana, alice):
    claim = october.claim(75)
    month = f"/p/elm-street/billing/patients/{claim.patient_id}/2026-10/why/"
    then = f"/p/elm-street/billing/claims/{claim.pk}/why/"
    now_page = signed_in(dana).get(month).content.decode()
    then_page = signed_in(dana).get(then).content.decode()
    assert "As it stands now" in now_page
    assert f'href="{then}" data-explain' in now_page
    assert "As decided on Nov 2, 2026" in then_page
    assert f'href="{month}" data-explain' in then_page
    care_manager = signed_in(alice).get(month).content.decode()
    assert "As it stands now" in care_manager
    assert then not in care_manager


@pytest.mark.django_db
def test_few_minutes_of_a_month_that_lasts_are_a_note_and_no_refusal(october, signed_in, dana):
    patient = october.chart(20)
    url = f"/p/elm-street/billing/patients/{patient.pk}/2026-10/why/"
    with time_machine.travel("2026-10-20 12:00:00+00:00", tick=False):
        during = signed_in(dana).get(url).context["said"]
    with time_machine.travel("2026-11-02 12:00:00+00:00", tick=False):
        after = signed_in(dana).get(url).context["said"]
    kinds = [
        next(r["kind"] for r in said if r["rule"] == "below_minimum") for said in (during, after)
    ]
    assert kinds == ["note", "refusal"]
