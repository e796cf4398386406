"""What a policy says: typed field by field, read in words, and all payers' at a glance."""

from __future__ import annotations

import datetime as dt

import pytest

from billing.models import PayerPolicy
from billing.rules import policy_fields, presets
from billing.web import payer_policy_values, payer_policy_words
from registry.models import Payer
from tests.billing.october import NOVEMBER_2
from tests.billing.pages import links, text
from tests.billing.policy_drafts import JANUARY, LIST, ONE, TERMS, field_by_field, problems


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def page(payer):
    return TERMS.format(payer.pk)


# -- what a payer does otherwise than the preset


def test_every_field_of_every_shape_can_be_edited_and_is_said_in_a_group():
    every = {name for readers in policy_fields.SHAPES.values() for name in readers}
    assert {kind.name for kind in payer_policy_values.KINDS} == every
    grouped = [name for _, names in payer_policy_words.GROUPS for name in names]
    assert sorted(grouped) == sorted(every)


@pytest.mark.parametrize("preset", presets.names())
def test_the_editor_sent_back_as_it_stands_changes_nothing(drafted, signed_in, dana, preset):
    row = drafted(preset=preset)
    browser = signed_in(dana)
    response = browser.post(ONE.format(row.pk) + "values/", field_by_field(browser, row))
    assert response.status_code == 302
    row.refresh_from_db()
    assert (row.overrides, row.reasons) == ({}, {})


TYPED = [
    ({"min_minutes_99492": "50"}, {"min_minutes": {"99492": 50}}),
    ({"max_units_99494": "2"}, {"max_units": {"99494": 2}}),
    ({"counts_outreach_attempts": "True"}, {"counts_outreach_attempts": True}),
    ({"separately_paid": "False"}, {"separately_paid": False}),
    ({"consultant_review": "caseload_meeting"}, {"consultant_review": "caseload_meeting"}),
    ({"consent_methods": ["written"]}, {"consent_methods": ["written"]}),
    ({"authorization_after_months": "6"}, {"authorization_after_months": 6}),
    ({"program_code": "g0512"}, {"program_code": "G0512"}),
    ({"diagnosis_prefixes": "f32, f33"}, {"diagnosis_prefixes": ["F32", "F33"]}),
    ({"line_modifiers_99492": "he u1"}, {"line_modifiers": {"99492": ["HE", "U1"]}}),
    (
        {"line_modifiers_code0": "g0512", "line_modifiers_for0": "CG"},
        {"line_modifiers": {"G0512": ["CG"]}},
    ),
]


@pytest.mark.parametrize(("typed", "kept"), TYPED)
def test_what_a_payer_does_otherwise_is_typed_field_by_field(
    drafted, signed_in, dana, sue, typed, kept
):
    row = drafted()
    browser = signed_in(sue)
    (field,) = kept
    sent = field_by_field(browser, row) | typed | {f"why_{field}": "Bulletin 7,  page 2"}
    assert browser.post(ONE.format(row.pk) + "values/", sent).status_code == 302
    row.refresh_from_db()
    assert row.overrides == kept
    assert row.reasons == {field: "Bulletin 7, page 2"}
    assert row.entered_by == sue
    again = field_by_field(browser, row)
    browser.post(ONE.format(row.pk) + "values/", again)
    row.refresh_from_db()
    assert row.overrides == kept
    shown = text(browser.get(ONE.format(row.pk)))
    assert "Bulletin 7, page 2" in shown
    assert "{" not in shown


WRONG = [
    ("min_minutes_99492", "many", "It must be a whole number."),
    ("min_minutes_99492", "1.5", "It must be a whole number."),
    ("min_minutes_99492", "0", "It must be 1 or more."),
    ("min_minutes_99492", "601", "It must be 600 or less."),
    ("min_minutes_99494", "31", "It must be 30 or less."),
    ("max_units_99494", "-1", "It must be 0 or more."),
    ("initiating_visit_lookback_days", "none", "It must be a whole number."),
    ("new_episode_gap_months", "9" * 12, "It must be a whole number."),
    ("authorization_after_months", "soon", "It must be a whole number."),
    ("consultant_review", "sometimes", "Choose one of those listed."),
    ("counts_outreach_attempts", "perhaps", "Choose one of those listed."),
    ("accepted_codes", ["99429"], "Choose one of those listed."),
    ("accepted_codes", [], "Choose at least one"),
    ("counted_roles", [], "Choose at least one"),
    ("consent_methods", ["nod"], "Choose one of those listed."),
    ("program_code", "G051", "G051 is no code"),
    ("program_code", "G" * 61, "at most 60"),
    ("diagnosis_prefixes", "32", "32 begins no diagnosis."),
    ("diagnosis_prefixes", "none", "Write at least one beginning"),
    ("line_modifiers_99492", "H", "H is no modifier"),
    ("line_modifiers_99492", "H1 H2 H3 H4 H5", "four modifiers at most"),
    ("line_modifiers_99492", "H1 H1", "named twice"),
]


@pytest.mark.parametrize(("field", "value", "said"), WRONG)
def test_a_value_of_a_wrong_type_names_its_field_and_nothing_changes(
    drafted, signed_in, dana, field, value, said
):
    row = drafted()
    browser = signed_in(dana)
    sent = field_by_field(browser, row) | {field: value, "why_same_person_therapy": "kept"}
    response = browser.post(ONE.format(row.pk) + "values/", sent)
    assert response.status_code == 422
    assert any(said in each for each in response.context["form"].errors[field])
    assert 'value="kept"' in response.content.decode()
    row.refresh_from_db()
    assert row.overrides == {}


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"code1": "99492", "for1": "HE"}, "code1", "99492 has a row above. Write"),
        ({"for1": "HE"}, "code1", "Name the code that these modifiers are for."),
        ({"code1": "g0512"}, "for1", "Write the modifiers of G0512, or take the code out."),
    ],
)
def test_a_row_of_modifiers_names_a_code_of_its_own(drafted, signed_in, dana, sent, field, said):
    row = drafted()
    browser = signed_in(dana)
    sent = {f"line_modifiers_{name}": value for name, value in sent.items()}
    everything = field_by_field(browser, row) | {"line_modifiers_99492": "U1"} | sent
    response = browser.post(ONE.format(row.pk) + "values/", everything)
    assert said in response.context["form"].errors[f"line_modifiers_{field}"][0]


def test_what_differs_needs_its_reason(drafted, signed_in, dana):
    row = drafted()
    browser = signed_in(dana)
    sent = field_by_field(browser, row) | {"apcm_addons": "True"}
    response = browser.post(ONE.format(row.pk) + "values/", sent)
    assert response.context["form"].errors == {
        "why_apcm_addons": [
            "Say why it differs from the preset, such as what the payer wrote and when."
        ]
    }


@pytest.mark.parametrize(
    ("overrides", "path", "said"),
    [
        ({"min_minutes": {"99492": "50"}}, "min_minutes.99492", "whole number"),
        ({"min_minutes": {"99429": 50}}, "min_minutes.99429", "no code that has one"),
        ({"min_minutes": 50}, "min_minutes", "object"),
        ({"min_minutes": {"99492": 40, "9949.2": 50}}, "min_minutes.9949.2", "a second time"),
        ({"apcm_addons": 1}, "apcm_addons", "true or false"),
        ({"counted_roles": "care_manager"}, "counted_roles", "must be a list"),
        ({"counted_roles": ["care_manger"]}, "counted_roles", "must be care_manager"),
        ({"quirk": True}, "quirk", "not a key"),
        ({"contact_days_needed": 2}, "contact_days_needed", "not a key"),
        ({"line_modifiers": {"99492": ["HEX"]}}, "line_modifiers.99492", "no modifier"),
    ],
)
def test_an_override_of_a_wrong_type_is_refused_by_its_path(drafted, overrides, path, said):
    why = dict.fromkeys(overrides, "They said so.")
    assert said in problems(drafted, overrides=overrides, reasons=why)[path]
    assert not PayerPolicy.objects.exists()


def test_a_draft_that_the_rules_cannot_read_is_not_approved(drafted, approve):
    row = drafted()
    PayerPolicy.objects.update(overrides={"min_minutes": {"99492": "many"}})
    assert "cannot be read" in problems(approve, row)[""]


# -- read in words


def test_what_differs_from_the_preset_is_said_in_words_with_why(approved, signed_in, ann, page):
    approved(
        overrides={"min_minutes": {"99492": 50}, "counts_outreach_attempts": True},
        reasons={"min_minutes": "Bulletin 7, page 2", "counts_outreach_attempts": "A call, May 4"},
    )
    shown = text(signed_in(ann).get(page))
    assert "Attempts to reach the patient count." in shown
    assert "Attempts to reach the patient do not count. A call, May 4" in shown
    assert "99492 from 50" in shown
    assert "Bulletin 7, page 2" in shown
    assert "{" not in shown


def test_each_line_says_where_it_was_read_and_when(approved, signed_in, ann, page):
    approved(preset="midpoint")
    shown = text(signed_in(ann).get(page))
    version = presets.version("midpoint", None)
    assert version.dated.reference in shown
    assert version.source("max_units") in shown
    for title, _ in payer_policy_words.GROUPS:
        assert title in shown


def test_a_policy_that_cannot_be_read_says_so(approved, signed_in, ann, page):
    approved()
    PayerPolicy.objects.update(overrides={"min_minutes": {"99492": "many"}})
    for url in (page, ONE.format(PayerPolicy.objects.get().pk)):
        response = signed_in(ann).get(url)
        assert response.status_code == 200
        assert "It cannot be read, and holds every claim" in text(response)
    assert "which cannot be read" in text(signed_in(ann).get(LIST))


def test_a_draft_says_what_it_changes_in_the_policy_before_it(approved, drafted, signed_in, sue):
    approved()
    draft = drafted(active_from=dt.date(2026, 11, 1), preset="midpoint")
    shown = text(signed_in(sue).get(ONE.format(draft.pk) + "approve/"))
    assert "The policy before it, from Jan 1, 2026" in shown
    assert "99492 from 36" in shown
    assert "99492 from 70" in shown


def test_other_policies_are_listed_over_time(approved, signed_in, ann, page):
    earlier = approved(active_to=dt.date(2026, 6, 30))
    later = approved(active_from=dt.date(2026, 7, 1), preset="midpoint")
    response = signed_in(ann).get(page)
    assert {ONE.format(earlier.pk), ONE.format(later.pk)} <= set(links(response))
    assert "Ended" in text(response)


# -- all payers at a glance


def test_the_list_says_how_each_payer_stands(
    bare_october, drafted, signed_in, ann, elm_street, payer, now
):
    bare_october.chart()
    bare_october.claims()
    drafted(preset="midpoint")
    bare_october.payable(Payer.objects.create(practice=elm_street, name="A Plan", created_at=now))
    response = signed_in(ann).get(LIST)
    shown = text(response)
    assert "Empire Health Plan None Claims are held Draft of Dana Reyes" in shown
    held = f"/p/elm-street/billing/2026-10/?lane=held&cause=policy_missing&payer={payer.pk}"
    assert held in links(response)
    assert "1 claim" in text(signed_in(ann).get(held))
    assert shown.index("Empire Health Plan") < shown.index("A Plan")


def test_the_list_costs_the_same_however_many_payers_there_are(
    signed_in, ann, dana, sue, elm_street, now, django_assert_max_num_queries
):
    browser = signed_in(ann)
    for number in range(12):
        each = Payer.objects.create(practice=elm_street, name=f"Plan {number}", created_at=now)
        PayerPolicy.objects.create(
            practice=elm_street, payer=each, active_from=JANUARY,
            entered_at=now, entered_by=dana, approved_at=now, approved_by=sue,
        )  # fmt: skip
    with django_assert_max_num_queries(11):
        assert browser.get(LIST).status_code == 200


def test_the_payers_lead_to_the_policies_and_flag_what_asks_for_a_look(
    bare_october, approved, drafted, signed_in, ann, elm_street, payer, now, november
):
    Payer.objects.create(practice=elm_street, name="A Plan", created_at=now)
    approved(review_by=dt.date(2026, 11, 3))
    november.move_to(NOVEMBER_2 + dt.timedelta(days=1))
    drafted(active_from=dt.date(2027, 1, 1))
    response = signed_in(ann).get("/p/elm-street/payers/")
    shown = text(response)
    assert "A Plan Policy and fees of A Plan No policy in force" in shown
    assert "of Empire Health Plan Review due Draft waits" in shown
    assert LIST in links(response)
