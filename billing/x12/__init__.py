"""The electronic claim and its answers, in pure Python: a document in, X12 text out, and back.

Out: `document` says what a file of claims is, `checks` what keeps it from leaving;
`professional.write` turns it into an 837P (ASC X12N 005010X222A1), `institutional.write` a clinic's
into an 837I (005010X223A2). Back: `reading` turns a 999, 277CA or 835 into values, `words` says
what their codes mean, and `secondary` takes a remittance on to the next payer's claim. Nothing here
knows Django, a database or a clock.
"""

from __future__ import annotations
