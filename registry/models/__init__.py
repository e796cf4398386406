from __future__ import annotations

from registry.models.access_log import AccessLog
from registry.models.answer_link import AnswerLink
from registry.models.case_review import CaseReview, ReviewRequest
from registry.models.caseload_meeting import CaseloadMeeting, MeetingCase
from registry.models.caseload_view import CaseloadView
from registry.models.clinician import Clinician
from registry.models.clock_watch import ClockWatch
from registry.models.closed_month import ClosedMonth
from registry.models.condition import CodeSystem, Condition
from registry.models.consent import Consent
from registry.models.course import Course, LastContact
from registry.models.coverage import Coverage, Relationship
from registry.models.diagnosis import Diagnosis
from registry.models.digest import Digest
from registry.models.episode import Episode
from registry.models.errand import Errand
from registry.models.log_audit import LogAudit, LogAuditFinding
from registry.models.log_sign_off import LogSignOff
from registry.models.measure import Measure, SafetyFlag
from registry.models.membership import Membership
from registry.models.organization import Organization
from registry.models.patient import Patient
from registry.models.patient_match import PatientMatch
from registry.models.payer import Payer
from registry.models.practice import ClaimBatching, Practice
from registry.models.referral import Referral
from registry.models.relapse_plan import RelapsePlan
from registry.models.review_answer import ReviewAnswer
from registry.models.review_draft import ReviewDraft
from registry.models.service import Authorization, OtherService, Stay
from registry.models.service_month import ServiceMonth
from registry.models.site import Site
from registry.models.time_cut import TimeCut
from registry.models.time_entry import TimeEntry
from registry.models.transfer import Transfer
from registry.models.treatment import Treatment
from registry.models.user import User

__all__ = [
    "AccessLog",
    "AnswerLink",
    "Authorization",
    "CaseReview",
    "CaseloadMeeting",
    "CaseloadView",
    "ClaimBatching",
    "Clinician",
    "ClockWatch",
    "ClosedMonth",
    "CodeSystem",
    "Condition",
    "Consent",
    "Course",
    "Coverage",
    "Diagnosis",
    "Digest",
    "Episode",
    "Errand",
    "LastContact",
    "LogAudit",
    "LogAuditFinding",
    "LogSignOff",
    "Measure",
    "MeetingCase",
    "Membership",
    "Organization",
    "OtherService",
    "Patient",
    "PatientMatch",
    "Payer",
    "Practice",
    "Referral",
    "RelapsePlan",
    "Relationship",
    "ReviewAnswer",
    "ReviewDraft",
    "ReviewRequest",
    "SafetyFlag",
    "ServiceMonth",
    "Site",
    "Stay",
    "TimeCut",
    "TimeEntry",
    "Transfer",
    "Treatment",
    "User",
]
