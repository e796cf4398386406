"""A fee schedule as a CSV file: what is read, what is refused in which words, there and back."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.models import Fee
from billing.selectors import fee_file as written
from billing.selectors.fee_file import HEADER, Payers
from billing.services import fee_file, fee_text, fees
from registry import checks
from registry.models import Payer
from registry.web import csv_file

KNOWN = ["99484", "99492", "99493", "99494", "G2214"]
EMPIRE = Payer(pk=1, name="Empire Health Plan", payer_id="EMP01")
TWINS = [Payer(pk=2, name="Twin", payer_id="T1"), Payer(pk=3, name=" twin ", payer_id="")]
PAYERS = Payers([EMPIRE, *TWINS])
TOP = "code,amount,kind,payer,from,to,source\n"
ROW = "99492,150.10,charge,Empire Health Plan,2026-01-01,,Fee schedule 2026\n"


def read(text):
    return fee_file.read(
        text.encode() if isinstance(text, str) else text, known=KNOWN, payers=PAYERS
    )


def terms(text):
    found = read(text)
    assert found.problems == []
    return [each.terms for each in found.proposed]


def problem(text):
    found = read(text)
    (one,) = found.problems
    assert found.proposed == [] or one.row
    return one


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("150.10", '"$150.10"').replace("code", ' "Code" '.strip()),
        lambda text: text + ",,,,,,\n\n",
        lambda text: text.replace(TOP, "source,to,from,payer,kind,amount,code\n").replace(
            ROW, "Fee schedule 2026,,2026-01-01,EMP01,CHARGE,150.1,99492\n"
        ),
        lambda text: text.replace("2026-01-01", "1/1/2026"),
        lambda text: text.replace("Empire Health Plan", "  empire  health plan"),
    ],
)
def test_a_file_is_read_however_a_spreadsheet_writes_it(change):
    (row,) = terms(change(TOP + ROW))
    assert row == fees.Terms(
        code="99492",
        amount=Decimal("150.10"),
        active_from=dt.date(2026, 1, 1),
        source="Fee schedule 2026",
        kind="charge",
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("150", "150.00"),
        ("150.1", "150.10"),
        ("$0.01", "0.01"),
        ('"1,234.50"', "1234.50"),
        ('"$1,234,567.89"', "1234567.89"),
        ("0", "between $0.01"),
        ("", "The amount is missing."),
        ("-5", "below zero"),
        ("$-5", "below zero"),
        ("(5.00)", "below zero"),
        ("1.005", "more than two decimals"),
        ('"1,234"', "can be read in two ways"),
        ('"150,10"', "can be read in two ways"),
        ('"1.234,50"', "can be read in two ways"),
        ('"12,34.50"', "can be read in two ways"),
        ("99999999", "between $0.01"),
        ("1e3", "is no amount"),
        ("150.", "is no amount"),
        ("١٥٠", "is no amount"),
        ("150 USD", "is no amount"),
        ("NaN", "is no amount"),
        ("=1+1", "is no amount"),
    ],
)
def test_only_an_amount_that_can_mean_one_thing_is_taken(typed, said):
    text = TOP + ROW.replace("150.10", typed)
    if said[0].isdigit():
        (row,) = terms(text)
        assert row.amount == Decimal(said)
    else:
        found = problem(text)
        assert (found.row, found.column) == ("row 2", "amount")
        assert said in found.sentence


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        ("99492", "99999", "code", "No claim of this practice can hold this code."),
        ("99492", "", "code", "The code is missing."),
        ("charge", "expected", "kind", "write charge, or allowed"),
        ("charge", "", "kind", "write charge, or allowed"),
        ("Empire Health Plan", "Harbor Mutual", "payer", "no payer of that name"),
        ("Empire Health Plan", "Twin", "payer", "2 payers are called so. Write #2 or #3"),
        ("2026-01-01", "", "from", "The first day is missing."),
        ("2026-01-01", "2026-02-30", "from", "This is no day."),
        ("2026-01-01", "01.02.2026", "from", "This is no day."),
        ("2026-01-01", "1999-12-31", "from", "Check the year."),
        ("2026-01-01,", "2026-01-01,2025-12-31", "to", "before the first"),
        ("2026-01-01,", "2026-01-01,later", "to", "This is no day."),
        ("Fee schedule 2026", "", "source", "Say where the amount comes from"),
        ("Fee schedule 2026", "x" * 301, "source", "longer than 300"),
        ("Fee schedule 2026", "a\x07b", "source", "control character"),
    ],
)
def test_a_bad_cell_is_told_by_row_column_and_what_to_do(old, new, column, said):
    found = problem(TOP + "\n" + ROW.replace(old, new))
    assert (found.row, found.column) == ("row 3", column)
    assert said in found.sentence


def test_every_bad_row_is_told_at_once():
    bad = ROW.replace("99492", "1").replace("150.10", "x")
    found = read(TOP + ROW + bad + ROW.replace("charge", ""))
    assert [(each.row, each.column) for each in found.problems] == [
        ("row 3", "code"),
        ("row 3", "amount"),
        ("row 4", "kind"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b" \r\n ", "The file is empty."),
        (b"\xef\xbb\xbf", "The first row names the columns"),
        (b"PK\x03\x04rest", "a spreadsheet or an archive"),
        (b"\xd0\xcf\x11\xe0rest", "a spreadsheet or an archive"),
        ("code".encode("utf-16"), "UTF-16"),
        (TOP.encode() + ROW.replace("Fee", "Geb\xfchr").encode("latin-1"), "not text in UTF-8"),
        (b"code\0", "a null character"),
        (b"x" * (fee_text.MOST_BYTES + 1), "larger than 512 kB"),
        (TOP.replace(",", ";").encode(), "separated by semicolons"),
        (TOP.replace(",", "\t").encode(), "separated by tabs"),
        (TOP.encode(), "a header and no amounts"),
        ((TOP + ",,,,,,\n").encode(), "a header and no amounts"),
        (TOP.replace("kind,", "").encode() + b"1", "kind is missing"),
        (TOP.replace("kind,", "kind,kind,").encode(), "The column kind is there twice."),
        (TOP.replace("kind,", "kind,colour,").encode(), "The column colour is not known."),
        (TOP.replace("kind,", "kind,,,").encode(), "without a name is there twice"),
        (TOP.encode() + b'99492,"150.10', "A quotation mark"),
        (TOP.encode() + b'99492,"150"10,', "A quotation mark"),
        (TOP.encode() + ROW.replace("150.10", "1,150.10").encode(), "The row has 8 cells"),
        (TOP.encode() + b"99492,150\n", "The row has 2 cells, the first row 7"),
        (TOP.encode() + b"\n" * 2001 + ROW.encode(), "more than 2,000 rows"),
    ],
)
def test_a_file_that_cannot_be_taken_apart_is_one_sentence(data, said):
    assert said in problem(data).sentence


def test_an_unconfirmed_amount_is_marked_in_a_column_that_may_be_missing():
    top = TOP.replace("source", "source,unconfirmed")
    rows = [ROW.replace("\n", f",{cell}\n") for cell in ("yes", "no", "")]
    assert [each.is_unconfirmed for row in rows for each in terms(top + row)] == [
        True,
        False,
        False,
    ]
    assert "Write yes" in problem(top + ROW.replace("\n", ",perhaps\n")).sentence


def test_an_empty_payer_is_every_payer_and_a_number_is_one_of_two_of_the_same_name():
    assert read(TOP + ROW.replace("Empire Health Plan", "")).proposed[0].payer is None
    assert read(TOP + ROW.replace("Empire Health Plan", "#3")).proposed[0].payer.pk == 3
    assert read(TOP + ROW.replace("Empire Health Plan", "#99")).problems


LINES = st.text(max_size=60).map(checks.one_line)
SOURCES = LINES.filter(lambda text: text and not checks.text(text, most=300, called=""))
NAMES = st.one_of(
    SOURCES, st.sampled_from(["=Sum", "'=Sum", "''@x", "#2", "EMP01", "Twin", "- Plan"])
)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@st.composite
def tables(draw):
    """A practice's payers and its fees, whatever they are called and wherever they come from."""
    names = draw(st.lists(NAMES, min_size=1, max_size=4))
    ids = draw(st.lists(st.sampled_from(["", "EMP01", "#1", "Twin"]), min_size=4, max_size=4))
    payers = [
        Payer(pk=pk, name=name, payer_id=ids[pk - 1]) for pk, name in enumerate(names, start=1)
    ]
    stretch = st.tuples(DAYS, st.none() | DAYS).filter(
        lambda days: not days[1] or days[0] <= days[1]
    )
    fee = st.builds(
        lambda days, **fields: Fee(active_from=days[0], active_to=days[1], **fields),
        days=stretch,
        code=st.sampled_from(KNOWN),
        amount=st.decimals("0.01", "9999999.99", places=2),
        kind=st.sampled_from(["charge", "allowed"]),
        payer=st.none() | st.sampled_from(payers),
        source=SOURCES | st.sampled_from(["=1+1", "'=1+1", "''-1", "@x", "'quoted'", "+"]),
        is_unconfirmed=st.booleans(),
    )
    return payers, draw(st.lists(fee, min_size=1, max_size=6))


@given(tables())
def test_what_is_downloaded_is_what_is_read(table):
    mine, rows = table
    payers = Payers(mine)
    text = "".join(csv_file.lines(HEADER, (written.row(fee, payers) for fee in rows)))
    found = fee_file.read(text.encode(), known=KNOWN, payers=payers)
    assert found.problems == []
    fields = ("code", "amount", "kind", "active_from", "active_to", "source", "is_unconfirmed")
    assert [
        (each.payer and each.payer.pk, *(getattr(each.terms, name) for name in fields))
        for each in found.proposed
    ] == [(fee.payer_id, *(getattr(fee, name) for name in fields)) for fee in rows]


@given(tables())
def test_no_cell_of_a_download_is_a_formula(table):
    mine, rows = table
    payers = Payers(mine)
    for line in csv_file.lines(HEADER, (written.row(fee, payers) for fee in rows)):
        for cell in next(csv.reader(io.StringIO(line, newline=""))):
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@"))


@given(st.binary(max_size=400))
def test_whatever_bytes_are_sent_there_are_amounts_or_sentences(data):
    found = read(data)
    assert found.proposed or found.problems


@given(st.text(alphabet='019.,$-("\n;code,amountkindpayerfromtosource', max_size=300))
def test_whatever_stands_under_the_header_is_amounts_or_sentences(text):
    found = read(TOP + text)
    assert found.proposed or found.problems
    assert all(each.sentence for each in found.problems)
