"""A server that fails in the middle of a file gets it whole the next time, and once."""

from __future__ import annotations

import pytest

from billing.services import sftp_place
from tests.billing.deliveries.outbox import LATER, queued, worked


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("full", "of 300006 bytes arrived: the receiver's disk may be full"),
        ("cut", "cut"),
        ("hang", "did not answer within"),
    ],
)
def test_a_server_that_fails_in_the_middle_of_a_file_gets_it_whole_the_next_time(
    serve, to_sftp, files, dana, monkeypatch, fault, says
):
    monkeypatch.setattr(sftp_place, "PATIENCE", 1)
    server = serve()
    to_sftp(server)
    mark = server.folder.parent / "fault"
    mark.write_text(fault)
    made = files(size=300_000)
    row = worked(queued(dana, made))
    assert row.state == "queued"
    assert says in row.problem
    assert row.try_at > LATER
    assert made.file_name not in server.names()
    mark.unlink()
    row = worked(row, now=row.try_at)
    assert (row.state, row.tries, row.problem) == ("sent", 2, "")
    assert server.names() == [made.file_name]
    assert (server.folder / made.file_name).read_bytes() == bytes(made.content)
