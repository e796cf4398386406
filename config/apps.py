from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CareTallyConfig(AppConfig):
    name = "config"
    label = "caretally"

    def ready(self) -> None:
        from config import database_role

        post_migrate.connect(database_role.grant, sender=self)
