"""The electronic claim, in pure Python: a document in, X12 text out.

`document` says what a file of claims is, `checks` what keeps it from leaving, and
`professional.write` turns it into an 837P (ASC X12N 005010X222A1). Nothing here knows Django,
a database or a clock.
"""

from __future__ import annotations
