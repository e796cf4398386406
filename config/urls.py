from __future__ import annotations

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from config import health
from registry.api.permissions import SignedIn

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("account/", include("allauth.account.urls")),
    path("account/two-steps/", include("allauth.mfa.urls")),
    path("api/schema/", SpectacularAPIView.as_view(permission_classes=[SignedIn]), name="schema"),
    path("", include("registry.urls")),
    path("", include("billing.urls")),
]
