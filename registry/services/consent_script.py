"""What people say when they ask a patient for consent: the clinic's own words, or these."""

from __future__ import annotations

from registry.models import Practice

MOST = 4000
#: The four things a patient must be told, said as one would say them; a clinic makes them its own.
STANDARD = """\
We work as a team here. A care manager will call you between visits, follow how you are doing with \
short questionnaires, and talk with me about it. A psychiatric consultant may look at your case \
with us; you would usually not meet them.

Your insurance is billed once a month for this work, also in months without a visit. There may be \
a copay or a deductible. We can tell you what to expect before you decide.

Only one practitioner can bill for this care in a month. If somebody else does it for you already, \
please tell us.

You can stop at any time by telling any of us. Is that all right with you?"""


def of(practice: Practice) -> str:
    """The practice's script, or the standard one where it has none."""
    return practice.consent_script.strip() or STANDARD
