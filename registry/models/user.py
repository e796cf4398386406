from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from registry.models.base import history


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, full_name: str, password: str | None = None) -> User:
        user = self.model(email=self.normalize_email(email).lower(), full_name=full_name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, full_name: str, password: str | None = None) -> User:
        user = self.create_user(email, full_name, password)
        user.is_superuser = True
        user.save(using=self._db)
        return user


@history(exclude=["password", "last_login"])
class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in.  What they may do hangs on their memberships, one per practice."""

    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    #: A mail each working morning says how much waits, in each practice where something does.
    wants_digest = models.BooleanField(default=False)
    #: Opening the chart of a patient in care starts the clock, where none runs.
    starts_on_chart = models.BooleanField(default=False, db_default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0]

    @property
    def is_staff(self) -> bool:
        return self.is_superuser
