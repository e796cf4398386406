from __future__ import annotations

from billing.models.applied_policy import AppliedPolicy
from billing.models.claim import DECIDED, FAMILY, LIVE, Claim, ClaimLine, ClaimState, Outcome
from billing.models.fee import Fee
from billing.models.payer_policy import PayerPolicy
from billing.models.submission import (
    ControlNumber,
    Submission,
    SubmissionClaim,
    SubmissionDownload,
)
from billing.models.true_up_run import TrueUpChunk, TrueUpFailure, TrueUpKind, TrueUpRun

__all__ = [
    "DECIDED",
    "FAMILY",
    "LIVE",
    "AppliedPolicy",
    "Claim",
    "ClaimLine",
    "ClaimState",
    "ControlNumber",
    "Fee",
    "Outcome",
    "PayerPolicy",
    "Submission",
    "SubmissionClaim",
    "SubmissionDownload",
    "TrueUpChunk",
    "TrueUpFailure",
    "TrueUpKind",
    "TrueUpRun",
]
