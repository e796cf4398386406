"""The parts of a packet, in order.  Each gathers plain data, and says how they look on paper."""

from __future__ import annotations

from types import ModuleType

from billing.services.packet_parts import (
    claim,
    consent,
    enrolment,
    fate,
    log_checks,
    patient_month,
    plan,
    reviews,
    rules,
    scores,
    seconds,
    services,
    team,
    time,
    treatments,
)

#: (name, title, module): a module has `gather(material)` and `blocks(content, zone)`.
PARTS: tuple[tuple[str, str, ModuleType], ...] = (
    ("patient_month", "Patient and month", patient_month),
    ("consent", "Consent", consent),
    ("enrolment", "Initiating visit and diagnosis", enrolment),
    ("team", "Team", team),
    ("time", "Time entries", time),
    ("seconds", "Seconds counted and left out", seconds),
    ("scores", "Scores", scores),
    ("treatments", "Treatments", treatments),
    ("plan", "Plan", plan),
    ("reviews", "Case reviews", reviews),
    ("services", "Services billed apart", services),
    ("log_checks", "Checks of the log", log_checks),
    ("rules", "Rule and policy", rules),
    ("claim", "Claim", claim),
    ("fate", "Answers and payments", fate),
)
