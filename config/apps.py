from __future__ import annotations

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class CareTallyConfig(AppConfig):
    name = "config"
    label = "caretally"

    def ready(self) -> None:
        # Whoever loads Django may send a task: the web server as well as the worker.
        from config import celery, database_role  # noqa: F401

        # Django sends the signal for apps with models only; once is enough.
        post_migrate.connect(database_role.grant, sender=apps.get_app_config("registry"))
