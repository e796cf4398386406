from __future__ import annotations

from billing.models.applied_policy import AppliedPolicy
from billing.models.claim import DECIDED, FAMILY, LIVE, Claim, ClaimLine, ClaimState, Outcome
from billing.models.code_pair import CodePair, PairEffect, PairKind, PairScope
from billing.models.code_release import CodeRelease, ReleaseKind
from billing.models.fee import Fee, FeeKind
from billing.models.payer_policy import PayerPolicy
from billing.models.submission import (
    ControlNumber,
    Submission,
    SubmissionClaim,
    SubmissionDownload,
)
from billing.models.true_up_run import TrueUpChunk, TrueUpFailure, TrueUpKind, TrueUpRun
from billing.models.unit_cap import UnitCap

__all__ = [
    "DECIDED",
    "FAMILY",
    "LIVE",
    "AppliedPolicy",
    "Claim",
    "ClaimLine",
    "ClaimState",
    "CodePair",
    "CodeRelease",
    "ControlNumber",
    "Fee",
    "FeeKind",
    "Outcome",
    "PairEffect",
    "PairKind",
    "PairScope",
    "PayerPolicy",
    "ReleaseKind",
    "Submission",
    "SubmissionClaim",
    "SubmissionDownload",
    "TrueUpChunk",
    "TrueUpFailure",
    "TrueUpKind",
    "TrueUpRun",
    "UnitCap",
]
