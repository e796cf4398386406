"""A kept query is put together once for each shape, and asked with other values each time."""

from __future__ import annotations

import datetime as dt

from registry.models import Episode, Patient
from registry.selectors import kept

made = []


@kept.query
def _named(is_reversed):
    made.append(is_reversed)
    found = Episode.objects.filter(
        patient__last_name__icontains=kept.text("name"), started_on__lte=kept.day("until")
    )
    order = "-patient__last_name" if is_reversed else "patient__last_name"
    return found.order_by(order).values_list("pk", "patient__last_name")


@kept.query
def _some():
    found = Patient.objects.filter(kept.among("pk", "ids"), practice=kept.number("practice"))
    return found.order_by("pk").values_list("pk")


def test_it_is_put_together_once_for_each_shape(db):
    made.clear()
    for is_reversed in (False, False, True, False, True):
        assert _named(is_reversed).rows(name="a", until=dt.date(2026, 1, 1)) == []
    assert made == [False, True]


def test_each_time_it_answers_to_what_it_is_asked_with(make, elm_street, alice, dr_priya):
    for name in ("Ash", "Ashby", "100% Oak"):
        make.episode(make.patient(elm_street, last_name=name), alice, dr_priya)
    now, before = dt.date(2100, 1, 1), dt.date(1900, 1, 1)

    def names(name, until=now, shape=False):
        return [row.patient_last_name for row in _named(shape).rows(name=name, until=until)]

    assert names("ash") == ["Ash", "Ashby"]
    assert names("ash", shape=True) == ["Ashby", "Ash"]
    assert names("%") == ["100% Oak"]
    assert names("ash", until=before) == names("'; --") == []


def test_a_list_of_numbers_is_one_value(make, elm_street, harbor):
    here, _, there = make.patient(elm_street), make.patient(elm_street), make.patient(harbor)
    asked = {"ids": [here.pk, there.pk], "practice": elm_street.pk}
    assert [row.pk for row in _some().rows(**asked)] == [here.pk]
    assert _some().rows(**asked | {"ids": []}) == []


def test_a_part_of_it_can_be_asked_for(make, elm_street):
    ids = [make.patient(elm_street).pk for _ in range(3)]
    (row,) = _some().part(first=1, size=1, ids=ids, practice=elm_street.pk)
    assert row.pk == ids[1]
