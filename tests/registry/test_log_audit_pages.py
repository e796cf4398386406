"""The audit's page, its export and its settling, as a browser asks for them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
import time_machine

from registry.models import LogAudit, LogAuditFinding
from registry.services import log_audit
from registry.web import log_audit_page
from tests.registry.entering import text, url

MONDAY = dt.date(2026, 10, 5)


def local(day, hour=10, minute=0):
    return dt.datetime(2026, 10, day, hour, minute, tzinfo=ZoneInfo("America/New_York"))


@pytest.fixture(autouse=True)
def _noon(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def late(make, enrolled, alice):
    """Alice's call of Tuesday night, written down on Friday."""
    return make.entry(enrolled, alice, local(6, 23), 20, origin="by_hand", reason="Forgot",
                      created_at=local(9), ended_entry_at=local(9))  # fmt: skip


@pytest.fixture
def made(late, elm_street, sue, now):
    return log_audit.run(elm_street, MONDAY, by=sue, now=now)


def test_an_empty_page_says_what_happens_and_what_to_do(signed_in, sue, alice):
    assert "Or run it now" in text(signed_in(sue).get(url("log_audit")))
    assert "A supervisor can run it earlier" in text(signed_in(alice).get(url("log_audit")))


def test_sue_runs_it_for_the_last_week_and_reads_it(signed_in, sue, late):
    browser = signed_in(sue)
    week = browser.get(url("log_audit")).context["week"]
    assert week == MONDAY
    said = text(browser.post(url("log_audit_run"), {"week": week}, follow=True))
    assert "The audit is up to date" in said
    assert "was documented on Oct 9, 2026, 10:00 AM" in said
    assert "Alice Moreno" in said


def test_each_finding_leads_to_the_row_it_is_about(signed_in, sue, made, late):
    page = signed_in(sue).get(url("log_audit")).content.decode()
    assert url("time_entry", entry_id=late.pk) in page
    assert url("patient", patient_id=late.patient_id) in page


def test_figures_stand_by_person_and_for_the_clinic(signed_in, sue, made):
    said = text(signed_in(sue).get(url("log_audit")))
    assert "Alice Moreno 1 20 min 1 (100 %) 1 0 0 1 1 of 1 0 Not yet" in said


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ("2026-10-19", "has not begun yet"),
        ("2026-10-07", "is no Monday"),
        ("soon", "by its Monday"),
    ],
)
def test_a_week_that_is_none_is_answered_in_words(signed_in, sue, elm_street, week, said):
    assert said in text(signed_in(sue).post(url("log_audit_run"), {"week": week}, follow=True))
    assert LogAudit.objects.count() == 0


def test_a_day_in_the_address_means_its_week_and_nonsense_is_said(signed_in, sue, made):
    browser = signed_in(sue)
    assert browser.get(url("log_audit") + "?week=2026-10-08").context["audit"] == made
    response = browser.get(url("log_audit") + "?week=tomorrow")
    assert "names no week" in text(response)
    assert response.context["audit"] == made


def test_a_week_without_audit_can_be_walked_to(signed_in, sue, made):
    response = signed_in(sue).get(url("log_audit") + "?week=2026-09-28")
    assert response.context["audit"] is None
    assert response.context["week_after"] == MONDAY


def test_sue_settles_a_finding_with_a_note_and_takes_it_back(signed_in, sue, made):
    finding = made.findings.get(kind="late_documented")
    settle, browser = url("log_audit_settle", finding_id=finding.pk), signed_in(sue)
    assert "Say what came of it" in text(browser.post(settle, {"note": " "}))
    browser.post(settle, {"note": "Spoke with Alice."})
    browser.post(settle, {"note": "Spoke with Bob."})
    finding.refresh_from_db()
    assert (finding.settle_note, finding.settled_by) == ("Spoke with Alice.", sue)
    assert "was documented on" not in text(browser.get(url("log_audit")))
    assert "Spoke with Alice." in text(browser.get(url("log_audit") + "?settled=1"))
    browser.post(url("log_audit_reopen", finding_id=finding.pk))
    assert "was documented on" in text(browser.get(url("log_audit")))


def test_sue_settles_a_whole_kind_with_one_note(signed_in, sue, made, make, enrolled, alice, now):
    make.entry(enrolled, alice, local(7, 23), 20)
    log_audit.run(made.practice, MONDAY, by=sue, now=now)
    address, browser = url("log_audit_settle_kind", audit_id=made.pk), signed_in(sue)
    said = text(browser.post(address, {"kind": "night_hours", "reason": ""}, follow=True))
    assert "Say what came of it" in said
    browser.post(address, {"kind": "night_hours", "reason": "Night duty."})
    assert made.findings.filter(kind="night_hours", settle_note="Night duty.").count() == 2
    assert made.findings.filter(kind="late_documented", settled_at=None).count() == 1


def test_a_kind_in_full_has_pages(signed_in, sue, made, elm_street):
    LogAuditFinding.objects.bulk_create(
        LogAuditFinding(audit=made, kind="no_contact", text=f"No contact {number}.")
        for number in range(60)
    )
    browser = signed_in(sue)
    assert "50 more" in text(browser.get(url("log_audit")))
    said = text(browser.get(url("log_audit") + f"?week={MONDAY}&kind=no_contact&page=2"))
    assert "51–60 of 60 findings" in said


@pytest.mark.parametrize("who", ["dana", "ann", "alice"])
def test_others_read_and_do_not_settle(request, signed_in, made, who):
    browser = signed_in(request.getfixturevalue(who))
    finding = made.findings.first()
    page = browser.get(url("log_audit"))
    assert "was documented on" in text(page)
    assert url("log_audit_settle", finding_id=finding.pk) not in page.content.decode()
    for address, data in (
        (url("log_audit_run"), {"week": MONDAY}),
        (url("log_audit_settle", finding_id=finding.pk), {"note": "x"}),
        (url("log_audit_settle_kind", audit_id=made.pk), {"kind": finding.kind, "reason": "x"}),
        (url("log_audit_reopen", finding_id=finding.pk), {}),
    ):
        assert browser.post(address, data).status_code == 403


def test_a_care_manager_reads_what_is_her_own_or_her_teams(
    signed_in, make, enrolled, bob, alice, dr_priya, elm_street, sue, now
):
    bobs = make.patient(elm_street)
    make.episode(bobs, bob, dr_priya, started_on=dt.date(2026, 9, 1))
    make.entry(bobs, alice, local(6, 23), 10)
    make.entry(enrolled, bob, local(7, 23), 10)
    make.entry(bobs, bob, local(8, 23), 10)
    made = log_audit.run(elm_street, MONDAY, by=sue, now=now)
    seen = {
        who.full_name: [
            line["entry_id"]
            for line in rows_of(signed_in(who).get(url("log_audit_csv")))
            if line["kind"] == "night_hours"
        ]
        for who in (alice, bob, sue)
    }
    assert {name: len(ids) for name, ids in seen.items()} == {
        "Alice Moreno": 2, "Bob Chen": 3, "Sue Lindqvist": 3,
    }  # fmt: skip
    page = signed_in(alice).get(url("log_audit"))
    assert page.context["clinic"] is None
    assert [person["figures"].name for person in page.context["people"]] == ["Alice Moreno"]
    assert made.findings.filter(kind="no_consent", patient=bobs).exists()
    assert "No consent is in force" not in text(page)


def test_strangers_find_nothing_and_clinicians_without_the_duty_are_refused(
    signed_in, made, charlie, sam, priya
):
    assert signed_in(charlie).get(url("log_audit")).status_code == 404
    assert signed_in(charlie).get(url("log_audit_csv")).status_code == 404
    assert signed_in(sam).get(url("log_audit")).status_code == 403
    assert signed_in(priya).get(url("log_audit")).status_code == 403


def test_another_practices_finding_is_not_found(signed_in, person, harbor, made):
    other = person("Sid Novak", (harbor, "supervisor"))
    finding = made.findings.first()
    for name in ("log_audit_settle", "log_audit_reopen"):
        address = url(name, practice="harbor", finding_id=finding.pk)
        assert signed_in(other).post(address, {"note": "x"}).status_code == 404
    address = url("log_audit_settle_kind", practice="harbor", audit_id=made.pk)
    assert signed_in(other).post(address, {"kind": "no_contact", "reason": "x"}).status_code == 404


def rows_of(response):
    body = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(body)))


def test_the_export_has_the_columns_that_the_page_documents(signed_in, sue, made, late):
    response = signed_in(sue).get(url("log_audit_csv") + f"?week={MONDAY}")
    assert response.streaming
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="log-audit-elm-street-2026-10-05.csv"'
    )
    lines = rows_of(response)
    assert list(lines[0]) == [name for name, _ in log_audit_page.COLUMNS]
    found = next(line for line in lines if line["kind"] == "late_documented")
    assert (found["entry_id"], found["worker"], found["entry_started_at"]) == (
        str(late.pk), "Alice Moreno", "2026-10-07T03:00:00+00:00",
    )  # fmt: skip
    assert late.patient.last_name not in str(lines)


def test_a_note_is_no_formula_in_the_export(signed_in, sue, made, now):
    finding = made.findings.first()
    log_audit.settle(finding, note='=HYPERLINK("x")', by=sue, now=now)
    lines = rows_of(signed_in(sue).get(url("log_audit_csv")))
    assert '\'=HYPERLINK("x")' in {line["note"] for line in lines}


def test_an_export_of_a_week_without_audit_says_so(signed_in, sue, elm_street):
    said = text(signed_in(sue).get(url("log_audit_csv"), follow=True))
    assert "there is nothing to export" in said


@pytest.mark.parametrize("size", [10, 200])
def test_the_page_has_the_same_few_queries_at_any_size(
    signed_in, sue, made, make, elm_street, size, django_assert_max_num_queries
):
    patients = [make.patient(elm_street) for _ in range(5)]
    LogAuditFinding.objects.bulk_create(
        LogAuditFinding(audit=made, kind=kind, text="Found.", patient=patients[number % 5])
        for number in range(size)
        for kind in ("no_contact", "no_consent", "night_hours")
    )
    browser = signed_in(sue)
    with django_assert_max_num_queries(15):
        assert browser.get(url("log_audit")).status_code == 200
