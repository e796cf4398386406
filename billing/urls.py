"""Addresses of billing.  Each noun's module lists its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from billing.web import (
    charges,
    claim,
    claim_settings,
    cms1500,
    corrections,
    decide_again,
    deliveries,
    denials,
    early_release,
    exclusions,
    explanation,
    fees,
    logs_signed,
    month_close,
    packet_samples,
    packet_shares,
    packets,
    paid,
    payer_policies,
    payer_policy,
    payer_terms,
    practice_months,
    received,
    reports,
    review,
    sandbox,
    second_payer,
    strays,
    submissions,
    true_up,
    true_up_changes,
)

#: The month's review comes last: its address is a month, or any other word.
_IN_A_PRACTICE: list[URLPattern | URLResolver] = [
    path("claims/", include(claim.urlpatterns)),
    path("claims/", include(corrections.urlpatterns)),
    path("claims/", include(early_release.urlpatterns)),
    path("patients/", include(explanation.urlpatterns)),
    path("", include(claim_settings.urlpatterns)),
    path("", include(payer_terms.urlpatterns)),
    path("", include(payer_policies.urlpatterns)),
    path("", include(payer_policy.urlpatterns)),
    path("", include(sandbox.urlpatterns)),
    path("", include(fees.urlpatterns)),
    path("", include(exclusions.urlpatterns)),
    path("", include(logs_signed.urlpatterns)),
    path("", include(month_close.urlpatterns)),
    path("", include(practice_months.urlpatterns)),
    path("", include(received.urlpatterns)),
    path("", include(reports.urlpatterns)),
    path("", include(strays.urlpatterns)),
    path("", include(denials.urlpatterns)),
    path("", include(paid.urlpatterns)),
    path("", include(packets.urlpatterns)),
    path("", include(packet_samples.urlpatterns)),
    path("", include(packet_shares.urlpatterns)),
    path("", include(second_payer.urlpatterns)),
    path("", include(cms1500.urlpatterns)),
    path("", include(deliveries.urlpatterns)),
    path("", include(submissions.urlpatterns)),
    path("", include(true_up.urlpatterns)),
    path("", include(decide_again.urlpatterns)),
    path("", include(true_up_changes.urlpatterns)),
    path("", include(charges.urlpatterns)),
    path("", include(review.urlpatterns)),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("p/<slug:slug>/billing/", include(_IN_A_PRACTICE)),
]
