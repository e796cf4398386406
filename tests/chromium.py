"""The Chromium of the browser tests: where it is, and how to get one.

`python -m tests.chromium` gets one where there is none: Playwright's own download, else (root on
Debian or Ubuntu) the distribution's package. Where none can be had it says so loudly; under CI that
is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome-stable")
DOWNLOAD_SECONDS = 600
#: Features left out.  The first three draw lists of the address bar, unseen, as two pages for each
#: window, which cost a fifth of the processor; the rest are what Playwright would leave out by
#: itself, and of two such lists Chromium reads the last alone.
LEFT_OUT = (
    "WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "OptimizationHints", "NetworkTimeServiceQuerying",
    "AimEnabled", "PreconnectToSearch",
)  # fmt: skip


def executable() -> str | None:
    """The program to start, or None. CHROMIUM names one; else the system's; else Playwright's."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return _playwrights_own()


def arguments() -> list[str]:
    """What it must be told: as root it does not start inside its own sandbox."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return [*root, "--disable-gpu", f"--disable-features={','.join(LEFT_OUT)}"]


def counts_as_failure() -> bool:
    """Under CI, browser tests that cannot run have failed."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def get() -> str | None:
    """The program to start, installed now if need be."""
    return executable() or _download() or _install()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _download() -> str | None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return _playwrights_own()


def _install() -> str | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    _run("apt-get", "update", "-q")
    _run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")
    return executable()


def _run(*command: str) -> None:
    print("Trying:", " ".join(command[-4:]), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, timeout=DOWNLOAD_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, flush=True)


def main() -> int:
    """Get a Chromium and say which; the exit status."""
    found = get()
    if found:
        print(f"Chromium: {found}")
        return 0
    print("*" * 78)
    print("NO CHROMIUM could be had: THE BROWSER TESTS WILL NOT RUN. Install one, or name it in")
    print("the variable CHROMIUM.")
    print("*" * 78)
    return 1 if counts_as_failure() else 0


if __name__ == "__main__":
    sys.exit(main())
