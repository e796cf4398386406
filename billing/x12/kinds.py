"""The kinds of text that documents are made of: an NPI, a ZIP code, a name of so many letters.

Lengths and code lists are those of 005010X222A1 where nothing else is named. A kind that is not
`needed` may be "".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from billing.x12.fields import Text

_STATES = (
    "AK|AL|AR|AS|AZ|CA|CO|CT|DC|DE|FL|FM|GA|GU|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MH|MI|MN|MO|MP|MS"
    "|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|PR|PW|RI|SC|SD|TN|TX|UT|VA|VI|VT|WA|WI|WV|WY|AA|AE|AP"
)
"""USPS abbreviations (Publication 28, appendix B)."""

_PLACE = Text(
    called="place of service",
    most=2,
    needed=True,
    shape="0[1-9]|1[0-9]|2[0-7]|3[1-4]|4[129]|5[0-8]|6[01256]|7[12]|81|99",
    looks="a code of the CMS list, such as 11",
)

# People and organizations

OrganizationName = Annotated[str, Text(called="name", most=60, needed=True)]
LastName = Annotated[str, Text(called="last name", most=60, needed=True)]
FirstName = Annotated[str, Text(called="first name", most=35)]
MiddleName = Annotated[str, Text(called="middle name", most=25)]
Suffix = Annotated[str, Text(called="name suffix", most=10)]
Contact = Annotated[str, Text(called="contact", most=60)]
Phone = Annotated[
    str,
    Text(called="phone number", most=20, shape=r"(?:\D*\d){10}\D*", looks="ten digits"),
]
Email = Annotated[
    str,
    Text(called="email address", most=256, shape=r"[^@\s]+@[^@\s]+", looks="like name@example.org"),
]

# Addresses

Street = Annotated[str, Text(called="street address", most=55, needed=True)]
SecondLine = Annotated[str, Text(called="second address line", most=55)]
City = Annotated[str, Text(called="city", most=30, least=2, needed=True)]
State = Annotated[
    str, Text(called="state", most=2, needed=True, shape=_STATES, looks="a state's two letters")
]
Zip = Annotated[
    str,
    Text(
        called="ZIP code",
        most=10,
        needed=True,
        shape=r"\d{5}(-?\d{4})?",
        looks="five or nine digits",
    ),
]

# Identifiers

SenderId = Annotated[str, Text(called="sender id", most=15, least=2, needed=True)]
ReceiverId = Annotated[str, Text(called="receiver id", most=15, least=2, needed=True)]
PartnerId = Annotated[str, Text(called="id", most=80, least=2, needed=True)]
MemberId = Annotated[str, Text(called="member id", most=80, least=2, needed=True)]
GroupNumber = Annotated[str, Text(called="group number", most=50)]
GroupName = Annotated[str, Text(called="group name", most=60)]
ClaimId = Annotated[str, Text(called="id", most=20, needed=True)]
LineControlNumber = Annotated[str, Text(called="control number", most=30)]
PayerClaimNumber = Annotated[str, Text(called="payer claim number", most=50)]
PriorAuthorization = Annotated[str, Text(called="prior authorization", most=50)]
_NPI = Text(called="NPI", most=10, needed=True, shape=r"\d{10}", looks="ten digits")
Npi = Annotated[str, _NPI]
OptionalNpi = Annotated[str, replace(_NPI, needed=False)]
TaxId = Annotated[
    str,
    Text(called="tax id (EIN)", most=10, needed=True, shape=r"\d{2}-?\d{7}", looks="nine digits"),
]

# Codes

Taxonomy = Annotated[
    str,
    Text(
        called="taxonomy code",
        most=10,
        shape=r"[0-9A-Z]{9}X",
        looks="nine digits or capitals and an X, as in the NUCC code set",
    ),
]
FilingIndicator = Annotated[
    str,
    Text(
        called="claim filing indicator",
        most=2,
        needed=True,
        shape="1[1-7]|AM|BL|CH|CI|DS|FI|HM|LM|MA|MB|MC|OF|TV|VA|WC|ZZ",
        looks="a code of the guide's list, such as CI",
    ),
]
_PROCEDURE = Text(
    called="procedure code",
    most=5,
    needed=True,
    shape=r"[0-9A-Z]{5}",
    looks="five digits or capitals",
)
Procedure = Annotated[str, _PROCEDURE]
OptionalProcedure = Annotated[str, replace(_PROCEDURE, needed=False)]
PlaceOfService = Annotated[str, _PLACE]
OptionalPlaceOfService = Annotated[str, replace(_PLACE, needed=False)]

# Institutional claims; codes are those of the National Uniform Billing Committee (NUBC)

BillType = Annotated[
    str,
    Text(
        called="bill type",
        most=2,
        needed=True,
        shape="[1-8][1-9]",
        looks="two digits, 71 for an RHC or 77 for an FQHC",
    ),
]
RevenueCode = Annotated[
    str,
    Text(
        called="revenue code",
        most=4,
        needed=True,
        shape=r"0(?!00)\d{3}",
        looks="four digits that begin with 0, such as 0521 or 0900",
    ),
]
AdmissionCode = Annotated[
    str, Text(called="admission code", most=1, shape="[0-9A-Z]", looks="one digit or capital")
]
PatientStatus = Annotated[
    str,
    Text(
        called="patient status", most=2, needed=True, shape=r"\d{2}", looks="two digits, as in 01"
    ),
]

# Other coverage, and another payer's decision

InsuranceType = Annotated[
    str,
    Text(
        called="insurance type",
        most=2,
        shape="1[2-6]|4[1237]",
        looks="a code of the guide's list, such as 12",
    ),
]

AdjustmentGroup = Annotated[
    str,
    Text(
        called="group",
        most=2,
        needed=True,
        shape="CO|CR|OA|PI|PR",
        looks="CO, CR, OA, PI or PR",
    ),
]
AdjustmentReason = Annotated[
    str,
    Text(
        called="reason (CARC)",
        most=5,
        needed=True,
        shape=r"[0-9A-Z]{1,5}",
        looks="a code of up to five digits or capitals, such as 45",
    ),
]
