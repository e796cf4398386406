"""Every table of the two apps keeps its history, or says here why it need not."""

from __future__ import annotations

from django.apps import apps

#: Rows that are written once and never changed, or that only count.
NO_HISTORY = {
    "AccessLog": "append-only itself",
    "ClockWatch": "signs of life, every half minute; what came of them is in the entry's history",
    "Course": "read out of charts by triggers, whose rows have theirs",
    "ReviewDraft": "typed and not signed; the signed review has its history",
    "LastContact": "read out of the log by triggers, whose rows have theirs",
    "Digest": "that a mail went out, written once",
    "LogAudit": "made anew each week, kept as made",
    "TrueUpRun": "progress of a job",
    "TrueUpChunk": "progress of a job",
    "TrueUpFailure": "a message of a job",
    "TrueUpChange": "written once with its run",
    "MonthClose": "kept as made",
    "MonthReopening": "append-only itself",
    "AppliedPolicy": "written once and named by its own hash",
    "ClaimedMonth": "written by triggers on claims, whose history has it",
    "ControlNumber": "a counter; the numbers are in the submissions",
    "ReceivedFile": "kept as it came",
    "Answer": "kept as it came",
    "Remittance": "kept as it came",
    "LinePayment": "kept as it came, with its claim's payment",
    "SubmissionClaim": "written once with its submission",
    "SubmissionDownload": "append-only itself",
    "Packet": "kept as made",
    "PacketSample": "progress of a job",
    "PacketPlace": "progress of a job",
    "SharedPacket": "written once with its share",
    "PacketLook": "append-only itself",
    "ClaimLine": "rewritten with its claim, whose history keeps the verdict they come from",
}


def ours():
    for app in ("registry", "billing"):
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "pgh_tracked_model"):
                yield model


def tracked(model):
    return any(getattr(other, "pgh_tracked_model", None) is model for other in apps.get_models())


def test_every_model_keeps_its_history_or_says_why_not():
    without = {model.__name__ for model in ours() if not tracked(model)}
    assert without == set(NO_HISTORY)


def test_when_something_was_done_and_by_whom_go_together():
    """A field `x_at` that may be empty has its `x_by` with a constraint that pairs them."""
    missing = []
    for model in ours():
        names = {field.name for field in model._meta.get_fields() if field.concrete}
        paired = {constraint.name for constraint in model._meta.constraints}
        for name in names:
            stem = name.removesuffix("_at")
            field = model._meta.get_field(name)
            is_act = name.endswith("_at") and field.null and f"{stem}_by" in names
            if is_act and not any(each.endswith(f"{stem}_paired") for each in paired):
                missing.append(f"{model.__name__}.{name}")
    assert missing == []
