from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from registry.services import consent_files
from registry.services.consent_script import Script
from registry.services.consents import ConsentInput
from registry.vocabulary import ConsentMethod
from registry.web import local_time
from registry.web.forms import base

#: What is ticked, in the words of the page.
STATEMENTS = {
    "told_consultant": "A psychiatric consultant may be involved",
    "told_cost_sharing": "Cost sharing may apply, also for care without a visit",
    "told_one_practitioner": "Only one practitioner may bill for this care in a month",
    "told_may_stop": "The patient may stop at any time",
}


class ConsentFields(forms.Form):
    """The fields of a consent, for a page of their own and for enrolment."""

    method = forms.ChoiceField(
        label="How it was given", choices=ConsentMethod.choices, widget=forms.RadioSelect
    )
    given_on = base.Day(label="Given on")
    given_time = base.ClockTime(label="At")
    taken_by = base.Chosen(label="Taken by")
    late_reason = forms.CharField(
        label="Why it is recorded only now",
        required=False,
        max_length=200,
        help_text="It counts from now, and from its own day once a second person has agreed to it.",
    )
    language = forms.ChoiceField(label="Asked in", required=False)
    told_consultant = forms.BooleanField(label=STATEMENTS["told_consultant"])
    told_cost_sharing = forms.BooleanField(label=STATEMENTS["told_cost_sharing"])
    told_one_practitioner = forms.BooleanField(label=STATEMENTS["told_one_practitioner"])
    told_may_stop = forms.BooleanField(label=STATEMENTS["told_may_stop"])
    file = forms.FileField(
        label="Signed paper",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": consent_files.ACCEPTED}),
        help_text="A scan or photo: PDF, PNG or JPEG.",
    )


class ConsentForm(ConsentFields, base.Form):
    def __init__(
        self,
        *args: Any,
        people: QuerySet[Any],
        scripts: Sequence[Script],
        timezone: str,
        now: dt.datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        set_up(self, people, scripts, timezone, now)
        self.timezone = timezone

    def clean(self) -> dict[str, Any]:
        return put_together(self, self.timezone)


class RevokeForm(base.Form):
    revoked_on = base.Day(label="Revoked on")
    revoked_time = base.ClockTime(label="At")
    reason = forms.CharField(
        label="Reason", max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, timezone: str, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day, time = local_time.day_and_time(now, timezone)
        self.fields["revoked_on"].initial, self.fields["revoked_time"].initial = day, time
        self.now, self.timezone = now, timezone

    def clean(self) -> dict[str, Any]:
        data = {"at": None} | self.cleaned_data
        day, time = data.get("revoked_on"), data.get("revoked_time")
        if day and time:
            data["at"] = _instant(self, "revoked_time", day, time, self.timezone)
        if (day, time) == local_time.day_and_time(self.now, self.timezone):
            data["at"] = self.now  # the minute that runs: this second, not its beginning
        return data


def set_up(
    form: forms.Form,
    people: QuerySet[Any],
    scripts: Sequence[Script],
    timezone: str,
    now: dt.datetime,
) -> None:
    """Offer the practice's people and languages, and the present as what is meant unless said."""
    spoken = [(each.name, each.name) for each in scripts]
    form.fields["language"].choices = spoken  # type: ignore[attr-defined]
    form.fields["language"].initial = spoken[0][0]
    form.fields["taken_by"].offer(people)  # type: ignore[attr-defined]
    day, time = local_time.day_and_time(now, timezone)
    form.fields["given_on"].initial, form.fields["given_time"].initial = day, time


def put_together(form: forms.Form, timezone: str) -> dict[str, Any]:
    """The form's data with `consent`, as a service takes it; incomplete where fields are."""
    data = dict(form.cleaned_data)
    day, time = data.get("given_on"), data.get("given_time")
    at = _instant(form, "given_time", day, time, timezone) if day and time else None
    data["consent"] = ConsentInput(
        method=data.get("method") or "",
        given_at=at,
        taken_by=data.get("taken_by"),
        file=data.get("file"),
        language=data.get("language") or "",
        late_reason=data.get("late_reason") or "",
        **{name: bool(data.get(name)) for name in STATEMENTS},
    )
    return data


def _instant(
    form: forms.Form, field: str, day: dt.date, time: dt.time, timezone: str
) -> dt.datetime | None:
    try:
        return local_time.instant(day, time, timezone)
    except ValueError as skipped:
        form.add_error(field, str(skipped))
        return None


def by_field(problems: dict[str, str | None]) -> dict[str, str | None]:
    """A service speaks of instants; the form asks for a day and a time."""
    return {{"given_at": "given_on", "at": "revoked_on"}.get(k, k): v for k, v in problems.items()}


def beside(form: forms.Form, problems: dict[str, str | None]) -> dict[str, str | None]:
    """The same for a form in hand: where only the time of day is wrong, the day is not."""
    moved = by_field(problems)
    if form.has_error("given_time") and form.cleaned_data.get("given_on"):
        moved["given_on"] = None
    return moved
