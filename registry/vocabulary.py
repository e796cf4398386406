"""The field's words, each meaning one thing.  Read by every layer; knows no row and no clock."""

from __future__ import annotations

from django.db.models import TextChoices


class Role(TextChoices):
    """What a person may do in one practice."""

    CARE_MANAGER = "care_manager", "Care manager"
    TREATING_PRACTITIONER = "treating_practitioner", "Treating practitioner"
    CONSULTANT = "consultant", "Psychiatric consultant"
    BILLER = "biller", "Biller"
    SUPERVISOR = "supervisor", "Supervisor"
    AUDITOR = "auditor", "Auditor"


class WorkerRole(TextChoices):
    """In which capacity somebody spent time on a patient."""

    CARE_MANAGER = "care_manager", "Care manager"
    CLINICAL_STAFF = "clinical_staff", "Clinical staff"
    TREATING_PRACTITIONER = "treating_practitioner", "Treating practitioner"
    CONSULTANT = "consultant", "Psychiatric consultant"


class Program(TextChoices):
    """The model of care an episode is documented under."""

    COCM = "cocm", "Collaborative care (CoCM)"
    BHI = "bhi", "General BHI"


class Activity(TextChoices):
    """What a stretch of time was spent on."""

    PATIENT_CONTACT = "patient_contact", "Patient contact"
    BRIEF_INTERVENTION = "brief_intervention", "Brief intervention"
    MEASUREMENT = "measurement", "Measurement"
    CARE_PLANNING = "care_planning", "Care planning"
    CARE_COORDINATION = "care_coordination", "Care coordination"
    CHART_REVIEW = "chart_review", "Chart review"
    CASE_REVIEW = "case_review", "Case review with the consultant"
    OUTREACH_ATTEMPT = "outreach_attempt", "Outreach attempt, not reached"
    CLERICAL = "clerical", "Clerical work"
    PSYCHOTHERAPY = "psychotherapy", "Psychotherapy"
    CRISIS = "crisis", "Crisis care"


#: Activities in which the patient was reached: they end a gap in contact.
CONTACT_ACTIVITIES = (
    Activity.PATIENT_CONTACT,
    Activity.BRIEF_INTERVENTION,
    Activity.MEASUREMENT,
    Activity.PSYCHOTHERAPY,
    Activity.CRISIS,
)


#: Work on the telephone or face to face: no sign comes from the keyboard, so none is asked for.
CALL_ACTIVITIES = (
    Activity.PATIENT_CONTACT,
    Activity.BRIEF_INTERVENTION,
    Activity.MEASUREMENT,
    Activity.CASE_REVIEW,
    Activity.PSYCHOTHERAPY,
    Activity.CRISIS,
)


#: What a contact mostly goes through, each under its own kind: the clock goes on from one to the
#: next by one press.
PHASES = (
    (Activity.CHART_REVIEW, "Prepare"),
    (Activity.PATIENT_CONTACT, "Call"),
    (Activity.CARE_PLANNING, "Note and plan"),
)


#: How work ended, as one press says it: its kind, and words for a note that is empty.
OUTCOMES = (
    ("Reached", Activity.PATIENT_CONTACT, ""),
    ("No answer", Activity.OUTREACH_ATTEMPT, "No answer."),
    ("Left a message", Activity.OUTREACH_ATTEMPT, "Left a message."),
    ("Coordination", Activity.CARE_COORDINATION, ""),
    ("Review", Activity.CASE_REVIEW, ""),
)


class CutChoice(TextChoices):
    """Which of two entries that share time gives way."""

    CUT_THIS = "this", "The new time was cut"
    CUT_THAT = "that", "The other entry was cut"


class EntryStatus(TextChoices):
    """Where a time entry stands.  Only confirmed time can be billed."""

    RUNNING = "running", "Running"
    CONFIRMED = "confirmed", "Confirmed"
    NEEDS_REVIEW = "needs_review", "Needs review"
    VOIDED = "voided", "Voided"


class Origin(TextChoices):
    """How a time entry came to be."""

    TIMER = "timer", "Timer"
    TIMER_CORRECTED = "timer_corrected", "Timer, corrected"
    BY_HAND = "by_hand", "By hand"
    IMPORTED = "imported", "Imported"


class ConsentMethod(TextChoices):
    VERBAL = "verbal", "Verbal"
    WRITTEN = "written", "Written"


class Instrument(TextChoices):
    """Validated scales, by their usual names."""

    PHQ9 = "PHQ-9", "PHQ-9"
    GAD7 = "GAD-7", "GAD-7"
    PHQ2 = "PHQ-2", "PHQ-2"


class TreatmentKind(TextChoices):
    """What a patient is treated with."""

    MEDICINE = "medicine", "Medicine"
    THERAPY = "therapy", "Talking therapy"
    OTHER = "other", "Other"


class TreatmentEnd(TextChoices):
    """Why a treatment, or one dose of it, ended."""

    DOSE_CHANGED = "dose_changed", "Dose changed"
    NOT_HELPING = "not_helping", "Not helping"
    SIDE_EFFECTS = "side_effects", "Side effects"
    BETTER = "better", "Better"
    WISH = "wish", "Patient's wish"
    OTHER = "other", "Other reason"


class EpisodeEnd(TextChoices):
    """Why an episode of care ended."""

    GOALS_REACHED = "goals_reached", "Goals reached"
    REFERRED = "referred", "Referred to specialty care"
    LAPSED = "lapsed", "No engagement"
    WITHDRAWN = "withdrawn", "Patient withdrew"
    MOVED = "moved", "Moved or changed practice"
    DIED = "died", "Died"


class ReferralState(TextChoices):
    """What became of a practitioner's referral to care management."""

    WAITING = "waiting", "Waiting"
    ACCEPTED = "accepted", "Accepted"
    ENROLLED = "enrolled", "Enrolled"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Sex(TextChoices):
    FEMALE = "F", "Female"
    MALE = "M", "Male"
    UNKNOWN = "U", "Unknown"


class ClinicianKind(TextChoices):
    TREATING = "treating", "Treating practitioner"
    CONSULTANT = "consultant", "Psychiatric consultant"
    OTHER = "other", "Other clinician"


class Advice(TextChoices):
    """The structured part of a consultant's recommendation."""

    CONTINUE = "continue", "Continue the plan"
    CHANGE_DOSE = "change_dose", "Change the dose"
    SWITCH = "switch", "Switch the medication"
    ADD_MEDICATION = "add_medication", "Add a medication"
    ADD_THERAPY = "add_therapy", "Add or change therapy"
    REFER = "refer", "Refer to specialty care"
    SEE_IN_PERSON = "see_in_person", "See the patient in person"
    MORE_INFORMATION = "more_information", "More information needed"


class Answer(TextChoices):
    """What the treating practitioner makes of a consultant's recommendation."""

    ACCEPTED = "accepted", "Accepted"
    MODIFIED = "modified", "Accepted with changes"
    DECLINED = "declined", "Declined"


class Finding(TextChoices):
    """What the weekly audit of the log looks for, in the order in which it is shown."""

    TIMER_LEFT_RUNNING = "timer_left_running", "Timer left running"
    NEEDS_REVIEW = "needs_review", "Time that needs review"
    OVERLAP = "overlap", "Needs review, and overlaps other time"
    LATE = "late_documented", "Documented late"
    LONG = "long_entry", "Long entries"
    NIGHT = "night_hours", "Night hours"
    NO_CONSENT = "no_consent", "No consent in force"
    NO_REVIEW = "no_review", "No consultant review this month"
    NO_CONTACT = "no_contact", "No contact"
    CLINICALLY_DUE = "clinically_due", "Clinically due, and near a threshold"
