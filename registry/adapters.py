"""Where CareTally differs from allauth's own ways."""

from __future__ import annotations

import base64
import logging
import secrets
from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from registry import sealing
from registry.selectors import two_steps

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator

logger = logging.getLogger(__name__)
#: What the keys of second steps are sealed for.
PURPOSE = b"caretally: second steps"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: a practice gives its people their accounts."""
        return False


class TwoStepAdapter(DefaultMFAAdapter):
    """Keys of second steps are sealed, and stay while a practice demands them."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code is not right, or was used. Enter the one that is shown now.",
        "cannot_delete_authenticator": "A practice of yours needs the second step. It stays on.",
    }

    def encrypt(self, text: str) -> str:
        return sealing.seal(text, PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """The key; one that nobody knows where it cannot be opened: then no code fits."""
        try:
            return sealing.open_(encrypted_text, PURPOSE)
        except sealing.Unopened:
            logger.error("A second step was sealed under another SECRET_KEY: no code fits it.")
            return base64.b32encode(secrets.token_bytes(20)).decode("ascii")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not two_steps.demanded_of(authenticator.user_id)
