from __future__ import annotations

from django.db import models

from registry.models import User
from registry.models.base import history


class ReleaseKind(models.TextChoices):
    CMS = "cms", "CMS"
    OWN = "own", "CareTally"


@history()
class CodeRelease(models.Model):
    """A published list of what excludes what, as it was loaded: one quarter of CMS, or our own.

    `sha256` is the file's.  There is one row of the product's own rules; CMS has one a quarter,
    which begins on `active_from`, and another file of the same quarter corrects it.
    """

    kind = models.CharField(max_length=3, choices=ReleaseKind)
    active_from = models.DateField()
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "active_from"], name="code_release_once_a_quarter"
            ),
        ]

    def __str__(self) -> str:
        if self.kind == ReleaseKind.OWN:
            return f"CareTally's rules, read on {self.active_from}"
        return f"CMS {self.quarter}"

    @property
    def quarter(self) -> str:
        """The quarter of the year that it is of: `2024 Q3`."""
        return f"{self.active_from.year} Q{(self.active_from.month + 2) // 3}"
