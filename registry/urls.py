"""Addresses of the registry.  Each noun's module lists its own."""

from __future__ import annotations

from django.urls import include, path

from registry.api import time_log as timer
from registry.api import time_replay as timer_replay
from registry.api import time_watch as timer_watch
from registry.web import (
    authorizations,
    caseload,
    caseload_meetings,
    caseload_views,
    clinicians,
    consents,
    coverages,
    design,
    enrolment,
    home,
    lists_csv,
    log_audit,
    looks,
    measures,
    other_services,
    patient_page,
    patients,
    payers,
    people,
    practice_settings,
    referrals,
    relapse_plans,
    review_answers,
    reviews,
    session,
    tasks,
    time_entry,
    time_log,
    transfers,
    worker_week,
)

urlpatterns = [
    path("", include(home.urlpatterns)),
    path("session/", include(session.urlpatterns)),
    path("design/", include(design.urlpatterns)),
    path(
        "api/p/<slug:slug>/timer/",
        include(timer.urlpatterns + timer_replay.urlpatterns + timer_watch.urlpatterns),
    ),
    path("", include(caseload.urlpatterns)),
    path("", include(caseload_meetings.urlpatterns)),
    path("", include(caseload_views.urlpatterns)),
    path("", include(clinicians.urlpatterns)),
    path("", include(consents.urlpatterns)),
    path("", include(coverages.urlpatterns)),
    path("", include(enrolment.urlpatterns)),
    path("", include(lists_csv.urlpatterns)),
    path("", include(log_audit.urlpatterns)),
    path("", include(looks.urlpatterns)),
    path("", include(measures.urlpatterns)),
    path("", include(authorizations.urlpatterns)),
    path("", include(other_services.urlpatterns)),
    path("", include(patient_page.urlpatterns)),
    path("", include(patients.urlpatterns)),
    path("", include(payers.urlpatterns)),
    path("", include(people.urlpatterns)),
    path("", include(practice_settings.urlpatterns)),
    path("", include(referrals.urlpatterns)),
    path("", include(relapse_plans.urlpatterns)),
    path("", include(review_answers.urlpatterns)),
    path("", include(reviews.urlpatterns)),
    path("", include(tasks.urlpatterns)),
    path("", include(time_entry.urlpatterns)),
    path("", include(time_log.urlpatterns)),
    path("", include(transfers.urlpatterns)),
    path("", include(worker_week.urlpatterns)),
]
