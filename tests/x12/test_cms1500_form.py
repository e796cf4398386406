"""Every text of a CMS-1500 lies in its item's field, as the form's own grid has it.

The grid is the National Uniform Claim Committee's for the 02/12 form: lines of the whole sheet, six
to an inch, and columns, ten to an inch, both from 1.  Lines and columns of items 1 to 6 are those
that www.unicharts.com (knowledge base, article 0056) lists from it; the columns of the lower half
follow OpenEMR's layout, and the manual's own page was not at hand.  It is written here by itself,
apart from the product's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from billing.services import cms1500_sheet as sheet
from billing.x12 import cms1500
from billing.x12.cms1500 import Mailing
from tests.x12 import documents

ON = Mailing(
    payer=("1 PAYER PLAZA", "ALBANY NY 12207"),
    patient_phone="(217) 555-0133",
    signed_on=dt.date(2026, 11, 3),
)

#: Item: lines of the sheet, and the columns that its parts may take.
GRID = {
    "": [((4, 5, 6, 7), (47, 81))],
    "1": [((10,), (each, each)) for each in (4, 11, 18, 27, 34, 42, 48)],
    "1a": [((10,), (53, 81))],
    "2": [((12,), (4, 31))],
    "3": [((12,), span) for span in ((34, 35), (37, 38), (40, 43), (45, 45), (50, 50))],
    "4": [((12,), (53, 81))],
    "5": [((14,), (4, 31)), ((16,), (4, 27)), ((16,), (29, 31)), ((18,), (4, 15)),
          ((18,), (18, 20)), ((18,), (22, 31))],
    "6": [((14,), (each, each)) for each in (36, 41, 45, 50)],
    "7": [((14,), (53, 81)), ((16,), (53, 75)), ((16,), (77, 80)), ((18,), (53, 64)),
          ((18,), (68, 70)), ((18,), (72, 81))],
    "9": [((20,), (4, 31))],
    "11": [((20,), (53, 81))],
    "9a": [((22,), (4, 31))],
    "10a": [((22,), (44, 44))],
    "11a": [((22,), span) for span in ((56, 57), (59, 60), (62, 65), (71, 71), (78, 78))],
    "10b": [((24,), (44, 44))],
    "10c": [((26,), (44, 44))],
    "11c": [((26,), (53, 81))],
    "9d": [((28,), (4, 31))],
    "10d": [((28,), (33, 51))],
    "11d": [((28,), (55, 55)), ((28,), (60, 60))],
    "12": [((31,), (4, 35))],
    "13": [((31,), (53, 81))],
    "17": [((36,), (4, 5)), ((36,), (7, 30))],
    "17b": [((36,), (36, 45))],
    "20": [((38,), (60, 60))],
    "21": [((39,), (45, 45))],
    **{
        f"21{letter}": [((40 + place // 4,), (6 + 13 * (place % 4), 12 + 13 * (place % 4)))]
        for place, letter in enumerate("ABCDEFGHIJKL")
    },
    "22": [((40,), (53, 63)), ((40,), (64, 81))],
    "23": [((42,), (53, 81))],
    "24I": [(tuple(range(45, 56, 2)), (68, 69))],
    "24J": [(tuple(range(45, 56, 2)), (71, 81)), (tuple(range(46, 57, 2)), (71, 80))],
    **{
        item: [(tuple(range(46, 57, 2)), span) for span in spans]
        for item, spans in {
            "24A": ((4, 11), (13, 20)), "24B": ((22, 23),), "24D": ((28, 33), (36, 46)),
            "24E": ((48, 51),), "24F": ((53, 60),), "24G": ((62, 64),),
        }.items()
    },
    "25": [((58,), (4, 18)), ((58,), (22, 22))],
    "26": [((58,), (26, 39))],
    "27": [((58,), (41, 41)), ((58,), (46, 46))],
    "28": [((58,), (54, 62))],
    "29": [((58,), (65, 72))],
    "31": [((62,), (4, 24)), ((63,), (4, 24))],
    "32": [((60, 61, 62), (26, 51))],
    "33": [((59,), (69, 71)), ((59,), (73, 81)), ((60, 61, 62), (53, 81))],
    "32a": [((63,), (26, 35))],
    "33a": [((63,), (53, 62))],
    "33b": [((63,), (65, 81))],
}  # fmt: skip

LONG = "Bartholomew-Featherstonehaugh of the Northern Territories and Isles"


def full():
    """A claim that fills every item that a claim of ours can, each to its edge."""
    address = replace(documents.ADDRESS, line1="1234 Old Plank Road Extension", line2="Suite 400",
                      city="Saint Bartholomew on the Hill")  # fmt: skip
    lines = [
        replace(
            documents.decided_lines()[0],
            control_number=f"CT-9-{number}",
            modifiers=("25", "HE", "GT", "95"),
            pointers=(1, 4, 9, 12),
            charge=Decimal("12345.67"),
            units=12,
        )
        for number in range(6)
    ]
    return documents.secondary_claim(
        lines=tuple(lines),
        total_charge=Decimal("74074.02"),
        frequency="7",
        original_reference="ICN20261014000018X",
        prior_authorization="A-1234 56789012345678901234567",
        subscriber=replace(
            documents.SUBSCRIBER, last=LONG, member_id="W" * 29, group_number="G" * 29,
            address=address,
        ),
        patient=replace(documents.CHILD, last=LONG, address=address),
        billing_provider=replace(documents.PROVIDER, name=LONG, address=address),
        service_facility=replace(documents.SATELLITE, name=LONG, address=address),
        referring_provider=documents.REFERRING,
        diagnoses=("F331", "F411", "F10120", "Z635", "Z590", "F4310", "F419", "F329", "F341",
                   "Z658", "Z818", "S0102XA"),
    )  # fmt: skip


def places(item):
    return [(line, first, last) for lines, (first, last) in GRID[item] for line in lines]


def on_the_sheet(box):
    """Line, first and last column of a box on the sheet."""
    first = box.column + 3
    return box.row + 2, first, first + len(box.text) - 1


def lies_in_its_field(box):
    line, first, last = on_the_sheet(box)
    return any(
        line == its_line and start <= first and last <= end
        for its_line, start, end in places(box.number)
    )


@pytest.mark.parametrize(
    "claim",
    [
        documents.claim(),
        documents.secondary_claim(),
        full(),
        replace(full(), patient=None, turn="P", frequency="1", other_coverages=()),
        replace(full(), supervising_provider=documents.SUE, referring_provider=None),
        replace(full(), subscriber=replace(documents.SUBSCRIBER, filing_indicator="MB")),
    ],
    ids=["plain", "secondary", "full", "alone", "supervised", "medicare"],
)
def test_every_text_lies_in_its_item_s_field(claim):
    for page in cms1500.pages(claim, ON):
        assert not cms1500.too_long(page)
        wrong = [(box.number, on_the_sheet(box), box.text) for box in page
                 if not lies_in_its_field(box)]  # fmt: skip
        assert wrong == []


def test_a_full_claim_fills_every_item_that_ours_has():
    (page,) = cms1500.pages(full(), ON)
    medicaid = {"10d"}  # Medicare's alone
    assert {box.number for box in page} == set(GRID) - medicaid


def test_no_two_fields_of_the_grid_share_a_place():
    taken = {}
    for item in GRID:
        for line, first, last in places(item):
            for column in range(first, last + 1):
                assert (line, column) not in taken, (item, taken[line, column])
                taken[line, column] = item


def test_the_grid_lies_on_the_paper_as_the_standards_say():
    """The first item's line begins 1.33 inches from the top, the first column 0.3 from the left."""
    assert sheet.across(1) / 72 == pytest.approx(0.3)
    assert (sheet.HEIGHT - sheet.foot(6)) / 72 == pytest.approx(1.333, abs=0.001)
    assert (sheet.across(11) - sheet.across(1)) / 72 == pytest.approx(1)
    assert (sheet.foot(1) - sheet.foot(7)) / 72 == pytest.approx(1)
    assert sheet.foot(10) < sheet.down(10) < sheet.foot(9)


@pytest.mark.parametrize(
    ("changes", "item"),
    [
        ({"original_reference": "ICN20261014000018XY", "frequency": "7"}, "22"),
        ({"prior_authorization": "A" * 30}, "23"),
        ({"subscriber": replace(documents.SUBSCRIBER, member_id="W" * 30)}, "1a"),
        ({"id": "C" * 15}, "26"),
    ],
)
def test_a_number_that_the_form_has_no_room_for_is_named_and_not_cut(changes, item):
    (page,) = cms1500.pages(documents.claim(**changes), ON)
    (sentence,) = cms1500.too_long(page)
    assert sentence.startswith(f"Item {item},")
