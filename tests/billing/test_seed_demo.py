"""The demo practice, on whatever day it is first started."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count

from billing.models import (
    Answer,
    CareCost,
    Claim,
    Denial,
    Fee,
    MonthClose,
    PayerPolicy,
    ReceivedFile,
    Remittance,
    Submission,
)
from billing.selectors import denials, month_close, policies, received, stray_proposals
from billing.services import demo
from registry import calendar
from registry.models import (
    LogAudit,
    Membership,
    Patient,
    Practice,
    SafetyFlag,
    ServiceMonth,
    Site,
    TimeEntry,
    User,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 24, 15, 0, tzinfo=dt.UTC)
SENT, REVIEWED = dt.date(2026, 9, 1), dt.date(2026, 10, 1)


@pytest.fixture(scope="class")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once for the class, in a transaction around those of its tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert demo.load(now=NOW)
        yield
        transaction.set_rollback(True)


def claim(last_name, month=REVIEWED):
    return Claim.objects.get(patient__last_name=last_name, month=month)


def rules(last_name, month=REVIEWED):
    return set(claim(last_name, month).rules)


@pytest.mark.xdist_group("the demo's stories")  # loaded by one worker alone
@pytest.mark.usefixtures("loaded")
class TestTheStories:
    def test_the_sign_ins_are_those_of_the_contract(self):
        found = {
            user.email: {f"{m.practice.slug}:{m.role}" for m in user.memberships.all()}
            for user in User.objects.filter(email__endswith="@demo.test")
        }
        assert found == {
            "alice@demo.test": {"elm-street:care_manager"},
            "bob@demo.test": {"elm-street:care_manager"},
            "priya@demo.test": {"elm-street:treating_practitioner"},
            "sam@demo.test": {"elm-street:consultant", "harbor:consultant"},
            "dana@demo.test": {"elm-street:biller", "harbor:biller"},
            "sue@demo.test": {"elm-street:supervisor"},
            "ann@demo.test": {"elm-street:auditor"},
            "charlie@demo.test": {"harbor:care_manager"},
        }
        assert User.objects.get(email="alice@demo.test").check_password(demo.PASSWORD)

    def test_one_policy_waits_for_another_person_and_one_for_a_new_look(self):
        rows = PayerPolicy.objects.filter(practice__slug="elm-street")
        draft, due = rows.get(approved_at=None), rows.get(review_by__isnull=False)
        assert (draft.entered_by.full_name, policies.approvers(draft)) == (
            "Dana Reyes",
            ["Sue Lindqvist"],
        )
        assert set(draft.reasons) == set(draft.overrides)
        assert due.review_by < NOW.date()

    def test_68_minutes_of_a_first_month_are_two_short(self):
        found = claim("DuBuque")
        assert (found.outcome, found.minutes_short) == ("not_billable", 2)

    def test_55_minutes_of_a_later_month_are_five_short(self):
        found = claim("Ankunding")
        assert (found.outcome, found.minutes_short) == ("not_billable", 5)

    @pytest.mark.parametrize(
        ("name", "rule"),
        [
            ("Conroy", "consultant_review_missing"),
            ("Rogahn", "measure_missing"),
            ("Prohaska", "non_duplication_note_missing"),
            ("Gleichner", "subscriber_id_missing"),
            ("Pagac", "consultant_review_missing"),
            ("Schultz", "excluded_on_the_date"),
        ],
    )
    def test_a_claim_is_held_for_what_its_story_lacks(self, name, rule):
        assert claim(name).outcome == "held"
        assert rule in rules(name)

    @pytest.mark.parametrize(
        ("name", "reason"),
        [("Moen", "outside_consent"), ("Kerluke", "crisis"), ("Pacocha", "inpatient")],
    )
    def test_seconds_are_left_out_for_what_their_story_says(self, name, reason):
        assert claim(name).verdict["seconds"]["excluded"][reason] > 0

    def test_a_service_inside_the_month_is_noted_and_holds_nothing(self):
        found = claim("Reynolds")
        assert found.outcome == "billable"
        assert [each["rule"] for each in found.own_holds] == ["excluded_in_the_month"]

    def test_the_clean_claims_of_the_reviewed_month_are_approved_and_their_months_locked(self):
        clean = Claim.objects.filter(month=REVIEWED, outcome="billable")
        assert clean.count() >= 8
        assert set(clean.values_list("state", flat=True)) == {"approved"}
        locked = ServiceMonth.objects.filter(month=REVIEWED, closed_at__isnull=False)
        assert locked.count() == clean.count()

    def test_every_claim_is_charged_and_most_say_what_they_should_bring(self):
        clean = Claim.objects.filter(month=REVIEWED, outcome="billable")
        assert not clean.filter(total_charge=None).exists()
        silent = clean.filter(total_expected=None)
        assert clean.exclude(total_expected=None).count() >= 5
        assert {name for (name,) in silent.values_list("payer__name")} <= {"Medicare"}
        assert all(claim.total_expected <= claim.total_charge for claim in clean.difference(silent))

    def test_medicare_s_amounts_are_the_published_ones_with_their_source(self):
        fees = Fee.objects.filter(payer__name="Medicare", kind="allowed", code="99492")
        assert {fee.practice.slug for fee in fees} == {"elm-street", "harbor"}
        assert all("read 2026-11-23" in fee.source for fee in fees)

    def test_the_month_before_it_was_sent_and_one_of_its_claims_was_replaced(self):
        assert Submission.objects.filter(month=SENT).exists()
        sent = Claim.objects.filter(month=SENT, outcome="billable")
        assert set(sent.values_list("state", flat=True)) == {"sent", "replaced"}
        earlier = sent.get(state="replaced")
        made = sent.get(corrects=earlier)
        assert (made.frequency, made.patient.last_name) == ("7", "Pacocha")
        assert made.payer_claim_number == earlier.received_answers.get().payer_control_number

    def test_every_file_that_was_sent_and_every_claim_in_it_was_accepted(self):
        answered = Answer.objects.filter(verdict="accepted")
        files = answered.filter(kind="999").values_list("submission", flat=True)
        assert set(files) == set(Submission.objects.values_list("pk", flat=True))
        left = Claim.objects.filter(places__isnull=False).values_list("pk", flat=True)
        assert set(answered.filter(kind="277CA").values_list("claim", flat=True)) == set(left)
        assert not Answer.objects.exclude(verdict="accepted").exists()

    def test_every_answer_was_read_whole_and_every_payment_adds_up(self):
        assert set(ReceivedFile.objects.values_list("problem", flat=True)) == {""}
        assert not ReceivedFile.objects.exclude(notes=[]).exists()
        assert not Remittance.objects.exclude(imbalances=[]).exists()
        assert not Remittance.objects.filter(payer=None).exists()

    def test_its_money_is_back_but_for_three_refused_one_short_and_one_that_names_no_claim(self):
        claims = Claim.objects.filter(month=SENT, state="sent")
        paid = {
            claim.patient.last_name: (received.paid(claim), claim.total_expected)
            for claim in claims
        }
        assert [paid.pop(name)[0] for name in ("Ankunding", "Reynolds", "Pacocha")] == [0, 0, 0]
        assert paid.pop("Schultz")[0] is None
        got, expected = paid.pop("Conroy")
        assert 0 < got < expected
        assert all(got == expected for got, expected in paid.values() if expected is not None)
        assert len(paid) >= 6

    def test_what_is_refused_waits_for_dana_with_its_reason_and_a_day(self):
        refused = Denial.objects.select_related("owner", "claim__patient")
        for denial in refused:
            assert (denial.reason, denial.remarks, denial.state) == ("252", ["N706"], "open")
            assert denial.owner.full_name == "Dana Reyes"
            assert denial.due_on > NOW.date()
        names = {denial.claim.patient.last_name for denial in refused}
        assert names == {"Ankunding", "Reynolds", "Pacocha"}

    def test_a_payer_that_refuses_one_code_again_and_again_proposes_a_policy(self):
        practice = Practice.objects.get(slug="elm-street")
        dana = User.objects.get(email="dana@demo.test")
        (found,) = denials.repeats(dana, practice, NOW.date())
        assert (found.payer.name, found.code, found.claims) == ("Aetna", "99492", 3)

    def test_some_are_seen_at_the_practice_s_other_place_and_their_claims_say_so(self):
        (site,) = Site.objects.all()
        at_site = Claim.objects.filter(episode__site=site, month=SENT, state="sent")
        assert {each.patient.last_name for each in at_site} == {"Ankunding", "Zulauf"}
        content = b"".join(bytes(row.content) for row in Submission.objects.filter(month=SENT))
        assert content.upper().count(b"NM1*77*2*ELM STREET WEST") >= at_site.count()

    def test_the_payment_under_a_wrong_name_comes_with_its_claim_proposed(self):
        practice, dana = (
            Practice.objects.get(slug="elm-street"),
            User.objects.get(email="dana@demo.test"),
        )
        (stray,) = received.strays(dana, practice)
        (found,) = stray_proposals.of(practice, [stray])[stray.pk]
        assert found.claim == claim("Schultz", SENT)

    def test_it_is_closed_and_one_entry_came_late(self):
        closes = MonthClose.objects.filter(month=SENT, reopening=None)
        assert {close.practice.slug for close in closes} == {"elm-street", "harbor"}
        late = month_close.late_entries(
            User.objects.get(email="dana@demo.test"), Practice.objects.get(slug="elm-street"), SENT
        )
        assert [entry.patient.last_name for entry in late] == ["Okuneva"]

    def test_who_gives_care_has_credentials_and_care_has_its_costs(self):
        elm_street = Practice.objects.get(slug="elm-street")
        held = elm_street.clinicians.exclude(user=None).values_list("user__email", "credentials")
        assert {email.split("@")[0]: what for email, what in held} == {
            "alice": "LICSW", "bob": "RN", "priya": "MD", "sam": "MD",
        }  # fmt: skip
        assert {cost.salary for cost in CareCost.objects.all()} == {72000}
        assert CareCost.objects.count() == 2

    def test_the_current_month_is_under_way(self):
        current = Claim.objects.filter(month=dt.date(2026, 11, 1))
        assert set(current.values_list("state", "is_final")) == {("draft", False)}

    def test_a_forgotten_timer_and_an_overlap_wait_for_review(self):
        waiting = TimeEntry.objects.filter(status="needs_review", started_at__date__gte=REVIEWED)
        assert {e.patient.last_name for e in waiting} == {"Ankunding", "Conroy"}

    def test_an_answer_above_zero_to_the_last_item_waits_for_a_clinician(self):
        assert SafetyFlag.objects.get(acknowledged_at=None).patient.last_name == "Schmidt"

    def test_last_week_s_log_has_been_audited(self):
        audits = LogAudit.objects.values_list("practice__slug", "week_starts_on")
        week = dt.date(2026, 11, 16)
        assert set(audits) == {("elm-street", week), ("harbor", week)}

    def test_nobody_worked_in_the_future_or_at_night(self):
        assert not TimeEntry.objects.filter(ended_at__gt=NOW).exists()

    def test_harbor_s_people_are_harbor_s_alone(self):
        by_practice = dict(
            Patient.objects.values_list("practice__slug").annotate(Count("pk")).order_by()
        )
        assert by_practice == {"elm-street": 23, "harbor": 4}

    def test_a_second_run_changes_nothing(self):
        before = (TimeEntry.objects.count(), Claim.objects.count(), Membership.objects.count())
        assert not demo.load(now=NOW + dt.timedelta(days=40))
        after = (TimeEntry.objects.count(), Claim.objects.count(), Membership.objects.count())
        assert before == after

    def test_the_kept_totals_have_no_drift(self):
        call_command("verify_totals")


@pytest.mark.parametrize(
    "now",
    [
        dt.datetime(2027, 1, 1, 5, 0, tzinfo=dt.UTC),  # New Year's midnight, a Friday
        dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC),  # a Sunday, the clocks have changed
        dt.datetime(2028, 3, 2, 3, 0, tzinfo=dt.UTC),  # still March 1 in the practice
    ],
)
def test_it_loads_on_any_day(now):
    assert demo.load(now=now)
    month = calendar.shift_month(calendar.local_month(now, "America/New_York"), -1)
    assert Claim.objects.filter(month=month, state="approved").exists()
    assert not TimeEntry.objects.filter(ended_at__gt=now).exists()


def test_production_refuses_it(settings):
    settings.DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="production"):
        call_command("seed_demo")
    assert not User.objects.filter(email__endswith="@demo.test").exists()
