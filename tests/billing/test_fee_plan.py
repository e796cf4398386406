"""Many amounts at once: what would be written is shown, and only that is written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from billing.models import Fee
from billing.services import fee_plan, fees
from billing.services.fee_plan import Proposed
from registry.errors import Refused
from registry.models import Payer
from tests.billing.october import NOVEMBER_2

pytestmark = pytest.mark.django_db


def day(text):
    return dt.date.fromisoformat(text) if text else None


def proposed(days, amount="150.10", *, row="row 2", payer=None, **fields):
    """`proposed("2026-01-01/2026-12-31")`; an open end is empty."""
    first, last = map(day, days.split("/"))
    said = {"code": "99492", "source": "Fee schedule", "kind": "charge"}
    terms = fees.Terms(amount=Decimal(amount), active_from=first, active_to=last, **said | fields)
    return Proposed(row=row, payer=payer, terms=terms)


@pytest.fixture
def have(elm_street, dana):
    """A fee in the table: `have("2026-01-01/")`."""

    def enter(days, amount="150.10", **fields):
        each = proposed(days, amount, **fields)
        return fees.enter(elm_street, each.terms, payer=each.payer, by=dana, now=NOVEMBER_2)

    return enter


@pytest.fixture
def plan(elm_street):
    def make(*rows, makes_room=False):
        return fee_plan.make(elm_street, rows, makes_room=makes_room)

    return make


@pytest.fixture
def write(elm_street, dana):
    def do(*rows, mark=None, makes_room=False):
        mark = mark or fee_plan.make(elm_street, rows, makes_room=makes_room).mark
        return fee_plan.write(
            elm_street, rows, makes_room=makes_room, mark=mark, by=dana, now=NOVEMBER_2
        )

    return do


def table():
    """Amount, first and last day of every fee, as texts."""
    rows = Fee.objects.order_by("kind", "code", "active_from")
    found = rows.values_list("amount", "active_from", "active_to")
    return [tuple(None if cell is None else str(cell) for cell in row) for row in found]


def test_what_is_new_is_added_with_who_and_when(write, dana, payer):
    rows = [
        proposed("2026-01-01/"),
        proposed("2026-01-01/", "140.00", row="row 3", kind="allowed", payer=payer),
    ]
    written = write(*rows)
    assert (len(written.added), written.kept, written.clashes) == (2, [], [])
    allowed = Fee.objects.get(kind="allowed")
    assert (allowed.payer, allowed.amount, allowed.entered_by) == (payer, Decimal("140.00"), dana)


def test_the_same_again_changes_nothing(write, plan):
    rows = [proposed("2026-01-01/2026-06-30"), proposed("2026-07-01/", "160.00", row="row 3")]
    write(*rows)
    again = plan(*rows)
    assert (again.added, len(again.kept), again.clashes) == ([], 2, [])
    assert not again.can_be_written


@pytest.mark.parametrize(
    ("known", "new", "clashes"),
    [
        ("2026-01-01/2026-06-30", "2026-07-01/", False),
        ("2026-01-01/2026-06-30", "2026-06-30/", True),
        ("2026-07-01/", "2026-01-01/2026-06-30", False),
        ("2026-07-01/", "2026-01-01/2026-07-01", True),
        ("2026-01-01/", "2027-01-01/", True),
        ("2026-01-01/2026-12-31", "2026-06-01/2026-06-01", True),
    ],
)
def test_an_amount_that_shares_a_day_with_another_is_in_conflict(have, plan, known, new, clashes):
    have(known)
    found = plan(proposed(new, "160.00"))
    assert bool(found.clashes) is clashes
    assert bool(found.added) is not clashes
    if clashes:
        assert "99492 is $150.10" in found.clashes[0].sentence


@pytest.mark.parametrize("fields", [{"kind": "allowed"}, {"code": "99493"}, {"payer": True}])
def test_another_kind_code_or_payer_has_days_of_its_own(have, plan, payer, fields):
    have("2026-01-01/")
    fields = {"payer": payer} if "payer" in fields else fields
    assert plan(proposed("2026-01-01/", "90.00", **fields)).clashes == []


def test_the_database_itself_refuses_two_allowed_amounts_on_one_day(have, elm_street, dana):
    row = have("2026-01-01/", kind="allowed")
    have("2026-01-01/", kind="charge")
    row.pk = None
    with pytest.raises(IntegrityError, match="fee_one_in_force"), transaction.atomic():
        row.save()


def test_two_rows_of_one_file_that_share_days_are_told_of_each_other(plan):
    found = plan(
        proposed("2026-01-01/"),
        proposed("2026-06-01/", row="row 3"),
        proposed("2026-01-01/", row="row 4", code="99493"),
    )
    (clash,) = found.clashes
    assert clash.proposed.row == "row 3"
    assert "It shares days with row 2" in clash.sentence


def test_the_same_amount_from_another_source_is_a_conflict_that_says_so(have, plan):
    have("2026-01-01/", source="An older list")
    (clash,) = plan(proposed("2026-01-01/")).clashes
    assert "The same amount stands already" in clash.sentence
    assert "“An older list”" in clash.sentence


@pytest.mark.parametrize(
    ("known", "new", "ended"),
    [
        ("2026-01-01/", "2027-01-01/", "2026-12-31"),
        ("2026-01-01/2027-12-31", "2027-01-01/", "2026-12-31"),
        ("2026-01-01/2027-12-31", "2027-01-01/2027-12-31", "2026-12-31"),
        ("2026-01-01/", "2027-01-01/2027-12-31", None),
        ("2027-01-01/", "2027-01-01/", None),
        ("2027-06-01/", "2027-01-01/", None),
    ],
)
def test_room_is_made_only_where_the_new_amount_has_every_day_that_is_lost(
    have, write, plan, known, new, ended
):
    have(known)
    found = plan(proposed(new, "160.00"), makes_room=True)
    if ended is None:
        assert found.clashes
        return
    assert [each.on.isoformat() for each in found.ended] == [ended]
    write(proposed(new, "160.00"), makes_room=True)
    assert table()[0] == ("150.10", "2026-01-01", ended)
    assert table()[1][0] == "160.00"


def test_nothing_is_written_while_one_is_in_conflict(have, write):
    have("2026-01-01/")
    with pytest.raises(Refused, match="changed in the meantime"):
        write(proposed("2026-03-01/", "1.00"), proposed("2026-01-01/", row="row 3", code="99493"))
    assert len(table()) == 1


def test_what_was_not_shown_is_not_written(have, plan, write):
    row = proposed("2026-01-01/")
    seen = plan(row).mark
    have("2026-01-01/")
    with pytest.raises(Refused, match="Look at what would be written now"):
        write(row, mark=seen)
    assert len(table()) == 1


def test_another_practice_s_fees_are_no_part_of_it(have, harbor, dana):
    have("2026-01-01/")
    found = fee_plan.make(harbor, [proposed("2026-01-01/")], makes_room=False)
    assert len(found.added) == 1


def test_every_written_amount_leaves_a_trace(write):
    from django.apps import apps

    write(proposed("2026-01-01/"))
    write(proposed("2027-01-01/", "160.00"), makes_room=True)
    events = apps.get_model("billing", "FeeEvent").objects.order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert", "update", "insert"]


def test_a_schedule_prefers_the_payer_s_own_and_knows_both_kinds(have, elm_street, payer):
    from billing.selectors import fees as selectors

    have("2026-01-01/", "200.00")
    have("2026-01-01/", "150.00", kind="allowed")
    have("2026-01-01/", "120.00", kind="allowed", payer=payer)
    have("2026-01-01/", "300.00", kind="allowed", code="99493")
    have("2026-01-01/", "250.00", code="99493")
    other = Payer.objects.create(practice=elm_street, name="Other", created_at=NOVEMBER_2)
    key, another = (elm_street.pk, payer.pk), (elm_street.pk, other.pk)
    found = selectors.schedules([key, another], dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    on = dt.date(2026, 10, 31)
    assert found[key].charge("99492", on) == Decimal("200.00")
    assert found[key].allowed("99492", on) == Decimal("120.00")
    assert found[another].allowed("99492", on) == Decimal("150.00")
    assert found[key].expected("99493", on) == Decimal("250.00")
    assert found[key].expected("99494", on) is None
    assert found[key].mark != found[another].mark
