"""Who the demo's patients are to the practice: one story each, with what a buyer asks about.

Months are told by how far they lie back: 2 and 1 are over, 0 is under way.  Minutes are the whole
month's, ten of them the case review where there was one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

AETNA, MEDICARE, BLUE = "Aetna", "Medicare", "Blue Cross Blue Shield"
UNITED, CIGNA, MEDICAID = "UnitedHealthcare", "Cigna Health", "Medicaid"

Twist = Literal[
    "consent_mid_month",
    "crisis",
    "forgotten_timer",
    "inpatient",
    "late_by_hand",
    "outside_therapy",
    "overlap",
    "portal_message",
    "safety_flag",
    "scale_billed",
]


@dataclass(frozen=True, kw_only=True)
class Story:
    """A patient's way through three months.

    `began` is how many months back the episode started, on its third working day.  `scores` are
    PHQ-9 totals, one a month from the start on; None leaves a month without one.
    `site`: care is given at the practice's other place.
    `reviews` are the months back in which the consultant recommended something.
    """

    name: tuple[str, str]
    payer: str
    care_manager: str
    minutes: dict[int, int]
    began: int = 2
    practice: str = "elm-street"
    program: str = "cocm"
    diagnosis: str = "F32.1"
    scores: tuple[int | None, ...] = (17, 13, 9)
    anxiety: tuple[int | None, ...] = ()
    reviews: tuple[int, ...] = (2, 1)
    consent: str = "verbal"
    site: bool = False
    zip_code: str = ""
    member_id: bool = True
    twists: dict[int, tuple[Twist, ...]] = field(default_factory=dict)


STORIES = (
    Story(
        name=("Jackie", "Okuneva"), payer=AETNA, care_manager="alice",
        minutes={2: 78, 1: 66, 0: 41}, scores=(18, 14, 11), anxiety=(13, 10, 8),
        reviews=(2, 1, 0), consent="written", diagnosis="F33.1",
    ),
    # A first month of 68 minutes: two short.
    Story(
        name=("Jetta", "DuBuque"), payer=UNITED, care_manager="alice", began=1,
        minutes={1: 68, 0: 22}, scores=(15, 14), reviews=(1,),
    ),
    # A later month of 55 minutes: five short, and a timer that ran all night waits for review.
    Story(
        name=("Romona", "Ankunding"), payer=AETNA, care_manager="bob",
        minutes={2: 74, 1: 55, 0: 30}, scores=(16, 16, 15), zip_code="02188",
        twists={1: ("forgotten_timer",)}, site=True,
    ),
    Story(
        name=("Lewis", "Zulauf"), payer=MEDICARE, care_manager="alice",
        minutes={2: 95, 1: 47, 0: 18}, scores=(14, 9, 4), diagnosis="F33.0", site=True,
    ),
    # Consent came in mid-month: what was worked before it is left out.
    Story(
        name=("Dewey", "Moen"), payer=BLUE, care_manager="bob", began=1,
        minutes={1: 125, 0: 33}, scores=(19, 15), reviews=(1,), zip_code="01569",
        twists={1: ("consent_mid_month",)},
    ),
    # A crisis, billed apart: its hour is not in the month's bundle.
    Story(
        name=("Jovan", "Kerluke"), payer=CIGNA, care_manager="alice",
        minutes={2: 72, 1: 64, 0: 26}, scores=(20, 21, 16), anxiety=(15, 14, 12),
        twists={1: ("crisis",)}, diagnosis="F33.2",
    ),
    # No review in the month: the claim is held; and two entries overlapped.
    Story(
        name=("Lavonda", "Conroy"), payer=UNITED, care_manager="bob",
        minutes={2: 71, 1: 73, 0: 28}, reviews=(2,), zip_code="01096",
        twists={1: ("overlap",)},
    ),
    # The PCP billed a portal message apart: work of that kind is inside the month, a warning says.
    Story(
        name=("Cathey", "Reynolds"), payer=AETNA, care_manager="alice",
        minutes={2: 104, 1: 92, 0: 52}, scores=(22, 18, 17), diagnosis="F33.2", reviews=(2, 1, 0),
        twists={1: ("portal_message",)},
    ),
    # The PCP billed the scored scale on the claim's own day, of which CMS pays one: held.
    Story(
        name=("Pearle", "Schultz"), payer=BLUE, care_manager="bob", program="bhi",
        minutes={2: 24, 1: 26, 0: 12}, scores=(11, 9, 8), anxiety=(12, 10, 9), reviews=(),
        diagnosis="F41.1", zip_code="02760", twists={1: ("scale_billed",)},
    ),
    # A first month without a scored scale: held.
    Story(
        name=("Hai", "Rogahn"), payer=CIGNA, care_manager="alice", began=1,
        minutes={1: 76, 0: 20}, scores=(None, 12), reviews=(1,), zip_code="02149",
        site=True,
    ),
    # General BHI, three minutes short.
    Story(
        name=("Jarvis", "Miller"), payer=MEDICAID, care_manager="bob", program="bhi",
        minutes={2: 22, 1: 17, 0: 9}, scores=(10, 10, 9), reviews=(), diagnosis="F43.23",
        zip_code="02664",
    ),
    # Three days in hospital: what was worked then is left out.
    Story(
        name=("Amos", "Pacocha"), payer=AETNA, care_manager="alice",
        minutes={2: 80, 1: 78, 0: 35}, scores=(17, 18, 12), twists={1: ("inpatient",)},
        consent="written",
    ),
    # A therapist outside treats the same condition, and no note says that care is not doubled.
    Story(
        name=("Eugena", "Prohaska"), payer=UNITED, care_manager="bob",
        minutes={2: 75, 1: 69, 0: 31}, scores=(13, 10, 7), twists={1: ("outside_therapy",)},
        diagnosis="F41.1", anxiety=(14, 11, 9),
    ),
    # The insurance card was never copied: no subscriber id, so no claim can go.
    Story(
        name=("Fredric", "Gleichner"), payer=CIGNA, care_manager="alice", began=1,
        minutes={1: 71, 0: 24}, reviews=(1,), member_id=False, zip_code="01821",
    ),
    # New this month, with an answer above zero to PHQ-9's last item.
    Story(
        name=("Curt", "Schmidt"), payer=BLUE, care_manager="bob", began=0,
        minutes={0: 34}, scores=(19,), reviews=(), zip_code="02649",
        twists={0: ("safety_flag", "late_by_hand")}, diagnosis="F32.2",
    ),
    Story(
        name=("Jeannine", "Jaskolski"), payer=MEDICARE, care_manager="charlie", practice="harbor",
        began=1, minutes={1: 72, 0: 21}, reviews=(1,),
    ),
    Story(
        name=("Noe", "Mante"), payer=AETNA, care_manager="charlie", practice="harbor",
        minutes={2: 77, 1: 65, 0: 30}, zip_code="01949",
    ),
    Story(
        name=("Merle", "Spinka"), payer=BLUE, care_manager="charlie", practice="harbor",
        minutes={2: 70, 1: 58, 0: 19}, scores=(15, 12, 12),
    ),
    Story(
        name=("Caleb", "Pagac"), payer=UNITED, care_manager="charlie", practice="harbor",
        minutes={2: 73, 1: 66, 0: 25}, reviews=(2,), twists={1: ("late_by_hand",)},
        zip_code="02780",
    ),
)  # fmt: skip
