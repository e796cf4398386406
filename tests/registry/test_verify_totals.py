"""`manage.py verify_totals`: what is kept is what it rests on, and drift is told."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command

from registry.models import ServiceMonth
from registry.services import service_month, time_log

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)


def verify(**options):
    out = io.StringIO()
    call_command("verify_totals", stdout=out, **options)
    return out.getvalue()


def drift(**options):
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("verify_totals", stdout=out, **options)
    return f"{out.getvalue()}{error.value}"


@pytest.fixture
def worked(enrolled, alice):
    time_log.start(patient=enrolled, worker=alice, by=alice, now=AT)
    time_log.stop(worker=alice, by=alice, now=AT + dt.timedelta(minutes=12))
    return enrolled


def test_without_anything_there_is_no_drift(db):
    assert "0 kept numbers checked, no drift" in verify()


def test_what_the_services_wrote_has_not_drifted(worked):
    assert "no drift" in verify()


@pytest.mark.parametrize(
    "name", ["worked_seconds", "confirmed_seconds", "review_seconds", "counted_seconds"]
)
def test_every_kept_number_that_drifted_is_named_with_both_values(worked, name):
    ServiceMonth.objects.update(**{name: 7})
    told = drift()
    assert f"patient {worked.pk}, 2026-10, {name}: kept 7 s" in told
    assert "1 of 4 kept numbers have drifted" in told


def test_time_whose_month_was_never_written_is_drift(make, enrolled, alice):
    make.entry(enrolled, alice, AT)
    assert "seconds in a month without totals: kept 0 s, found 1200 s" in drift()


def test_the_part_of_an_entry_in_a_month_without_totals_is_drift(make, enrolled, alice):
    make.entry(enrolled, alice, dt.datetime(2026, 11, 1, 3, 50, tzinfo=dt.UTC), minutes=25)
    service_month.refresh([enrolled], [OCTOBER], now=AT)
    assert "kept 600 s, found 1500 s" in drift()


def test_a_closed_month_keeps_what_was_said_when_it_was_closed(worked, dana, alice):
    service_month.close(worked, OCTOBER, by=dana, now=AT, reason="approved")
    worked.consents.update(revoked_at=AT, revoked_by=alice)
    assert "no drift" in verify()


def test_one_practice_may_be_verified_alone(worked, harbor):
    ServiceMonth.objects.update(worked_seconds=7)
    assert "no drift" in verify(practice="harbor")
    assert "drifted" in drift(practice="elm-street")


def test_a_practice_that_is_none_is_told(db):
    assert "There is no practice 'nowhere'." in drift(practice="nowhere")
