from __future__ import annotations

import pgtrigger
from django.db import models


class AppliedPolicy(models.Model):
    """Every field of a policy as it was applied to claims: written once, however many they are.

    `mark` is the SHA-256 of the document, so the same reading is the same row for ever.
    """

    mark = models.CharField(max_length=64, unique=True)
    document = models.JSONField()

    class Meta:
        triggers = [
            pgtrigger.Protect(name="kept_as_applied", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"applied policy {self.pk}"
