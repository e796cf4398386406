from __future__ import annotations

from django.db import models

from registry.models.base import history
from registry.models.practice import Practice
from registry.models.user import User


@history()
class Site(models.Model):
    """A place of a practice where care is given, other than the practice's own address.

    Claims of the episodes that are at a site name it as the service facility, with its place of
    service.  A site that `is_open` no more is not offered; what was there stays.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="sites")
    name = models.CharField(max_length=60)
    npi = models.CharField("NPI", max_length=10, blank=True)
    address = models.CharField(max_length=55)
    city = models.CharField(max_length=30)
    state = models.CharField(max_length=2)
    zip_code = models.CharField("ZIP", max_length=9)
    place_of_service = models.CharField(max_length=2, default="11")
    is_open = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "name"], name="site_once_per_name")
        ]

    def __str__(self) -> str:
        return self.name
