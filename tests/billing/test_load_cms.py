"""A newer quarter of CMS' lists: all of it or nothing, and nothing of the past rewritten."""

from __future__ import annotations

import datetime as dt
import io
import random
import re

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Q

from billing.models import CodePair, CodeRelease, UnitCap
from billing.services import cms_file, code_release, shipped_rules
from registry.errors import Refused
from tests.billing.october import NOVEMBER_2

pytestmark = pytest.mark.django_db

SHIPPED = shipped_rules.CMS_FOLDER / "2024q3.csv"
SMALL = """\
MUE practitioner eff 2026-10-01,code,units,mai,rationale
MUE,99494,2,3,Clinical: Data
RVU 2026-10,hcpcs_code,mod,rvu_work,rvu_non_pe,rvu_fac_pe,rvu_mp,rvu_non_sum,rvu_fac_sum,\
rvu_opps_non_pe,rvu_opps_fac_pe,rvu_opps_mp,cf
RVU,99492,,1.88,2.6,0.79,0.12,4.6,2.79,0.0,0.0,0.0,33.2875
PTP active 2026-10-01,code,is_column,modifier_indicator,rationale,partner_codes
PTP,99492,1,0,Misuse,96127 97153
PTP,99492,2,1,Mutually exclusive,99495
"""
OCTOBER_1, SEPTEMBER_30 = dt.date(2026, 10, 1), dt.date(2026, 9, 30)


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to(NOVEMBER_2, tick=False)


@pytest.fixture
def file(tmp_path):
    """A file of some text: `file(SMALL)`."""

    def write(content, name="2026q4.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def load(*arguments):
    out = io.StringIO()
    call_command("load_cms", *map(str, arguments), stdout=out)
    return out.getvalue()


def refused(content):
    with pytest.raises(Refused) as error:
        cms_file.read(content if isinstance(content, bytes) else content.encode())
    return str(error.value)


def everything():
    """Every row of the lists."""
    return [
        list(model.objects.order_by("pk").values()) for model in (CodeRelease, CodePair, UnitCap)
    ]


def pair(first, second, on):
    rows = CodePair.objects.filter(code_a=first, code_b=second, kind="same_date")
    found = [r for r in rows if r.active_from <= on and (not r.active_to or r.active_to >= on)]
    assert len(found) <= 1
    return found[0] if found else None


# -- a quarter in force -------------------------------------------------------------------------


def test_a_newer_quarter_begins_and_ends_rows_at_its_day(file):
    output = load(file(SMALL))
    assert "pair edits: 1 added, 1417 ended, 2 kept" in output
    assert "unit caps: 1 added, 10 ended, 0 kept" in output
    assert "relative values: 1 checked" in output
    assert output.endswith("In force: CMS 2026 Q4, since 2026-10-01.\n")
    # gone from the list: it was right up to the day before
    assert pair("96127", "99493", SEPTEMBER_30).active_to == SEPTEMBER_30
    assert pair("96127", "99493", OCTOBER_1) is None
    # kept: still the row that it was
    kept = pair("96127", "99492", OCTOBER_1)
    assert (kept.active_from, kept.release.quarter) == (dt.date(2024, 7, 1), "2024 Q3")
    # changed: the old one ends, another begins
    before, after = pair("97153", "99492", SEPTEMBER_30), pair("97153", "99492", OCTOBER_1)
    assert (before.modifier_indicator, before.effect) == (1, "warn")
    assert (after.modifier_indicator, after.effect) == (0, "hold")
    assert after.release.quarter == "2026 Q4"
    caps = UnitCap.objects.filter(code="99494").order_by("active_from")
    assert list(caps.values_list("units", "active_to")) == [(4, SEPTEMBER_30), (2, None)]


def test_the_day_before_the_first_quarter_has_no_edits():
    assert pair("96127", "99492", dt.date(2024, 7, 1))
    assert pair("96127", "99492", dt.date(2024, 6, 30)) is None


def test_the_same_file_a_second_time_changes_nothing(file):
    path = file(SMALL)
    load(path)
    before = everything()
    assert "loaded already; nothing changed" in load(path)
    assert everything() == before


def test_the_shipped_file_is_loaded_already():
    before = everything()
    output = load(SHIPPED)
    assert "nothing changed" in output
    assert "In force: CMS 2024 Q3, since 2024-07-01; 9 quarters have begun since" in output
    assert everything() == before


def test_another_file_of_the_same_quarter_corrects_it(file):
    load(file(SMALL))
    load(file(SMALL.replace("96127 97153", "97153 97154").replace(",99494,2,", ",99494,3,")))
    assert pair("96127", "99492", OCTOBER_1) is None
    assert pair("96127", "99492", SEPTEMBER_30)
    assert pair("97154", "99492", OCTOBER_1)
    assert UnitCap.objects.get(code="99494", active_to=None).units == 3
    assert CodeRelease.objects.filter(kind="cms").count() == 2


def test_whatever_the_quarters_bring_each_day_has_the_rows_of_its_own(system):
    """The law of it: a day is judged by the file of its quarter, and by nothing else."""
    dice, written = random.Random(7), {}
    codes = [f"9{number:04}" for number in range(7000, 7012)]
    for index in range(8):
        day = dt.date(2025 + index // 4, index % 4 * 3 + 1, 1)
        rows = {code: dice.choice("01") for code in codes if dice.random() < 0.6}
        lines = [f"PTP,99492,1,{indicator},Misuse,{code}" for code, indicator in rows.items()]
        head, _ = SMALL.replace("2026-10", f"{day:%Y-%m}").split("PTP,99492", 1)
        content = "\n".join([head.rstrip(), *lines]).encode()
        code_release.load(content, file_name="x.csv", by=system, now=NOVEMBER_2)
        written[day] = rows
    for day, rows in written.items():
        for asked in (day, day + dt.timedelta(days=80)):
            found = CodePair.objects.filter(kind="same_date", active_from__lte=asked)
            found = found.filter(Q(active_to=None) | Q(active_to__gte=asked))
            indicators = {row.code_a: str(row.modifier_indicator) for row in found}
            assert indicators == rows, asked


def test_an_older_quarter_is_refused_with_what_to_do(file):
    load(file(SMALL))
    older = file(SMALL.replace("2026-10", "2026-07"), "2026q3.csv")
    before = everything()
    with pytest.raises(CommandError, match="Load quarters in their order"):
        load(older)
    assert everything() == before


def test_a_quarter_to_come_is_loaded_and_not_yet_in_force(file):
    output = load(file(SMALL.replace("2026-10", "2027-01")))
    assert "CMS 2027 Q1 is loaded, from 2027-01-01 on" in output
    assert "In force: CMS 2024 Q3" in output


def test_the_list_says_what_is_loaded_by_whom_and_which_is_in_force(file):
    load(file(SMALL))
    first, second, last = load("--list").splitlines()
    assert first.startswith("CMS 2026 Q4, from 2026-10-01 on: 2026q4.csv, loaded 2026-11-02")
    assert "CareTally (automatic)" in first
    assert second.startswith("CMS 2024 Q3")
    assert last == "In force: CMS 2026 Q4, since 2026-10-01."


def test_an_upgrade_never_goes_back_behind_what_somebody_loaded(file, system):
    load(file(SMALL))
    before = everything()
    shipped_rules.ship(by=system, now=NOVEMBER_2)
    assert everything() == before


def test_what_is_shipped_is_named_by_its_quarter():
    for path in shipped_rules.CMS_FOLDER.glob("*.csv"):
        assert cms_file.read(path.read_bytes()).starts_on == shipped_rules.quarter_of(path)


# -- files that cannot be taken -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("MUE,99494,2,3", "MUE,99494,two,3"), "Row 2, units: 'two' is no whole number"),
        (("MUE,99494,2,3", "MUE,99494,-2,3"), "Row 2, units: '-2'"),
        (("MUE,99494,2,3", "MUE,99494,99999,3"), "Row 2, units: '99999'"),
        (("MUE,99494,2,3", "MUE,99494,²,3"), "Row 2, units: '²'"),
        (("MUE,99494,2,3", "MUE,99494,2,4"), "Row 2, mai: '4' is none of 1, 2, 3"),
        (("MUE,99494,2,3", "MUE,9949,2,3"), "Row 2, code: '9949' is no code"),
        (("MUE,99494,2,3", "MUE,99494,2"), "Row 2, columns: there are 3 after the first"),
        (("Clinical: Data", ""), "Row 2, rationale: it is empty"),
        (("PTP,99492,1,0", "PTP,99492,3,0"), "Row 6, is_column: '3' is none of 1, 2"),
        (("PTP,99492,1,0", "PTP,99492,1,2"), "Row 6, modifier_indicator: '2' is none of 0, 1, 9"),
        (("PTP,99492,1,0", "PTP,99492,1,"), "Row 6, modifier_indicator: an empty field"),
        (("96127 97153", ""), "Row 6, partner_codes: it names none"),
        (("96127 97153", "96127 99492"), "Row 6, partner_codes: 99492 stands beside itself"),
        (("96127 97153", "96127 96127"), "Row 6, partner_codes: 96127 stands there twice"),
        (("96127 97153", "96127;97153"), "Row 6, partner_codes: '96127;97153' is no code"),
        (("exclusive,99495", "exclusive,97153"), "Row 7, is_column: 99492 is denied beside 97153"),
        (("PTP,99492,2,1", "PTP,99492,1,1"), None),
        (("99492,2,1,Mutually exclusive,99495", "96127,2,1,Mutual,99492"), "Row 7, modifier_ind"),
        (("RVU,99492,,1.88", "RVU,99492,,much"), "Row 4, rvu_work: 'much' is no number"),
        (("RVU,99492,,1.88", "RVU,99492,,NaN"), "Row 4, rvu_work: 'NaN'"),
        (("RVU,99492,,1.88", "RVU,99492,TOO,1.88"), "Row 4, mod: 'TOO'"),
        (("RVU,99492", "XYZ,99492"), "Row 4, first field: it begins neither with MUE"),
        (("eff 2026-10-01", "eff 2026-10-02"), "Row 1, first field: 2026-10-02 is not the first"),
        (("eff 2026-10-01", "eff 2026-11-01"), "Row 1, first field: 2026-11-01 is not the first"),
        (("eff 2026-10-01", "eff 2026-13-01"), "Row 1, first field: it names no day"),
        (("eff 2026-10-01", "eff 2026-07-01"), "different quarters: MUE 2026-07-01, RVU 2026-10"),
        (("code,units,mai", "units,code,mai"), "Row 1, columns: they must be code, units, mai"),
        (("PTP active", "PTP"), "Row 5, first field: it names no day"),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_with_its_field_and_what_to_do(change, sentence):
    assert change[0] in SMALL
    changed = SMALL.replace(*change, 1)
    if sentence is None:
        assert cms_file.read(changed.encode())
    else:
        assert sentence in refused(changed)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The section MUE is missing"),
        ("\ufeff" + SMALL.split("PTP")[0], "The section PTP is missing"),
        (SMALL.split("PTP,99492,1")[0], "The section PTP has no rows"),
        (SMALL.split("RVU ")[1] + SMALL, "Row 1, first field"),
        (SMALL + SMALL, "Row 8, first field: MUE has a header already"),
        (SMALL + "MUE,99494,2,3,Clinical: Data\n", "Row 8, code: 99494 stands in row 2 already"),
        ("MUE,99494,2,3,x\n" + SMALL, "Row 1, first field: no header names the day of MUE"),
        (SMALL + '"never closed', "Row 8: it is not CSV"),
        (SMALL.encode() + b"\xff\xfe", "Row 8: the file is not UTF-8 text"),
        (b"\x00" * 100, "Row"),
        (b"x" * (cms_file.MOST_BYTES + 1), "larger than 20 MB"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "bytes",
)
def test_a_file_of_another_form_is_refused_in_words(content, sentence):
    assert sentence in refused(content)


def test_all_that_is_wrong_is_told_at_once_up_to_a_limit():
    two = SMALL.replace("MUE,99494,2", "MUE,99494,two").replace("1.88", "much")
    assert {"Row 2", "Row 4"} <= set(re.findall(r"Row \d+", refused(two)))
    many = SMALL + "PTP,x,1,0,y,z\n" * 30
    assert refused(many).endswith("And 10 more rows are not right.")


def test_a_refused_file_writes_nothing(file):
    before = everything()
    with pytest.raises(CommandError) as error:
        load(file(SMALL.replace("PTP,99492,2,1", "PTP,99492,2,7")))
    assert str(error.value).startswith("Nothing was loaded. Row 7, modifier_indicator: '7'")
    assert everything() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Name the FILE"),
        (("nowhere.csv",), "nowhere.csv cannot be read: No such file"),
        ((str(SHIPPED.parent),), "cannot be read: Is a directory"),
        ((str(SHIPPED), "--list"), "not both"),
    ],
)
def test_a_command_that_asks_for_nothing_right_says_so(arguments, sentence):
    with pytest.raises(CommandError, match=re.escape(sentence)):
        load(*arguments)


def test_what_is_loaded_names_its_actor(file, system):
    code_release.load(SMALL.encode(), file_name="x.csv", by=system, now=NOVEMBER_2)
    release = CodeRelease.objects.get(active_from=OCTOBER_1)
    assert (release.loaded_by, release.loaded_at) == (system, NOVEMBER_2)
