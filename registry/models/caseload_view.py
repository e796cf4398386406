from __future__ import annotations

from django.db import models

from registry.models.base import history
from registry.models.practice import Practice
from registry.models.user import User


@history()
class CaseloadView(models.Model):
    """A person's own way of looking at a practice's caseload: a name, and what it narrows to.

    `wanted` holds the address's parameters (view, whose, payer, program, flag, sort, size) and
    never what was searched for, which may be a name.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="caseload_views")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="caseload_views")
    name = models.CharField(max_length=40)
    wanted = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "practice", "name"], name="caseload_view_once_by_name"
            )
        ]

    def __str__(self) -> str:
        return f"caseload view {self.pk}"
