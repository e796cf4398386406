"""Where the fields of the CMS-1500 (02/12) lie: line, column and width of each.

Lines and columns are those of a printer with 6 lines and 10 characters to an inch, both counted
from 1 at the form's own first ones: line 1 and column 1 here are line 3 and column 4 of the sheet.
Widths are the field specifications of the National Uniform Claim Committee's reference manual for
02/12; places are those of its grid, as www.unicharts.com (knowledge base, article 0056) lists it
and as OpenEMR prints it.  The words that call a field are ours; the form itself is not drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Lines of the sheet above the form's first, columns left of it.
LINES_ABOVE, COLUMNS_BEFORE = 2, 3
LINES_ON_A_FORM = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Part of item `number`; `called` is our word for it, `says` what a mark there means."""

    number: str
    called: str
    row: int
    column: int
    width: int
    says: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """Text of the item `number`, from `column` of `row` on, within `width`."""

    number: str
    called: str
    row: int
    column: int
    width: int
    text: str
    says: str = ""


def box(name: str, value: str, *, down: int = 0) -> Box:
    """The field of that name with a text; `down` is how many lines lower it lies."""
    field = FIELDS[name]
    return Box(
        number=field.number,
        called=field.called,
        row=field.row + down,
        column=field.column,
        width=field.width,
        text=value,
        says=field.says,
    )


def mark(name: str) -> Box:
    return box(name, "X")


def below(number: int) -> int:
    """How many lines the service line of that number (from 0) lies below the first."""
    return 2 * number


_ROWS = """
payer        |      | payer                           |  2 | 44 | 35
1 medicare   | 1    | kind of insurance               |  8 |  1 |  1 | MEDICARE
1 medicaid   | 1    | kind of insurance               |  8 |  8 |  1 | MEDICAID
1 tricare    | 1    | kind of insurance               |  8 | 15 |  1 | TRICARE
1 champva    | 1    | kind of insurance               |  8 | 24 |  1 | CHAMPVA
1 group      | 1    | kind of insurance               |  8 | 31 |  1 | GROUP
1 feca       | 1    | kind of insurance               |  8 | 39 |  1 | FECA
1 other      | 1    | kind of insurance               |  8 | 45 |  1 | OTHER
1a           | 1a   | insured's id                    |  8 | 50 | 29
2            | 2    | patient's name                  | 10 |  1 | 28
3 month      | 3    | patient's birth date           | 10 | 31 |  2
3 day        | 3    | patient's birth date           | 10 | 34 |  2
3 year       | 3    | patient's birth date            | 10 | 37 |  4
3 M          | 3    | patient's sex                   | 10 | 42 |  1 | M
3 F          | 3    | patient's sex                   | 10 | 47 |  1 | F
4            | 4    | insured's name                  | 10 | 50 | 29
5            | 5    | patient's address               | 12 |  1 | 28
6 18         | 6    | patient is the insured's        | 12 | 33 |  1 | SELF
6 01         | 6    | patient is the insured's        | 12 | 38 |  1 | SPOUSE
6 19         | 6    | patient is the insured's        | 12 | 42 |  1 | CHILD
6 other      | 6    | patient is the insured's        | 12 | 47 |  1 | OTHER
7            | 7    | insured's address               | 12 | 50 | 29
5 city       | 5    | patient's city                  | 14 |  1 | 24
5 state      | 5    | patient's state                 | 14 | 26 |  3
7 city       | 7    | insured's city                  | 14 | 50 | 23
7 state      | 7    | insured's state                 | 14 | 74 |  4
5 zip        | 5    | patient's ZIP code              | 16 |  1 | 12
5 area       | 5    | patient's phone                 | 16 | 15 |  3
5 phone      | 5    | patient's phone                 | 16 | 19 | 10
7 zip        | 7    | insured's ZIP code              | 16 | 50 | 12
7 area       | 7    | insured's phone                 | 16 | 65 |  3
7 phone      | 7    | insured's phone                 | 16 | 69 | 10
9            | 9    | other insured's name            | 18 |  1 | 28
11           | 11   | insured's group number          | 18 | 50 | 29
9a           | 9a   | other insured's id or group     | 20 |  1 | 28
10a no       | 10a  | from employment                 | 20 | 41 |  1 | NO
11a month    | 11a  | insured's birth date           | 20 | 53 |  2
11a day      | 11a  | insured's birth date           | 20 | 56 |  2
11a year     | 11a  | insured's birth date            | 20 | 59 |  4
11a M        | 11a  | insured's sex                   | 20 | 68 |  1 | M
11a F        | 11a  | insured's sex                   | 20 | 75 |  1 | F
10b no       | 10b  | from a car accident             | 22 | 41 |  1 | NO
10c no       | 10c  | from another accident           | 24 | 41 |  1 | NO
11c          | 11c  | plan's name                     | 24 | 50 | 29
9d           | 9d   | other plan's name               | 26 |  1 | 28
10d          | 10d  | claim codes                     | 26 | 30 | 19
11d yes      | 11d  | another health plan             | 26 | 52 |  1 | YES
11d no       | 11d  | another health plan             | 26 | 57 |  1 | NO
12           | 12   | patient's signature             | 29 |  7 | 17
13           | 13   | insured's signature             | 29 | 55 | 17
17 qualifier | 17   | who: DN referring, DQ supervising | 34 | 1 | 2
17           | 17   | referring or supervising        | 34 |  4 | 24
17b          | 17b  | their NPI                       | 34 | 33 | 10
20 no        | 20   | outside laboratory              | 36 | 57 |  1 | NO
21 ind       | 21   | ICD indicator                   | 37 | 42 |  1
21A          | 21A  | diagnosis                       | 38 |  3 |  7
21B          | 21B  | diagnosis                       | 38 | 16 |  7
21C          | 21C  | diagnosis                       | 38 | 29 |  7
21D          | 21D  | diagnosis                       | 38 | 42 |  7
21E          | 21E  | diagnosis                       | 39 |  3 |  7
21F          | 21F  | diagnosis                       | 39 | 16 |  7
21G          | 21G  | diagnosis                       | 39 | 29 |  7
21H          | 21H  | diagnosis                       | 39 | 42 |  7
21I          | 21I  | diagnosis                       | 40 |  3 |  7
21J          | 21J  | diagnosis                       | 40 | 16 |  7
21K          | 21K  | diagnosis                       | 40 | 29 |  7
21L          | 21L  | diagnosis                       | 40 | 42 |  7
22           | 22   | correction                      | 38 | 50 | 11
22 reference | 22   | payer's number of the earlier claim | 38 | 61 | 18
23           | 23   | prior authorization             | 40 | 50 | 29
24I          | 24I  | kind of the id above the NPI    | 43 | 65 |  2
24J id       | 24J  | rendering taxonomy              | 43 | 68 | 11
24A from     | 24A  | day from                        | 44 |  1 |  8
24A to       | 24A  | day to                          | 44 | 10 |  8
24B          | 24B  | place of service                | 44 | 19 |  2
24D          | 24D  | code                            | 44 | 25 |  6
24D modifiers | 24D | modifiers                       | 44 | 33 | 11
24E          | 24E  | diagnosis pointer               | 44 | 45 |  4
24F          | 24F  | charge                          | 44 | 50 |  8
24G          | 24G  | units                           | 44 | 59 |  3
24J          | 24J  | rendering NPI                   | 44 | 68 | 10
25           | 25   | tax id                          | 56 |  1 | 15
25 ein       | 25   | tax id is                       | 56 | 19 |  1 | AN EIN
26           | 26   | our name for the claim          | 56 | 23 | 14
27 yes       | 27   | accepts assignment              | 56 | 38 |  1 | YES
27 no        | 27   | accepts assignment              | 56 | 43 |  1 | NO
28           | 28   | total charge                    | 56 | 51 |  9
29           | 29   | amount paid                     | 56 | 62 |  8
33 area      | 33   | billing provider's phone  | 57 | 66 |  3
33 phone     | 33   | billing provider's phone        | 57 | 70 |  9
32           | 32   | service facility                | 58 | 23 | 26
33           | 33   | billing provider                | 58 | 50 | 29
31           | 31   | practitioner's signature        | 60 |  1 | 21
31 day       | 31   | its day                         | 61 |  6 |  8
32a          | 32a  | service facility's NPI          | 61 | 23 | 10
33a          | 33a  | billing provider's NPI          | 61 | 50 | 10
33b          | 33b  | billing provider's taxonomy     | 61 | 62 | 17
"""


def _field(row: str) -> tuple[str, Field]:
    name, number, called, line, column, width, *says = (part.strip() for part in row.split("|"))
    field = Field(
        number=number,
        called=called,
        row=int(line),
        column=int(column),
        width=int(width),
        says=says[0] if says else "",
    )
    return name, field


#: Every field that is filled, by our name for it.
FIELDS = dict(_field(row) for row in _ROWS.strip().splitlines())
