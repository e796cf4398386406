"""The published amounts are held to account: every file loads, is dated, cited, exact, and once."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

import pytest

from billing.rules.parameters import ParameterError
from billing.selectors import published_fees

NAMES = sorted(path.stem for path in published_fees.FOLDER.glob("*.toml"))
ALL = [(name, fee) for name in NAMES for fee in published_fees.fees(name)]


def amount(name, code, on, setting="non_facility"):
    day = dt.date.fromisoformat(on)
    found = [
        fee.amount
        for fee in published_fees.fees(name)
        if (fee.code, fee.setting) == (code, setting)
        and fee.first <= day
        and (fee.last is None or day <= fee.last)
    ]
    return found[0] if found else None


def test_every_file_is_read():
    assert set(published_fees.book()) == set(NAMES) == {"medicare", "medicare_apm", "medicaid_ny"}


@pytest.mark.parametrize(("name", "fee"), ALL)
def test_every_amount_is_exact_dated_and_cited(name, fee):
    assert isinstance(fee.amount, Decimal)
    assert fee.amount == fee.amount.quantize(Decimal("0.01"))
    assert fee.source.strip()
    assert fee.read_on >= dt.date(2026, 1, 1)
    assert fee.last is None or fee.first <= fee.last


@pytest.mark.parametrize("name", NAMES)
def test_no_code_has_two_amounts_on_one_day_in_one_setting(name):
    fees = published_fees.fees(name)
    for one, other in combinations(fees, 2):
        if (one.code, one.setting) == (other.code, other.setting):
            assert one.last is not None
            assert one.last < other.first


def test_amounts_are_the_units_times_the_conversion_factor_where_both_are_known():
    checked = 0
    for schedule in published_fees.book().values():
        for version in schedule.versions:
            for fee in version.fees:
                if fee.units is not None:
                    product = fee.units * version.conversion_factor
                    assert fee.amount == product.quantize(Decimal("0.01"), ROUND_HALF_UP), fee
                    checked += 1
    assert checked == 20


def test_the_units_of_2024_are_those_of_cms_own_file():
    text = (published_fees.FOLDER.parent / "cms" / "2024q3.csv").read_text("utf-8")
    rows = csv.reader(text.splitlines())
    head, *units = [row for row in rows if row[0].startswith("RVU")]
    cms = {row[1]: dict(zip(head, row, strict=True)) for row in units}
    (version,) = [
        each for each in published_fees.book()["medicare"].versions if each.dated.since.year == 2024
    ]
    for fee in version.fees:
        column = "rvu_fac_sum" if fee.setting == "facility" else "rvu_non_sum"
        assert fee.units == Decimal(cms[fee.code][column]), fee
        assert version.conversion_factor == Decimal(cms[fee.code]["cf"])


@pytest.mark.parametrize(
    ("name", "code", "setting", "on", "said"),
    [
        ("medicare", "99492", "non_facility", "2024-07-01", "153.12"),
        ("medicare", "99492", "facility", "2024-07-01", "92.87"),
        ("medicare", "99493", "facility", "2024-12-31", "101.53"),
        ("medicare", "99494", "non_facility", "2024-03-09", "59.25"),
        ("medicare", "99494", "non_facility", "2024-03-08", None),
        ("medicare", "G2214", "non_facility", "2024-07-01", "57.25"),
        ("medicare", "99484", "facility", "2024-07-01", "43.61"),
        ("medicare", "99492", "non_facility", "2025-01-01", "145.24"),
        ("medicare", "99493", "non_facility", "2025-06-01", None),
        ("medicare", "G0511", "non_facility", "2025-09-30", "54.67"),
        ("medicare", "G0511", "non_facility", "2025-10-01", None),
        ("medicare", "G0568", "non_facility", "2026-12-31", "149.30"),
        ("medicare", "G0568", "non_facility", "2027-01-01", None),
        ("medicare", "99492", "facility", "2026-10-31", None),
        ("medicare_apm", "99492", "non_facility", "2026-10-31", "150.05"),
        ("medicaid_ny", "99492", "non_facility", "2024-07-01", "122.50"),
        ("medicaid_ny", "99492", "facility", "2024-07-01", None),
        ("medicaid_ny", "99492", "non_facility", "2026-10-31", "119.44"),
    ],
)
def test_a_day_has_the_published_amount_or_none(name, code, setting, on, said):
    assert amount(name, code, on, setting) == (said and Decimal(said))


def test_what_was_inferred_is_marked():
    marked = {
        (fee.code, fee.first.year) for name, fee in ALL if fee.unconfirmed and "apm" not in name
    }
    assert marked == {("G0512", 2024), ("G0511", 2024), ("99494", 2025), ("99492", 2026)}


GOOD = """
name = "mine"
label = "Mine"
[[version]]
from = 2026-01-01
reference = "x"
read_on = 2026-11-23
[version.amounts]
99492 = { non_facility = 1.50 }
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1.50", "1.5", "mine.toml: version[0].amounts.99492.non_facility: must be dollars"),
        ("1.50", "2", "version[0].amounts.99492.non_facility: must be a number with a point"),
        ("1.50", "-1.50", "version[0].amounts.99492.non_facility: must be a number with a point"),
        ("non_facility =", "facilty =", "version[0].amounts.99492.facilty: is not a key"),
        ('"x"', '" "', "version[0].reference: must name a source"),
        ("from = 2026-01-01\n", "", "version[0].from: is missing"),
        ('name = "mine"', 'name = "other"', "mine.toml: name: must be mine"),
        ("[version.amounts]", "percent = 80\n[version.amounts]", "version[0]: has either amounts"),
        ("from =", "from", "mine.toml: "),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_is_an_error_that_names_file_and_key(tmp_path, old, new, said):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD)
    assert published_fees.read(path).label == "Mine"
    path.write_text(GOOD.replace(old, new, 1))
    with pytest.raises(ParameterError) as error:
        published_fees.read(path)
    assert said in str(error.value)
