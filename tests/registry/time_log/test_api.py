"""The timer over HTTP: one round trip, few queries, the same answer when it is sent again."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from contextlib import contextmanager

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.renderers import JSONRenderer

from registry.api.clock_output import StateOutput
from registry.errors import Conflict
from registry.models import TimeEntry
from registry.services import service_month, time_log, time_watch

AT = dt.datetime(2026, 10, 14, 16, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def at():
    """The server's clock, as the test sets it."""
    with time_machine.travel(AT, tick=False) as traveller:
        yield traveller


@pytest.fixture
def browser(at, alice, signed_in):
    return signed_in(alice)


def call(browser, what="", slug="elm-street", **body):
    address = f"/api/p/{slug}/timer/{what}"
    if not what:
        return browser.get(address)
    return browser.post(address, body, content_type="application/json")


def test_an_answer_is_what_the_interface_s_document_says(browser, at, enrolled, other, system):
    """It is written without its serializer, for speed."""
    told = [call(browser, "start/", patient=enrolled.pk, activity="chart_review").json()]
    at.move_to(AT + 5 * MINUTE)
    told += [call(browser).json(), call(browser, "start/", patient=other.pk).json()]
    time_watch.sweep(by=system, now=AT + 60 * MINUTE)
    told += [call(browser).json()]
    assert told[-1]["swept"]
    for state in told:
        said = json.loads(JSONRenderer().render(StateOutput(state).data))
        assert state == {name: said[name] for name in state}
        assert state.keys() | {"swept", "resume", "cut"} == StateOutput().fields.keys()


def test_without_a_timer_the_state_says_so(browser):
    state = call(browser).json()
    assert (state["running"], state["now"]) == (None, "2026-10-14T16:00:00Z")


def test_a_started_timer_runs_in_every_window(browser, enrolled, alice, signed_in):
    call(browser, "start/", patient=enrolled.pk, activity="chart_review")
    running = call(signed_in(alice)).json()["running"]
    assert running["patient"]["id"] == enrolled.pk
    assert (running["activity"], running["started_at"]) == ("chart_review", "2026-10-14T16:00:00Z")


def test_a_switch_tells_what_it_stopped(browser, at, enrolled, other):
    call(browser, "start/", patient=enrolled.pk)
    at.move_to(AT + 12 * MINUTE)
    state = call(browser, "start/", patient=other.pk).json()
    assert state["running"]["patient"]["id"] == other.pk
    assert (state["stopped"]["patient"]["id"], state["stopped"]["seconds"]) == (enrolled.pk, 720)
    assert state["stopped_month"]["worked_seconds"] == 720


def test_a_stop_tells_what_was_recorded(browser, at, enrolled):
    call(browser, "start/", patient=enrolled.pk)
    at.move_to(AT + 12 * MINUTE)
    state = call(browser, "stop/", activity="brief_intervention", note="Sleep plan").json()
    assert state["running"] is None
    stopped = state["stopped"]
    assert (stopped["status"], stopped["seconds"]) == ("confirmed", 720)
    assert (stopped["activity"], stopped["note"]) == ("brief_intervention", "Sleep plan")
    assert state["stopped_month"]["month"] == "2026-10"


def test_what_is_sent_again_changes_nothing(browser, at, enrolled):
    client_id = str(uuid.uuid4())
    first = call(browser, "start/", patient=enrolled.pk, client_id=client_id).json()["running"]
    at.move_to(AT + MINUTE)
    again = call(browser, "start/", patient=enrolled.pk, client_id=client_id).json()["running"]
    assert again == first
    stop = {"entry": first["id"]}
    stopped = call(browser, "stop/", **stop).json()["stopped"]
    at.move_to(AT + 9 * MINUTE)
    assert call(browser, "stop/", **stop).json()["stopped"] == stopped
    after = call(browser, "start/", patient=enrolled.pk, client_id=client_id).json()
    assert after["running"] is None
    assert TimeEntry.objects.count() == 1


def test_a_note_is_kept_while_the_timer_runs_and_after(browser, at, enrolled):
    entry = call(browser, "start/", patient=enrolled.pk).json()["running"]["id"]
    state = call(browser, "note/", entry=entry, note="Left a mess", activity="outreach_attempt")
    assert state.json()["running"]["note"] == "Left a mess"
    at.move_to(AT + MINUTE)
    call(browser, "stop/", entry=entry)
    state = call(browser, "note/", entry=entry, note="Left a message").json()
    assert (state["running"], state["stopped"]["note"]) == (None, "Left a message")


def test_a_start_on_who_is_not_in_care_says_what_that_means(browser, other):
    (caution,) = call(browser, "start/", patient=other.pk).json()["cautions"]
    assert "not enrolled" in caution
    assert call(browser).json()["cautions"] == [caution]


def test_a_start_without_consent_says_what_that_means(browser, enrolled, alice):
    enrolled.consents.update(revoked_at=AT, revoked_by=alice)
    (caution,) = call(browser, "start/", patient=enrolled.pk).json()["cautions"]
    assert "No consent is in force" in caution


def test_a_start_on_a_patient_in_care_needs_no_caution(browser, enrolled):
    assert call(browser, "start/", patient=enrolled.pk).json()["cautions"] == []


@pytest.mark.parametrize(
    ("what", "body", "field"),
    [
        ("start/", {}, "patient"),
        ("start/", {"patient": "Pat"}, "patient"),
        ("start/", {"activity": "lunch"}, "activity"),
        ("start/", {"at": "yesterday"}, "at"),
        ("start/", {"at": "2026-10-14T16:05:00Z"}, "at"),
        ("start/", {"role": "consultant"}, "role"),
        ("start/", {"client_id": "7"}, "client_id"),
        ("stop/", {}, ""),
        ("stop/", {"entry": 0}, "entry"),
        ("note/", {}, "entry"),
        ("stretch/", {"patient": 1}, "client_id"),
        ("began/", {"entry": 1}, "at"),
        ("began/", {"at": "2026-10-14T16:00:00Z"}, "entry"),
        ("settle/", {"entry": 1, "keep": "half"}, "keep"),
        ("sign/", {"entry": 1, "worked_seconds_ago": -1}, "worked_seconds_ago"),
        ("undo/", {}, "cut"),
        ("note/", {"entry": 1, "note": "x" * 4001}, "note"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_changes_nothing(
    browser, enrolled, what, body, field
):
    if what == "start/" and field != "patient":
        body = {"patient": enrolled.pk, **body}
    response = call(browser, what, **body)
    assert response.status_code == 422
    assert response.json()["problems"][field]
    assert not TimeEntry.objects.exists()


def test_another_practice_s_patient_is_not_found(browser, make, harbor):
    assert call(browser, "start/", patient=make.patient(harbor).pk).status_code == 404


def test_another_person_s_entry_is_not_found(browser, make, enrolled, bob):
    entry = make.entry(enrolled, bob, AT - 30 * MINUTE)
    assert call(browser, "note/", entry=entry.pk, note="mine now").status_code == 404


def test_signed_out_is_401_so_that_the_page_can_ask(at, enrolled):
    for what in ("", "start/", "stop/", "note/", "stretch/", "sign/", "settle/", "began/", "undo/"):
        assert call(Client(), what).status_code == 401


def test_a_page_of_somebody_else_is_401_and_writes_nothing(browser, enrolled, bob):
    response = browser.post(
        "/api/p/elm-street/timer/start/",
        {"patient": enrolled.pk},
        content_type="application/json",
        headers={"X-Person": str(bob.pk)},
    )
    assert response.status_code == 401
    assert not TimeEntry.objects.exists()


def mark(browser, **headers):
    return browser.get("/api/p/elm-street/timer/", headers=headers)


def test_a_clock_that_has_not_changed_is_304_with_the_server_s_time(browser, at, enrolled):
    call(browser, "start/", patient=enrolled.pk)
    first = mark(browser)
    at.move_to(AT + MINUTE)
    again = mark(browser, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["X-Server-Now"] == "2026-10-14T16:01:00+00:00"


@pytest.mark.parametrize("change", ["note", "stop", "sign", "month", "void"])
def test_any_change_of_the_clock_changes_its_mark(browser, at, enrolled, alice, change):
    entry = call(browser, "start/", patient=enrolled.pk).json()["running"]["id"]
    before = mark(browser)["ETag"]
    at.move_to(AT + MINUTE)
    if change == "month":
        service_month.refresh([enrolled], [dt.date(2026, 10, 1)], now=AT)
    elif change == "void":
        time_log.void(TimeEntry.objects.get(), reason="Mistake", by=alice, now=AT + MINUTE)
    else:
        call(browser, f"{change}/", entry=entry, **({"note": "x"} if change == "note" else {}))
    assert mark(browser, if_none_match=before).status_code == 200


def test_asking_whether_anything_changed_is_one_small_query_behind_the_door(
    browser, enrolled, counted
):
    call(browser, "start/", patient=enrolled.pk)
    known = mark(browser)["ETag"]
    with counted(4):  # the session, the person, the role, and the question
        assert mark(browser, if_none_match=known).status_code == 304


def test_two_timers_at_once_are_a_conflict_that_says_what_runs(browser, enrolled, monkeypatch):
    call(browser, "start/", patient=enrolled.pk)

    def outrun(**_):
        raise Conflict({"": "A timer was started at the same moment in another window. It runs."})

    monkeypatch.setattr(time_log, "start", outrun)
    response = call(browser, "start/", patient=enrolled.pk)
    assert response.status_code == 409
    assert "It runs" in response.json()["problems"][""]
    assert response.json()["state"]["running"]["patient"]["id"] == enrolled.pk


def test_a_start_set_back_over_other_time_is_asked_about(browser, at, make, enrolled, other, alice):
    make.entry(other, alice, AT - 30 * MINUTE, minutes=20)
    entry = call(browser, "start/", patient=enrolled.pk).json()["running"]["id"]
    asked = {"entry": entry, "at": (AT - 15 * MINUTE).isoformat()}
    response = call(browser, "began/", **asked)
    assert response.status_code == 409
    (in_the_way,) = response.json()["others"]
    assert (in_the_way["patient"]["id"], in_the_way["seconds"]) == (other.pk, 1200)
    assert response.json()["state"]["running"]["started_at"] == "2026-10-14T16:00:00Z"
    done = call(browser, "began/", **asked, crop=True).json()
    assert done["running"]["started_at"] == "2026-10-14T15:45:00Z"
    undone = call(browser, "undo/", cut=done["cut"]["id"]).json()
    assert undone["running"]["started_at"] == "2026-10-14T16:00:00Z"


def test_a_start_set_back_without_network_finds_its_entry_by_the_browser_s_own_id(
    browser, enrolled, at
):
    known = str(uuid.uuid4())
    call(browser, "start/", patient=enrolled.pk, client_id=known)
    at.move_to(AT + 10 * MINUTE)
    ended = call(browser, "stop/", client_id=known).json()["stopped"]["id"]
    back = (AT - 5 * MINUTE).isoformat()
    moved = call(browser, "began/", client_id=known, at=back).json()["stopped"]
    assert (moved["seconds"], moved["status"]) == (900, "confirmed")
    assert moved["id"] != ended
    said = call(browser, "note/", client_id=known, note="Called").json()["stopped"]
    assert (said["id"], said["note"]) == (moved["id"], "Called")


def test_another_person_s_cut_is_not_found(browser, enrolled):
    assert call(browser, "undo/", cut=1).status_code == 404


def test_a_left_timer_is_settled_by_its_worker(browser, at, enrolled, system, settings):
    settings.SESSION_IDLE_SECONDS = 3 * 3600
    entry = call(browser, "start/", patient=enrolled.pk, activity="chart_review")
    number = entry.json()["running"]["id"]
    at.move_to(AT + 8 * MINUTE)
    assert call(browser, "sign/", entry=number, worked_seconds_ago=0).status_code == 204
    time_watch.sweep(by=system, now=AT + 40 * MINUTE)
    at.move_to(AT + 50 * MINUTE)
    swept = call(browser).json()["swept"]
    assert (swept["entry"]["seconds"], swept["whole_seconds"]) == (480, 2400)
    state = call(browser, "settle/", entry=number, keep="whole").json()
    assert (state["stopped"]["seconds"], state["stopped"]["status"]) == (2400, "confirmed")


def test_who_answers_is_asked_later(browser, at, enrolled, settings):
    settings.SESSION_IDLE_SECONDS = 3 * 3600
    number = call(browser, "start/", patient=enrolled.pk).json()["running"]["id"]
    at.move_to(AT + 46 * MINUTE)
    watch = call(browser, "sign/", entry=number, answered=True).json()["watch"]
    assert watch["prompt_at"] == "2026-10-14T17:31:00Z"


def test_what_a_browser_kept_arrives_in_order_and_once(browser, at, enrolled, other):
    first, second = str(uuid.uuid4()), str(uuid.uuid4())
    kept = [
        ("stretch/", {
            "patient": enrolled.pk, "client_id": first, "note": "Left a message",
            "started_at": (AT - 30 * MINUTE).isoformat(),
            "ended_at": (AT - 13 * MINUTE).isoformat(),
        }),
        ("start/", {
            "patient": other.pk, "client_id": second, "late": True,
            "at": (AT - 13 * MINUTE).isoformat(),
        }),
        ("note/", {"client_id": second, "note": "Labs", "base": ""}),
        ("stop/", {"client_id": second, "late": True, "at": (AT - 2 * MINUTE).isoformat()}),
    ]  # fmt: skip
    for _ in range(2):
        for what, body in kept:
            assert call(browser, what, **body).status_code == 200
    rows = TimeEntry.objects.order_by("started_at")
    assert [(row.status, (row.ended_at - row.started_at).seconds) for row in rows] == [
        ("confirmed", 17 * 60),
        ("confirmed", 11 * 60),
    ]
    assert [row.note for row in rows] == ["Left a message", "Labs"]


def test_a_start_from_elsewhere_without_the_token_is_refused(at, alice, enrolled):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    assert call(strict, "start/", patient=enrolled.pk).status_code == 403
    assert not TimeEntry.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [("priya", 200), ("sam", 200), ("dana", 403), ("sue", 403), ("ann", 403), ("charlie", 404)],
)
def test_who_logs_no_time_here_has_no_clock(request, signed_in, at, elm_street, who, status):
    assert call(signed_in(request.getfixturevalue(who))).status_code == status


def test_a_timer_can_be_stopped_after_the_role_is_gone(browser, at, enrolled, alice):
    call(browser, "start/", patient=enrolled.pk)
    alice.memberships.all().delete()
    at.move_to(AT + MINUTE)
    response = call(browser, "stop/")
    assert response.status_code == 200
    assert response.json()["stopped"]["status"] == "needs_review"
    assert call(browser, "stop/").status_code == 404


def test_one_clock_is_seen_from_both_of_a_person_s_practices(signed_in, at, enrolled, sam):
    browser = signed_in(sam)
    call(browser, "start/", patient=enrolled.pk)
    running = call(browser, slug="harbor").json()["running"]
    assert running["practice"] == "elm-street"
    assert call(browser, "stop/", slug="harbor").json()["stopped"]["id"] == running["id"]


class Statements(CaptureQueriesContext):
    """Counts what reads or writes; the brackets of a transaction do neither."""

    BRACKETS = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")

    def count(self):
        statements = [query["sql"].split("; ")[-1].strip() for query in self.captured_queries]
        return sum(not statement.startswith(self.BRACKETS) for statement in statements)


@pytest.fixture
def counted():
    @contextmanager
    def counted(most):
        with Statements(connection) as statements:
            yield
        assert statements.count() <= most

    return counted


def test_start_switch_and_stop_stay_within_twelve_queries(browser, at, enrolled, other, counted):
    """With the months' rows there, as enrolment leaves them."""
    service_month.refresh([enrolled, other], [dt.date(2026, 10, 1)], now=AT)
    call(browser)  # the session begins
    with counted(12):
        call(browser, "start/", patient=enrolled.pk, client_id=str(uuid.uuid4()))
    at.move_to(AT + dt.timedelta(seconds=3))
    running = TimeEntry.objects.get()
    with counted(12):  # the next phase
        call(browser, "start/", patient=enrolled.pk, after=running.pk, activity="chart_review")
    assert TimeEntry.objects.count() == 2
    at.move_to(AT + dt.timedelta(seconds=5))
    with counted(12):
        call(browser, "start/", patient=other.pk, client_id=str(uuid.uuid4()))
    at.move_to(AT + dt.timedelta(seconds=9))
    with counted(12):
        call(browser, "stop/")
    patients = (enrolled, other)
    for number, patient in enumerate(patients):  # and so do those that were kept
        at.move_to(AT + dt.timedelta(seconds=14 + 3 * number))
        name = str(uuid.uuid4())
        late = {"at": (AT + dt.timedelta(seconds=12 + 3 * number)).isoformat(), "late": True}
        with counted(12):
            call(browser, "start/", patient=patient.pk, client_id=name, **late)
    with counted(12):
        call(browser, "stop/", client_id=name)


def test_the_document_of_the_interface_names_the_timer(browser):
    document = browser.get("/api/schema/").content.decode()
    for name in ("timer_start", "timer_stop", "timer_note", "review_reason"):
        assert name in document
