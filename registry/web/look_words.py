"""What the pages are called in the log of who looked, by the names of their addresses."""

from __future__ import annotations

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "access_log": "Who looked at the chart",
    "access_log_csv": "Who looked, as CSV",
    "answer_link": "Recommendation, opened by a link that was sent",
    "authorizations": "Authorizations",
    "caseload_csv": "Caseload as CSV",
    "caseload_numbers_csv": "Caseload in numbers as CSV",
    "charges_csv": "Charges as CSV",
    "claim": "Claim",
    "claim_answers": "What came back about a claim",
    "claim_cms1500": "CMS-1500",
    "claim_explanation": "Why a claim came to this",
    "claim_replace": "Replacing a claim",
    "claim_void": "Voiding a claim",
    "claim_ways_out": "Ways a claim can go out",
    "consent_add": "Recording a consent",
    "consent_agree": "Agreeing to a consent's day",
    "consent_file": "Signed consent",
    "consent_revoke": "Revoking a consent",
    "consents_csv": "Consents as CSV",
    "coverage_add": "Adding insurance",
    "coverage_edit": "Insurance",
    "denial": "Denial",
    "denials": "Denials",
    "denials_csv": "Denials as CSV",
    "discharge": "Discharge",
    "enrol": "Enrolment",
    "episode_edit": "Episode",
    "log_audit_csv": "Log audit as CSV",
    "measure_add": "Entering a score",
    "measure_void": "Voiding a score",
    "month_close_json": "Closed month as JSON",
    "month_explanation": "Why a month stands as it does",
    "other_service_add": "Adding a service billed apart",
    "other_service_edit": "Service billed apart",
    "packet": "Audit packet",
    "packet_json": "Audit packet as JSON",
    "packet_link": "Shared audit packets",
    "packet_pdf": "Audit packet as PDF",
    "packet_sample_zip": "Sample of audit packets as ZIP",
    "packet_share_zip": "Shared audit packets as ZIP",
    "paid_csv": "Paid against expected as CSV",
    "patient": "Patient's page",
    "patient_edit": "Patient's details",
    "patients_csv": "Patients as CSV",
    "policy_test_csv": "Test of a policy as CSV",
    "received_download": "Payer's file, downloaded",
    "received_file": "Payer's file",
    "referral_add": "Referral",
    "referrals_csv": "Referrals as CSV",
    "relapse_plan": "Relapse-prevention plan",
    "relapse_plan_write": "Writing the relapse-prevention plan",
    "remittance": "Payment",
    "report_rows_csv": "Claims of a report as CSV",
    "review": "Case review",
    "review_answer": "Answering a recommendation",
    "review_link": "Link to answer a recommendation",
    "review_request": "Asking for a review",
    "review_withdraw": "Withdrawing a review",
    "reviews_csv": "Review queue as CSV",
    "safety_flag": "Safety flag",
    "strays": "Payments without a claim",
    "submission": "File of claims",
    "time_csv": "Own time as CSV",
    "time_entry": "Time entry",
    "time_entry_add": "Logging time by hand",
    "transfer": "Transfer to another care manager",
    "true_up_changes_csv": "Changes of a true-up as CSV",
    "worker_entries": "A person's week",
}


def of(page: str) -> str:
    """What people call a page; of one that is not listed, its address's name in words."""
    if page in PAGES:
        return PAGES[page]
    words, is_file = page.removesuffix("_csv").replace("_", " ").capitalize(), page.endswith("_csv")
    return f"{words} as CSV" if is_file else words
