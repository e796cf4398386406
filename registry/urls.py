"""Addresses of the registry.  Each noun's module lists its own."""

from __future__ import annotations

from django.urls import include, path

from registry.web import home, session

urlpatterns = [
    path("", include(home.urlpatterns)),
    path("session/", include(session.urlpatterns)),
]
