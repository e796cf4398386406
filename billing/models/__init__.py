from __future__ import annotations

from billing.models.applied_policy import AppliedPolicy
from billing.models.care_cost import CareCost
from billing.models.claim import (
    DECIDED,
    FAMILY,
    LIVE,
    Claim,
    ClaimLine,
    ClaimState,
    Frequency,
    Outcome,
    SetAside,
)
from billing.models.claim_settings import (
    AlsoNamed,
    ClaimForm,
    ClaimSettings,
    PayerClaimSettings,
)
from billing.models.claimed_month import ClaimedMonth
from billing.models.code_pair import CodePair, PairEffect, PairKind, PairScope
from billing.models.code_release import CodeRelease, ReleaseKind
from billing.models.delivery import (
    OPEN,
    Delivery,
    DeliveryState,
    Destination,
    DestinationKind,
    SecretKind,
)
from billing.models.denial import BY_HAND, SETTLED, Denial, DenialState
from billing.models.fee import Fee, FeeKind
from billing.models.month_close import MonthClose, MonthReopening
from billing.models.packet import (
    LookKind,
    Packet,
    PacketLook,
    PacketPlace,
    PacketSample,
    PacketShare,
    SharedPacket,
)
from billing.models.payer_policy import PayerPolicy
from billing.models.received_file import Answer, AnswerKind, ReceivedFile, Verdict
from billing.models.remittance import ClaimPayment, LinePayment, Remittance
from billing.models.submission import (
    FIRST_TURN,
    ControlNumber,
    MedicareSecond,
    Submission,
    SubmissionClaim,
    SubmissionDownload,
)
from billing.models.true_up_change import TrueUpChange
from billing.models.true_up_run import TrueUpChunk, TrueUpFailure, TrueUpKind, TrueUpRun
from billing.models.unit_cap import UnitCap

__all__ = [
    "BY_HAND",
    "DECIDED",
    "FAMILY",
    "FIRST_TURN",
    "LIVE",
    "OPEN",
    "SETTLED",
    "AlsoNamed",
    "Answer",
    "AnswerKind",
    "AppliedPolicy",
    "CareCost",
    "Claim",
    "ClaimForm",
    "ClaimLine",
    "ClaimPayment",
    "ClaimSettings",
    "ClaimState",
    "ClaimedMonth",
    "CodePair",
    "CodeRelease",
    "ControlNumber",
    "Delivery",
    "DeliveryState",
    "Denial",
    "DenialState",
    "Destination",
    "DestinationKind",
    "Fee",
    "FeeKind",
    "Frequency",
    "LinePayment",
    "LookKind",
    "MedicareSecond",
    "MonthClose",
    "MonthReopening",
    "Outcome",
    "Packet",
    "PacketLook",
    "PacketPlace",
    "PacketSample",
    "PacketShare",
    "PairEffect",
    "PairKind",
    "PairScope",
    "PayerClaimSettings",
    "PayerPolicy",
    "ReceivedFile",
    "ReleaseKind",
    "Remittance",
    "SecretKind",
    "SetAside",
    "SharedPacket",
    "Submission",
    "SubmissionClaim",
    "SubmissionDownload",
    "TrueUpChange",
    "TrueUpChunk",
    "TrueUpFailure",
    "TrueUpKind",
    "TrueUpRun",
    "UnitCap",
    "Verdict",
]
