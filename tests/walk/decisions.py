"""For whom each address is, written down apart from the code that enforces it.

The walk (`test_every_address.py`) opens every address as every role and holds the code to this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

CARE_MANAGER, PRACTITIONER, CONSULTANT = "care_manager", "treating_practitioner", "consultant"
BILLER, SUPERVISOR, AUDITOR = "biller", "supervisor", "auditor"


@dataclass(frozen=True)
class Decision:
    """Roles that open the address; `public` needs no sign-in; `method` is how it is opened.

    `only` names the one person whose row the walk's is, where a role opens its own rows alone.
    """

    roles: frozenset[str] = frozenset()
    method: str = "get"
    public: bool = False
    only: str = ""


def by(*roles, method="get", only=""):
    return Decision(frozenset(roles), method, only=only)


PUBLIC = Decision(public=True)
EVERYBODY = by(CARE_MANAGER, PRACTITIONER, CONSULTANT, BILLER, SUPERVISOR, AUDITOR)
#: Who follows patients, and who reads how they are followed.
FOLLOWING = by(CARE_MANAGER, PRACTITIONER, CONSULTANT, SUPERVISOR, AUDITOR)
FOLLOWING_POST = by(CARE_MANAGER, PRACTITIONER, CONSULTANT, SUPERVISOR, AUDITOR, method="post")
#: Who gives care by the clock.
WORKING = by(CARE_MANAGER, PRACTITIONER, CONSULTANT)
WORKING_POST = by(CARE_MANAGER, PRACTITIONER, CONSULTANT, method="post")
OWN_ENTRY = by(CARE_MANAGER, PRACTITIONER, CONSULTANT, method="post", only="alice")
#: Who brings patients into care and writes what consent and enrolment rest on.
ENROLLING = by(CARE_MANAGER, PRACTITIONER)
#: Who keeps demographics and insurance.
FRONT_DESK = by(CARE_MANAGER, PRACTITIONER, BILLER, SUPERVISOR)
#: Who keeps what claims say of the practice, and who may look at it.
SETTING_UP = by(BILLER, SUPERVISOR)
SETTING_UP_POST = by(BILLER, SUPERVISOR, method="post")
SET_UP = by(BILLER, SUPERVISOR, AUDITOR)
#: Money: read by three, decided by one.
BILLING = by(BILLER, SUPERVISOR, AUDITOR)
DECIDING = by(BILLER, method="post")
AUDITED = by(SUPERVISOR, CARE_MANAGER, BILLER, AUDITOR)
AUDITING = by(SUPERVISOR, method="post")

DECISIONS = {
    "healthz": PUBLIC,
    "readyz": PUBLIC,
    "home": PUBLIC,
    "design": PUBLIC,
    "session-status": PUBLIC,
    "session-extend": Decision(method="post", public=True),
    "session-resume": Decision(method="post", public=True),
    "api_timer": WORKING,
    "api_timer_start": WORKING_POST,
    "api_timer_stop": WORKING_POST,
    "api_timer_note": WORKING_POST,
    "api_timer_stretch": WORKING_POST,
    "api_timer_sign": WORKING_POST,
    "api_timer_settle": WORKING_POST,
    "api_timer_began": WORKING_POST,
    "api_timer_back": WORKING_POST,
    "api_timer_undo": WORKING_POST,
    "caseload": FOLLOWING,
    "caseload_row": FOLLOWING,
    "caseload_csv": FOLLOWING,
    "caseload_numbers": FOLLOWING,
    "caseload_view_add": FOLLOWING_POST,
    "caseload_view": replace(FOLLOWING_POST, only="alice"),
    "patients": EVERYBODY,
    "patient": EVERYBODY,
    "patient_time": EVERYBODY,
    "patient_add": ENROLLING,
    "enrolment_import": ENROLLING,
    "patient_edit": FRONT_DESK,
    "answer_link": PUBLIC,
    "review_link": WORKING,
    "consents": EVERYBODY,
    "consent_agree": by(CARE_MANAGER, PRACTITIONER, SUPERVISOR),
    "coverage_add": FRONT_DESK,
    "other_service_add": FRONT_DESK,
    "other_service_edit": FRONT_DESK,
    "other_service_void": by(CARE_MANAGER, PRACTITIONER, BILLER, SUPERVISOR, method="post"),
    "coverage_edit": FRONT_DESK,
    "consent_add": ENROLLING,
    "consent_revoke": ENROLLING,
    "consent_file": EVERYBODY,
    "enrol": ENROLLING,
    "episode_edit": ENROLLING,
    "discharge": ENROLLING,
    "logs_signed": BILLING,
    "true_up_changes": BILLING,
    "reports": BILLING,
    "reports_minutes": BILLING,
    "reports_speed": BILLING,
    "reports_return": BILLING,
    "reports_rows": BILLING,
    "reports_costs": SETTING_UP,
    "month_closing": BILLING,
    "month_close": SETTING_UP_POST,
    "month_reopen": SETTING_UP_POST,
    "month_closed": BILLING,
    "claim_replace": by(BILLER),
    "claim_void": by(BILLER),
    "claim_take_back": DECIDING,
    "claim_leave": DECIDING,
    "claim_mend": by(BILLER),
    "claim_set_aside": DECIDING,
    "claims_ask": DECIDING,
    "claim_release": DECIDING,
    "received_files": BILLING,
    "received_upload": DECIDING,
    "received_file": BILLING,
    "received_download": BILLING,
    "remittance": BILLING,
    "claim_answers": BILLING,
    "strays": BILLING,
    "payment_match": DECIDING,
    "payment_set_aside": DECIDING,
    "denials": BILLING,
    "denials_csv": BILLING,
    "denial": BILLING,
    "denial_policy": DECIDING,
    "paid": BILLING,
    "packets": BILLING,
    "packet": BILLING,
    "packet_pdf": BILLING,
    "packet_json": BILLING,
    "packet_build": SETTING_UP_POST,
    "packet_sample_add": SETTING_UP,
    "packet_sample": SETTING_UP,
    "packet_sample_zip": SETTING_UP,
    "packet_sample_share": SETTING_UP,
    "packet_share_add": SETTING_UP,
    "packet_share": BILLING,
    "packet_share_zip": BILLING,
    "packet_share_end": SETTING_UP_POST,
    "packet_link": by(AUDITOR),
    "access_log": by(SUPERVISOR, AUDITOR),
    "log_sign": WORKING_POST,
    "worker_entries": BILLING,
    "patients_csv": EVERYBODY,
    "reviews_csv": FOLLOWING,
    "time_csv": WORKING,
    "referrals_csv": FOLLOWING,
    "meetings": EVERYBODY,
    "meeting": EVERYBODY,
    "meeting_begin": by(CONSULTANT, method="post"),
    "meeting_next": by(CONSULTANT, method="post"),
    "meeting_case": by(CONSULTANT, method="post"),
    "meeting_end": by(CONSULTANT, method="post"),
    "people": by(SUPERVISOR),
    "membership_revoke": AUDITING,
    "people_two_steps": AUDITING,
    "tasks": WORKING,
    "tasks_count": WORKING,
    "clock_choice": WORKING_POST,
    "digest_choice": WORKING_POST,
    "review_answer": by(PRACTITIONER),
    "errand": by(CARE_MANAGER, PRACTITIONER, CONSULTANT, only="alice"),
    "referrals": FOLLOWING,
    "referral_add": ENROLLING,
    "referral_accept": by(CARE_MANAGER, method="post"),
    "referral_decline": by(CARE_MANAGER),
    "referral_withdraw": ENROLLING,
    "transfer": by(CARE_MANAGER, SUPERVISOR),
    "transfer_caseload": by(CARE_MANAGER, SUPERVISOR),
    "relapse_plan": EVERYBODY,
    "relapse_plan_write": ENROLLING,
    "diagnosis_lookup": by(CARE_MANAGER, PRACTITIONER, method="post"),
    "measure_add": WORKING,
    "measure_void": WORKING,
    "treatment_add": WORKING,
    "treatment_dose": WORKING,
    "treatment_stop": WORKING,
    "treatment_void": WORKING,
    "safety_flags": EVERYBODY,
    "safety_flag": EVERYBODY,
    "time_log": WORKING,
    "time_entry_add": WORKING,
    "time_entry": EVERYBODY,
    "time_entry_describe": OWN_ENTRY,
    "time_entry_confirm": OWN_ENTRY,
    "time_entry_void": OWN_ENTRY,
    "time_entry_correct": OWN_ENTRY,
    "time_entry_cut": OWN_ENTRY,
    "time_cut_undo": OWN_ENTRY,
    "reviews": FOLLOWING,
    "review": FOLLOWING,
    "review_clock": by(CONSULTANT),
    "review_draft": by(CONSULTANT, method="post"),
    "review_request": ENROLLING,
    "review_withdraw": by(CONSULTANT),
    "log_audit": AUDITED,
    "log_audit_csv": AUDITED,
    "log_audit_run": AUDITING,
    "log_audit_settle": by(SUPERVISOR),
    "log_audit_settle_kind": AUDITING,
    "log_audit_reopen": AUDITING,
    "clinicians": SET_UP,
    "sites": SET_UP,
    "site_add": SETTING_UP,
    "site_edit": SETTING_UP,
    "clinician_add": SETTING_UP,
    "clinician_edit": SETTING_UP,
    "payers": SET_UP,
    "payer_add": SETTING_UP,
    "payer_edit": SETTING_UP,
    "practice_settings": SET_UP,
    "billing": BILLING,
    "billing_month": BILLING,
    "practices_month": BILLING,
    "claim": BILLING,
    "claim_explanation": BILLING,
    "claim_approve": DECIDING,
    "claim_withdraw": DECIDING,
    "claims_approve": DECIDING,
    "payer_terms": BILLING,
    "payer_policies": BILLING,
    "payer_policy": BILLING,
    "payer_policy_add": SETTING_UP,
    "payer_policy_edit": SETTING_UP,
    "payer_policy_values": SETTING_UP,
    "payer_policy_approve": SETTING_UP,
    "payer_policy_discard": SETTING_UP_POST,
    "payer_policy_end": SETTING_UP,
    "payer_policy_reviewed": SETTING_UP,
    "fees": BILLING,
    "fees_csv": BILLING,
    "fees_upload": SETTING_UP,
    "payer_fees_published": SETTING_UP,
    "payer_fee_add": SETTING_UP,
    "payer_fee_end": SETTING_UP,
    "payer_fee_remove": SETTING_UP_POST,
    "payer_policy_test": BILLING,
    "payer_readings_test": BILLING,
    "payer_policy_test_csv": BILLING,
    "exclusions": BILLING,
    "month_explanation": EVERYBODY,
    "charges_csv": BILLING,
    "authorizations": FRONT_DESK,
    "authorization_edit": FRONT_DESK,
    "authorization_remove": by(CARE_MANAGER, PRACTITIONER, BILLER, SUPERVISOR, method="post"),
    "claim_settings": SET_UP,
    "cms1500_alignment": SET_UP,
    "destination": SET_UP,
    "destination_try": SETTING_UP_POST,
    "destination_host_key": SETTING_UP_POST,
    "payer_claims": SETTING_UP,
    "payer_destination": SETTING_UP,
    "payer_destination_try": SETTING_UP_POST,
    "payer_destination_host_key": SETTING_UP_POST,
    "claim_ways_out": BILLING,
    "claim_second_payer": DECIDING,
    "claim_cms1500": BILLING,
    "submission_cms1500": BILLING,
    "submission_send": DECIDING,
    "submissions": BILLING,
    "submission": BILLING,
    "submission_download": BILLING,
    "submissions_make": DECIDING,
    "true_up_run": BILLING,
    "true_up_start": DECIDING,
    "claims_decide_again": DECIDING,
}
