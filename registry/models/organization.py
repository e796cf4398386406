from __future__ import annotations

from django.db import models

from registry.models.base import history


@history()
class Organization(models.Model):
    """A billing company or a health system: it runs practices, and no row crosses its border."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    #: Since when a sign-in at any of its practices needs a second step; set by the operator.
    two_steps_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
