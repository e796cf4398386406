from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

from config import secret_key


def test_it_is_made_once_long_enough_and_for_its_owner_alone(tmp_path):
    secret = secret_key.kept_in(tmp_path / "data")
    assert len(secret) >= 50
    assert secret_key.kept_in(tmp_path / "data") == secret
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


def test_two_folders_have_two_secrets(tmp_path):
    assert secret_key.kept_in(tmp_path / "a") != secret_key.kept_in(tmp_path / "b")


def test_those_who_come_first_at_once_agree(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(secret_key.kept_in, [tmp_path] * 8))
    assert len(found) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
