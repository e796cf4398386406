"""Why nothing can be claimed. Each rule is judged by itself and answers a sentence, or None."""

from __future__ import annotations

from billing.rules.findings import Findings
from billing.rules.words import counted


def below_minimum(found: Findings) -> str | None:
    """No line was earned and the base's minimum was not reached."""
    if found.earned or found.base_reached:
        return None
    if found.monthly is not None:
        return found.monthly.short_by(found.contact_days)
    ladder, minutes = found.ladder, found.count.minutes
    short = counted(ladder.base_minimum - minutes, "minute")
    text = f"{minutes} of {counted(ladder.base_minimum, 'minute')} counted: "
    if ladder.base is None:
        return f"{text}{short} short of {ladder.measured_by}, which this payer does not take."
    return f"{text}{short} short of {ladder.base.code}."


def code_not_accepted(found: Findings) -> str | None:
    """The base's minimum was reached and no accepted code was earned."""
    if found.earned or not found.base_reached:
        return None
    return (
        f"{counted(found.count.minutes, 'minute')} would earn {found.ladder.measured_by}, "
        "but this payer takes neither it nor another code that they earn."
    )


def not_separately_paid(found: Findings) -> str | None:
    """The payer covers the service and never pays for it apart."""
    if found.policy.separately_paid:
        return None
    return "This payer covers the service but never pays for it separately: no claim is made."
