"""Policies of a payer: drafted by one person, in force once another approves; never two a day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from billing.models import Claim, PayerPolicy
from billing.rules import policy_fields, presets
from billing.services import policies, true_up
from billing.web import payer_policy_values, payer_policy_words
from registry.errors import Refused
from registry.models import Payer
from tests.billing.october import NOVEMBER_2, OCTOBER, October
from tests.billing.pages import links, text

TERMS = "/p/elm-street/billing/payers/{}/terms/"
ONE = "/p/elm-street/billing/policies/{}/"
LIST = "/p/elm-street/billing/policies/"
JANUARY = dt.date(2026, 1, 1)
UNTESTED = "The payer is new: nothing was billed to it."
POLICY = {
    "preset": "midpoint",
    "active_from": "2026-01-01",
    "active_to": "",
    "source": "Bulletin 7 of 2026",
    "source_address": "https://payer.example/bulletin-7",
    "review_by": "2027-01-01",
}


@pytest.fixture(autouse=True)
def november(in_november):
    return in_november


@pytest.fixture
def page(payer):
    return TERMS.format(payer.pk)


@pytest.fixture
def drafted(payer, dana):
    """Dana's draft: `drafted(active_to=...)`."""

    def draft(by=dana, **fields):
        said = {"preset": "standard", "active_from": JANUARY, "source": "Bulletin 7"}
        terms = policies.Terms(**said | fields)
        return policies.draft(payer, terms, by=by, now=NOVEMBER_2)

    return draft


@pytest.fixture
def approve(sue):
    """Sue approves a draft: `approve(row, makes_room=True)`."""

    def put_in_force(row, by=sue, **fields):
        said = {"untested_why": UNTESTED} | fields
        return policies.approve(row, by=by, now=NOVEMBER_2, **said)

    return put_in_force


@pytest.fixture
def approved(drafted, approve):
    """Dana's policy, approved by Sue."""
    return lambda **fields: approve(drafted(**fields))


def problems(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.problems


def field_by_field(browser, row):
    """What the editor holds when it is opened, as a browser would send it."""
    form = browser.get(ONE.format(row.pk) + "values/").context["form"]
    return {name: bound.value() for name, bound in ((b.name, b) for b in form)}


# -- the road of a policy


class Bare(October):
    """October, with a payer that has no policy and no fee."""

    def claims(self):
        true_up.run(
            practice=self.practice, month=OCTOBER, kind="final", by=self.dana, now=NOVEMBER_2
        )
        return Claim.objects.filter(month=OCTOBER)


@pytest.fixture
def bare_october(make, elm_street, payer, alice, sam, dr_priya, dana):
    month = Bare(make, elm_street, payer, alice, sam, dr_priya, dana)
    month.payable(policy=False)
    return month


def test_a_held_month_is_mended_by_two_people_and_becomes_billable(
    bare_october, signed_in, dana, sue, page
):
    bare_october.chart()
    claim = bare_october.claims().get()
    assert (claim.outcome, claim.rules) == ("held", ["policy_missing"])
    signed_in(dana).post(f"{page}policies/add/", POLICY)
    policy = PayerPolicy.objects.get()
    url = ONE.format(policy.pk) + "approve/"
    assert signed_in(sue).get(url).status_code == 200
    signed_in(sue).post(url, {"untested_why": UNTESTED})
    assert bare_october.claims().get().outcome == "billable"


def test_a_policy_is_kept_as_a_draft_with_who_entered_it(signed_in, dana, sue, page):
    response = signed_in(dana).post(f"{page}policies/add/", POLICY, follow=True)
    row = PayerPolicy.objects.get()
    assert (row.preset, row.active_from, row.active_to) == ("midpoint", JANUARY, None)
    assert (row.entered_by, row.entered_at, row.approved_at) == (dana, NOVEMBER_2, None)
    assert "The draft is kept." in text(response)
    shown = text(signed_in(dana).get(page))
    assert "It waits for Sue Lindqvist to approve it." in shown
    assert "No approved policy is in force today." in shown


def test_where_nobody_may_approve_the_page_says_what_to_do(drafted, signed_in, dana):
    shown = text(signed_in(dana).get(ONE.format(drafted().pk)))
    assert "nobody else is a biller or supervisor of this practice" in shown
    assert "docs/operations.md says how, under “People and roles”" in shown


def test_who_entered_a_policy_cannot_approve_it(drafted, signed_in, dana):
    row = drafted()
    response = signed_in(dana).post(ONE.format(row.pk) + "approve/", {"untested_why": UNTESTED})
    row.refresh_from_db()
    assert row.approved_at is None
    assert response.status_code == 422
    assert "You entered this policy yourself." in text(response)


def test_nor_does_the_database_take_an_approval_by_who_entered_it(drafted, dana):
    row = drafted()
    row.approved_at, row.approved_by = NOVEMBER_2, dana
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_who_changes_a_draft_has_entered_it_from_then_on(drafted, approve, dana, sue):
    row = drafted()
    policies.change(row, {"source": "Bulletin 8"}, by=sue, now=NOVEMBER_2)
    row.refresh_from_db()
    assert (row.entered_by, row.source) == (sue, "Bulletin 8")
    assert "yourself" in problems(approve, row)[""]
    assert approve(row, by=dana).approved_by == dana


def test_another_person_approves_it_and_is_told_that_the_true_up_runs_again(
    drafted, signed_in, dana, sue
):
    row = drafted()
    url = ONE.format(row.pk) + "approve/"
    response = signed_in(sue).post(url, {"untested_why": UNTESTED}, follow=True)
    row.refresh_from_db()
    assert (row.approved_by, row.approved_at) == (sue, NOVEMBER_2)
    assert row.untested_why == UNTESTED
    assert "once the month's true-up has run again" in text(response)
    assert "/p/elm-street/billing/2026-11/" in links(response)
    assert "No approved policy is in force" not in text(response)
    shown = signed_in(dana).get(response.redirect_chain[-1][0]).content.decode()
    assert 'action="/p/elm-street/billing/2026-11/true-up/"' in shown


def test_a_draft_is_tested_before_it_is_approved_or_says_why_not(drafted, approve, sue):
    row = drafted()
    said = problems(approve, row, untested_why=" ")
    assert said == {"untested_why": "Test the draft on a past month, or say why no test is needed."}
    policies.note_test(row, month=OCTOBER, found="3 claims change.", by=sue, now=NOVEMBER_2)
    approve(row, untested_why="")
    row.refresh_from_db()
    assert row.tested_months == {"2026-10": "3 claims change."}
    assert (row.tested_by, row.untested_why) == (sue, "")


@pytest.mark.parametrize(
    ("given", "stays"),
    [
        ({"preset": "midpoint"}, False),
        ({"active_from": dt.date(2026, 2, 1)}, False),
        ({"overrides": {"apcm_addons": True}, "reasons": {"apcm_addons": "They said so."}}, False),
        ({"source": "Bulletin 8"}, True),
    ],
)
def test_a_test_is_forgotten_where_what_was_tested_changes(drafted, dana, given, stays):
    row = drafted()
    policies.note_test(row, month=OCTOBER, found="Nothing.", by=dana, now=NOVEMBER_2)
    policies.change(row, given, by=dana, now=NOVEMBER_2)
    row.refresh_from_db()
    assert bool(row.tested_at) is bool(row.tested_months) is stays


def test_what_the_approver_has_not_seen_is_not_approved(drafted, signed_in, dana, sue):
    row = drafted()
    url = ONE.format(row.pk) + "approve/"
    seen = signed_in(sue).get(url).context["form"]["seen"].value()
    policies.change(row, {"preset": "midpoint"}, by=dana, now=NOVEMBER_2)
    response = signed_in(sue).post(url, {"untested_why": UNTESTED, "seen": seen})
    assert response.status_code == 422
    assert "It was changed since you opened this page." in text(response)
    row.refresh_from_db()
    assert row.approved_at is None


def test_two_people_at_one_draft_do_not_write_over_each_other(drafted, signed_in, dana, sue):
    row = drafted()
    url = ONE.format(row.pk) + "edit/"
    seen = signed_in(sue).get(url).context["form"]["seen"].value()
    policies.change(row, {"source": "Dana's find"}, by=dana, now=NOVEMBER_2)
    response = signed_in(sue).post(url, POLICY | {"source": "Sue's find", "seen": seen})
    assert "It was changed since you opened this page." in text(response)
    assert "Sue&#x27;s find" in response.content.decode()
    row.refresh_from_db()
    assert row.source == "Dana's find"


def test_nothing_is_approved_twice_and_nothing_that_is_gone(approved, approve, drafted, dana):
    assert "approved" in problems(approve, approved(), by=dana)[""]
    gone, same = drafted(), PayerPolicy.objects.get(approved_at=None)
    policies.discard(gone, by=dana, now=NOVEMBER_2)
    assert "thrown away" in problems(approve, same)[""]


def test_a_draft_is_thrown_away_and_an_approved_policy_is_not(drafted, approved, signed_in, sue):
    kept, draft = approved(), drafted()
    for row in (kept, draft):
        signed_in(sue).post(ONE.format(row.pk) + "discard/")
    assert list(PayerPolicy.objects.all()) == [kept]


def test_an_approved_policy_is_copied_and_not_changed(approved, signed_in, dana, page):
    row = approved(overrides={"apcm_addons": True}, reasons={"apcm_addons": "Bulletin 7, page 2"})
    browser = signed_in(dana)
    for part in ("edit/", "values/"):
        shown = browser.get(ONE.format(row.pk) + part, follow=True)
        assert "To change it, copy it as a new draft." in text(shown)
    url = f"{page}policies/add/?from={row.pk}"
    assert browser.get(url).context["form"]["source"].value() == "Bulletin 7"
    browser.post(url, POLICY | {"preset": "standard", "active_from": "2026-12-01"})
    copy = PayerPolicy.objects.get(approved_at=None)
    assert (copy.overrides, copy.reasons) == (row.overrides, row.reasons)


@pytest.mark.parametrize("wanted", ["x", "", "99999999999999999", "²"])
def test_what_is_no_policy_of_the_payer_is_not_copied(signed_in, dana, page, wanted):
    response = signed_in(dana).get(f"{page}policies/add/?from={wanted}")
    assert response.status_code == 200
    assert response.context["copied"] is None


def test_another_payer_s_policy_is_not_copied(approved, signed_in, dana, elm_street, now):
    row = approved()
    other = Payer.objects.create(practice=elm_street, name="Other Plan", created_at=now)
    response = signed_in(dana).get(f"{TERMS.format(other.pk)}policies/add/?from={row.pk}")
    assert response.context["copied"] is None


# -- days


@pytest.mark.parametrize(
    ("first", "last", "stands"),
    [
        ("2026-01-01", None, False),
        ("2025-01-01", "2025-12-31", True),
        ("2025-01-01", "2026-01-01", False),
        ("2026-06-30", "2026-06-30", False),
        ("2026-07-01", None, True),
        ("2025-01-01", None, False),
    ],
)
def test_approved_policies_never_share_a_day(approved, drafted, approve, first, last, stands):
    approved(active_to=dt.date(2026, 6, 30))
    days = {"active_from": dt.date.fromisoformat(first)}
    row = drafted(**days, active_to=last and dt.date.fromisoformat(last))
    if stands:
        approve(row)
    else:
        said = problems(approve, row)["makes_room"]
        assert "from Jan 1, 2026 to Jun 30, 2026" in said
    assert PayerPolicy.objects.filter(approved_at=None).count() == (0 if stands else 1)


DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("old", "new", "left", "said"),
    [
        (
            ("2026-01-01", None),
            ("2026-10-01", None),
            ("2026-01-01", "2026-09-30"),
            "ends on Sep 30",
        ),
        (
            ("2026-01-01", None),
            ("2026-10-01", "2026-10-31"),
            ("2026-01-01", "2026-09-30"),
            "From Nov 1, 2026 on no policy is in force then.",
        ),
        (("2026-01-01", None), ("2026-01-01", None), None, "is set aside"),
        (("2026-03-01", "2026-04-30"), ("2026-01-01", None), None, "is set aside"),
        (
            ("2026-03-01", None),
            ("2026-01-01", "2026-03-31"),
            ("2026-04-01", None),
            "begins on Apr 1, 2026 only",
        ),
    ],
)
def test_what_is_approved_makes_room_in_the_same_step(
    drafted, approve, signed_in, sue, old, new, left, said
):
    first = approve(drafted(active_from=DAY(old[0]), active_to=old[1] and DAY(old[1])))
    draft = drafted(active_from=DAY(new[0]), active_to=new[1] and DAY(new[1]))
    url = ONE.format(draft.pk) + "approve/"
    assert said in text(signed_in(sue).get(url))
    assert signed_in(sue).post(url, {"untested_why": UNTESTED}).status_code == 422
    signed_in(sue).post(url, {"untested_why": UNTESTED, "makes_room": "on"})
    first.refresh_from_db()
    draft.refresh_from_db()
    assert draft.approved_by == sue
    if left is None:
        assert first.set_aside_by == sue
    else:
        assert (first.active_from, first.active_to) == (DAY(left[0]), left[1] and DAY(left[1]))


def test_nothing_makes_room_for_an_approval_that_fails(approved, drafted, approve, dana):
    first, second = approved(), drafted(active_from=dt.date(2026, 10, 1))
    problems(approve, second, by=dana, makes_room=True)
    first.refresh_from_db()
    assert first.active_to is None


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        ("", "Last day is missing."),
        ("2025-12-31", "The last day lies before the first."),
        ("2026-07-01", "It ends on Jun 30, 2026 already."),
        ("1850-01-01", "Check the year."),
        ("soon", "This is no day."),
    ],
)
def test_a_last_day_that_cannot_be_is_refused(approved, signed_in, sue, ends_on, said):
    row = approved(active_to=dt.date(2026, 6, 30))
    response = signed_in(sue).post(ONE.format(row.pk) + "end/", {"ends_on": ends_on})
    assert response.status_code == 422
    assert said in text(response)
    row.refresh_from_db()
    assert row.active_to == dt.date(2026, 6, 30)


def test_a_policy_is_ended(approved, signed_in, sue):
    row = approved()
    signed_in(sue).post(ONE.format(row.pk) + "end/", {"ends_on": "2026-12-31"})
    row.refresh_from_db()
    assert row.active_to == dt.date(2026, 12, 31)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"preset": "guess"}, "Choose one of those listed."),
        ({"preset": ""}, "Choose one of the readings listed."),
        ({"active_from": ""}, "First day is missing."),
        ({"active_from": "1026-01-01"}, "Days lie between 2000 and 2099."),
        ({"active_to": "2025-12-31"}, "The last day lies before the first."),
        ({"source": " "}, "Source is missing."),
        ({"source": "x" * 301}, "at most 300"),
        ({"source_address": "a\nb\x07"}, "control character"),
        ({"review_by": "2026-11-02"}, "The day of the next review lies ahead."),
    ],
)
def test_a_policy_that_cannot_be_is_refused_and_what_was_typed_stays(
    signed_in, dana, page, fields, said
):
    response = signed_in(dana).post(f"{page}policies/add/", POLICY | {"source": "Mine"} | fields)
    assert response.status_code == 422
    assert said in text(response)
    assert "https://payer.example/bulletin-7" in response.content.decode() or (
        "source_address" in fields
    )
    assert not PayerPolicy.objects.exists()


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


# -- looked at again


def test_a_policy_past_its_review_is_marked_until_somebody_looked(
    approved, signed_in, ann, sue, page, november
):
    row = approved(review_by=dt.date(2026, 11, 9))
    assert "Look at it again. It was due" not in text(signed_in(ann).get(page))
    november.move_to(NOVEMBER_2 + dt.timedelta(days=7))
    assert "Look at it again. It was due on Nov 9, 2026" in text(signed_in(ann).get(page))
    assert "Review due" in text(signed_in(ann).get(LIST))
    url = ONE.format(row.pk) + "reviewed/"
    assert url in links(signed_in(sue).get(page))
    assert signed_in(sue).get(url).status_code == 200
    signed_in(sue).post(url, {"review_by": "2027-11-09"})
    row.refresh_from_db()
    assert (row.review_by, row.reviewed_by) == (dt.date(2027, 11, 9), sue)
    assert "Review due" not in text(signed_in(ann).get(LIST))


@pytest.mark.parametrize("day", ["", "2026-11-02", "soon", "2100-01-01"])
def test_the_next_look_lies_ahead(approved, signed_in, sue, day):
    row = approved(review_by=dt.date(2027, 1, 1))
    response = signed_in(sue).post(ONE.format(row.pk) + "reviewed/", {"review_by": day})
    assert response.status_code == 422
    row.refresh_from_db()
    assert row.reviewed_at is None


def test_a_draft_is_not_looked_at_again(drafted, signed_in, sue):
    row = drafted(review_by=dt.date(2027, 1, 1))
    response = signed_in(sue).post(ONE.format(row.pk) + "reviewed/", {"review_by": "2027-06-01"})
    assert "This policy is not in force" in text(response)


def test_the_month_says_that_its_claims_rest_on_a_policy_past_its_review(
    october, signed_in, ann, dana, payer
):
    october.chart()
    PayerPolicy.objects.update(review_by=dt.date(2026, 11, 1))
    true_up.run(practice=october.practice, month=OCTOBER, kind="final", by=dana, now=NOVEMBER_2)
    shown = signed_in(ann).get("/p/elm-street/billing/2026-10/")
    assert "Claims of this month rest on a policy past its review" in text(shown)
    assert TERMS.format(payer.pk) in links(shown)
    PayerPolicy.objects.update(review_by=dt.date(2026, 11, 3))
    shown = signed_in(ann).get("/p/elm-street/billing/2026-10/")
    assert "past its review" not in text(shown)


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


# -- who, and where


@pytest.mark.parametrize(
    ("who", "code"),
    [("dana", 200), ("sue", 200), ("ann", 200), ("alice", 403), ("sam", 403), ("charlie", 404)],
)
def test_who_sees_the_policies(request, signed_in, drafted, who, code):
    row = drafted()
    browser = signed_in(request.getfixturevalue(who))
    for url in (LIST, ONE.format(row.pk)):
        assert browser.get(url).status_code == code


def test_an_auditor_looks_and_changes_nothing(drafted, signed_in, ann, page):
    row = drafted()
    browser = signed_in(ann)
    for url in (page, ONE.format(row.pk)):
        shown = browser.get(url).content.decode()
        assert not any(word in shown for word in ("/add/", "/edit/", "/approve/", "/discard/"))
    assert browser.post(f"{page}policies/add/", POLICY).status_code == 403
    for part in ("edit", "values", "approve", "discard", "end", "reviewed"):
        assert browser.post(f"{ONE.format(row.pk)}{part}/").status_code == 403


def test_another_practice_s_payer_is_not_found(drafted, signed_in, dana, payer):
    """Dana bills for Harbor too, whose address does not open Elm Street's rows."""
    row = drafted()
    browser = signed_in(dana)
    page = TERMS.format(payer.pk).replace("elm-street", "harbor")
    assert browser.get(page).status_code == 404
    assert browser.post(f"{page}policies/add/", POLICY).status_code == 404
    one = ONE.format(row.pk).replace("elm-street", "harbor")
    assert browser.get(one).status_code == 404
    for part in ("edit", "values", "approve", "discard", "end", "reviewed"):
        assert browser.post(f"{one}{part}/").status_code == 404
    assert PayerPolicy.objects.exists()
    assert "Empire Health Plan" not in text(browser.get(LIST.replace("elm-street", "harbor")))
