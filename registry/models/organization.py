from __future__ import annotations

from django.db import models

from registry.models.base import history


@history()
class Organization(models.Model):
    """A billing company or a health system: it runs practices, and no row crosses its border."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
