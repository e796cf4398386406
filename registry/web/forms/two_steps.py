"""Setting up the second step of one's own sign-in."""

from __future__ import annotations

from allauth.core import context
from allauth.mfa.totp.forms import ActivateTOTPForm

from registry import two_steps


class SetUpForm(ActivateTOTPForm):
    def clean_code(self) -> str:
        """Whoever sets it up has just shown a code: this session has had its second step."""
        code: str = super().clean_code()
        two_steps.was_shown(context.request)
        return code
