from __future__ import annotations

from django.urls import path

from clock import plain
from config.urls import urlpatterns as product

urlpatterns = [path("plain/<int:patient_id>/", plain.page, name="plain"), *product]
