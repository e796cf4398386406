"""Approved claims become files that a payer takes, and no claim leaves twice."""

from __future__ import annotations

import datetime as dt
import itertools
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, transaction

from billing.models import Claim, Submission
from billing.services import submission
from registry.models import Organization, Payer
from tests.x12.validator import accepted

OCTOBER = dt.date(2026, 10, 1)
LATER = dt.datetime(2026, 11, 3, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
def approved(make, elm_street, payer, alice, sam, dr_priya, dana):
    """Make an approved claim of a covered patient: `approved(payer=…, member_id=…)`."""

    def build(practice=elm_street, to=payer, **coverage):
        patient = make.patient(practice)
        episode = make.episode(patient, alice, dr_priya, consultant=sam)
        claim = Claim.objects.create(
            practice=practice,
            patient=patient,
            episode=episode,
            payer=to,
            coverage=make.coverage(patient, to, **coverage),
            month=OCTOBER,
            state="approved",
            outcome="billable",
            is_final=True,
            date_of_service=dt.date(2026, 10, 31),
            worked_seconds=4200,
            counted_seconds=4200,
            total_charge=Decimal("151.23"),
            facts={"diagnoses": ["F32.1"]},
            verdict={},
            fingerprint="x",
            decided_at=LATER,
            decided_by=dana,
            approved_at=LATER,
            approved_by=dana,
        )
        claim.lines.create(position=1, code="99492", units=1, charge=Decimal("151.23"))
        return claim

    return build


def build(practice, by, now=LATER):
    return submission.build(practice=practice, month=OCTOBER, by=by, now=now)


def text(made):
    return bytes(made.content).decode("ascii")


def test_a_file_is_accepted_by_an_independent_validator(approved, elm_street, dana):
    approved(), approved()
    (made,) = build(elm_street, dana).made
    assert accepted(text(made)) == []
    assert text(made).count("CLM*") == 2


def test_a_patient_who_is_not_the_subscriber_has_both_in_the_file(approved, elm_street, dana):
    approved(
        relationship="19",
        subscriber_first_name="Rosa",
        subscriber_last_name="Quintero",
        subscriber_birth_date=dt.date(1970, 2, 3),
        subscriber_sex="F",
    )
    (made,) = build(elm_street, dana).made
    assert accepted(text(made)) == []
    assert "NM1*IL*1*QUINTERO*ROSA" in text(made).upper()
    assert "PAT*19" in text(made)


def test_each_payer_gets_its_own_file(approved, elm_street, dana, now):
    other = Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", created_at=now
    )
    approved(), approved(to=other)
    files = build(elm_street, dana).made
    assert {made.receiver_id for made in files} == {"EHP01", "HM77"}


def test_a_clearinghouse_gets_one_file_for_all_payers(approved, elm_street, dana, now):
    other = Payer.objects.create(
        practice=elm_street, name="Hudson Mutual", payer_id="HM77", created_at=now
    )
    elm_street.claim_batching = "clearinghouse"
    elm_street.clearinghouse_name, elm_street.clearinghouse_id = "Relay House", "RELAY1"
    elm_street.save()
    approved(), approved(to=other)
    (made,) = build(elm_street, dana).made
    assert accepted(text(made)) == []
    assert made.receiver_id == "RELAY1"
    assert "EHP01" in text(made)
    assert "HM77" in text(made)


def test_a_claim_never_leaves_twice(approved, elm_street, dana):
    claim = approved()
    build(elm_street, dana)
    claim.refresh_from_db()
    assert (claim.state, claim.sent_by) == ("sent", dana)
    assert build(elm_street, dana).made == []


def test_control_numbers_never_repeat_across_practices(
    approved, elm_street, harbor, make, dana, dr_priya, now
):
    at_harbor = Payer.objects.create(
        practice=harbor, name="Empire Health Plan", payer_id="EHP01", created_at=now
    )
    numbers = []
    for practice, to in itertools.islice(
        itertools.cycle([(elm_street, None), (harbor, at_harbor)]), 6
    ):
        approved(**({"practice": practice, "to": to} if to else {}))
        numbers += [made.control_number for made in build(practice, dana).made]
    assert numbers == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("break_it", "field", "sentence"),
    [
        (lambda c: setattr(c.coverage, "member_id", ""), "subscriber.member_id", "member id"),
        (lambda c: setattr(c.patient, "zip_code", ""), "subscriber.address.zip", "ZIP code"),
        (lambda c: setattr(c.patient, "last_name", "O*Neil"), "subscriber.last", "last name"),
        (
            lambda c: setattr(c.episode.treating_practitioner, "npi", "1679576723"),
            "rendering_provider.npi",
            "check digit",
        ),
    ],
)
def test_a_claim_with_a_gap_stays_and_says_which_field(
    approved, elm_street, dana, break_it, field, sentence
):
    bad, good = approved(), approved()
    break_it(bad)
    for row in (bad.coverage, bad.patient):
        row.save()
    if field.startswith("rendering"):
        good.delete()
        bad.episode.treating_practitioner.save()
    built = build(elm_street, dana)
    assert [(gap.claim_id, gap.field) for gap in built.gaps] == [(bad.pk, field)]
    assert sentence in built.gaps[0].sentence
    bad.refresh_from_db()
    assert bad.state == "approved"
    assert len(built.made) == (0 if field.startswith("rendering") else 1)


def test_where_the_practice_s_own_data_are_missing_nothing_leaves(approved, elm_street, dana):
    claim = approved()
    elm_street.submitter_id = ""
    elm_street.save()
    built = build(elm_street, dana)
    assert "submitter.id" in built.practice_gaps
    assert built.made == []
    assert Claim.objects.get(pk=claim.pk).state == "approved"
    assert not Submission.objects.exists()


def test_a_kept_file_cannot_be_changed_or_deleted(approved, elm_street, dana):
    approved()
    (made,) = build(elm_street, dana).made
    for change in (
        lambda: Submission.objects.update(content=b"other"),
        lambda: Submission.objects.filter(pk=made.pk)._raw_delete("default"),
    ):
        with pytest.raises(Error, match="Cannot"), transaction.atomic():
            change()


def test_the_same_file_again_byte_for_byte_and_each_look_is_remembered(
    approved, elm_street, dana, sue
):
    approved()
    (made,) = build(elm_street, dana).made
    first = submission.download(made, by=dana, now=LATER)
    again = submission.download(Submission.objects.get(pk=made.pk), by=sue, now=LATER)
    assert first == again
    assert [look.by for look in made.downloads.order_by("pk")] == [dana, sue]


def test_the_command_writes_the_files_and_writes_them_again(approved, elm_street, tmp_path):
    approved()
    for folder in ("first", "second"):
        call_command("export_837", "2026-10", out=tmp_path / folder, practice="elm-street")
    first, second = (list((tmp_path / f).glob("*.837")) for f in ("first", "second"))
    assert [path.name for path in first] == [path.name for path in second]
    assert first[0].read_bytes() == second[0].read_bytes()


def test_the_command_says_what_was_left_out_and_writes_the_rest(
    approved, elm_street, payer, tmp_path
):
    approved(), approved(member_id="")
    with pytest.raises(CommandError, match=r"1 left out: claim .*member id"):
        call_command("export_837", "2026-10", out=tmp_path, practice="elm-street")
    assert len(list(tmp_path.glob("*.837"))) == 1


@pytest.mark.parametrize("month", ["2026-13", "october", "2026", "", "2026-10-01"])
def test_a_month_that_is_none_is_said(db, month, tmp_path):
    with pytest.raises(CommandError, match="is no month"):
        call_command("export_837", month, out=tmp_path)


def test_a_rolled_back_file_gives_its_number_back(approved, elm_street, dana, monkeypatch):
    approved()
    monkeypatch.setattr(submission, "_keep", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(elm_street, dana)
    monkeypatch.undo()
    assert build(elm_street, dana).made[0].control_number == 1
    assert Organization.objects.count() == 1
