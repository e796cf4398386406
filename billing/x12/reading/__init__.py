"""What payers and clearinghouses send back, as data: 999, 277CA and 835 in, frozen values out.

`files.read` takes the bytes of a file, whatever its separators and line breaks, and gives its
transactions: an `Acknowledgment` (999, 997, TA1), a `ClaimStatusReport` (277CA) or a `Remittance`
(835) each. `balance.imbalances` proves a remittance. What cannot be read is refused as a whole with
`refusal.Unreadable`, which names the segment; what is read but was odd, or was not understood, is
kept and said (`Transaction.notes`, `Transaction.unread`). Nothing here knows Django or a clock.
"""

from __future__ import annotations
