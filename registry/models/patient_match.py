from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from registry.models.base import history
from registry.models.patient import Patient
from registry.models.user import User


@history()
class PatientMatch(models.Model):
    """Whether two charts are of one person, as somebody decided who looked.  Once for a pair;
    a changed mind is in the history.  The two may be of different practices of an organization.
    """

    one = models.ForeignKey(Patient, models.CASCADE, related_name="+")
    other = models.ForeignKey(Patient, models.CASCADE, related_name="+")
    is_same = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="patient_match_once_for_a_pair"),
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="patient_match_lower_id_first"
            ),
        ]

    def __str__(self) -> str:
        return f"patient match {self.pk}"
