"""allauth's sign-in; whoever is signed in is then read by kept SQL, as every request begins."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from registry import kept_sql
from registry.models import User

_USER = f"""
    SELECT {kept_sql.columns(User, "person")} FROM registry_user AS person
    WHERE person.id = %(id)s AND person.is_active
"""  # noqa: S608  put together from the model's columns, nothing from outside


class Backend(AuthenticationBackend):
    def get_user(self, user_id: int) -> User | None:
        found = kept_sql.fetch(_USER, {"id": user_id})
        return kept_sql.Reader(found[0]).one(User) if found else None
