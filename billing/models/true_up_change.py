from __future__ import annotations

from django.db import models

from billing.models.claim import Claim
from billing.models.true_up_run import TrueUpRun


class TrueUpChange(models.Model):
    """What a run made of a draft that an earlier run had made: before and after, in short.

    Each holds `run`, `outcome`, `lines`, `charge`, `counted`, `rules` and the marks of what it was
    read by (`payer`, `policy`, `engine`).  A claim that a run made anew has no such row.
    """

    run = models.ForeignKey(TrueUpRun, models.CASCADE, related_name="changes")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="changes")
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "claim"], name="true_up_change_once_a_run")
        ]

    def __str__(self) -> str:
        return f"true-up change {self.pk}"
