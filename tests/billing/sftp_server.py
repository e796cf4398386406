"""A real SFTP server on the loopback, as a process of its own.

    python -m tests.billing.sftp_server FOLDER   # prints "PORT FINGERPRINT" and serves

User `caretally`, password `letmein`, or the key whose public half lies in FOLDER/../authorized.
Renames do not overwrite, as the protocol (version 3) has it.  Every upload under a file's own name,
never seen by a client that follows our rules, is written to FOLDER/../written; SLOW is the delay of
each write in seconds.  While FOLDER/../fault says `full`, `cut` or `hang`, a write beyond ROOM
bytes fails as on a full disk, breaks the connection, or is not answered.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from pathlib import Path

import paramiko

USER, PASSWORD = "caretally", "letmein"
ROOM = 100_000


class Door(paramiko.ServerInterface):
    authorized = ""

    def check_auth_password(self, username, password):
        good = (username, password) == (USER, PASSWORD)
        return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED

    def check_auth_publickey(self, username, key):
        good = username == USER and key.get_base64() == self.authorized
        return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED

    def get_allowed_auths(self, username):
        return "password,publickey"


class Handle(paramiko.SFTPHandle):
    def stat(self):
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))

    def write(self, offset, data):
        time.sleep(float(os.environ.get("SLOW", "0")))
        fault = Files.root.parent / "fault"
        if offset + len(data) > ROOM and fault.exists():
            return self._fail(fault.read_text())
        answer = super().write(offset, data)
        self.writefile.flush()
        return answer

    def _fail(self, fault):
        if fault == "cut":
            for transport in threading.enumerate():
                if isinstance(transport, paramiko.Transport):
                    transport.close()
        elif fault == "hang":
            time.sleep(3)
        return paramiko.SFTP_FAILURE


class Files(paramiko.SFTPServerInterface):
    root = Path()

    def _path(self, path):
        return self.root / self.canonicalize(path).lstrip("/")

    def list_folder(self, path):
        return [
            paramiko.SFTPAttributes.from_stat(each.stat(), each.name)
            for each in self._path(path).iterdir()
        ]

    def stat(self, path):
        try:
            return paramiko.SFTPAttributes.from_stat(self._path(path).stat())
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    lstat = stat

    def open(self, path, flags, attr):
        if os.environ.get("WRITE_ONLY") and not flags & os.O_WRONLY:
            return paramiko.SFTP_PERMISSION_DENIED
        try:
            fd = os.open(self._path(path), flags, 0o600)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        handle = Handle(flags)
        mode = "rb" if not flags & (os.O_WRONLY | os.O_RDWR) else "wb"
        handle.filename = str(self._path(path))
        handle.readfile = handle.writefile = os.fdopen(fd, mode)
        return handle

    def remove(self, path):
        try:
            self._path(path).unlink()
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        return paramiko.SFTP_OK

    def rename(self, oldpath, newpath):
        try:
            os.link(self._path(oldpath), self._path(newpath))
            os.unlink(self._path(oldpath))
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        with (self.root.parent / "renamed").open("a") as log:
            log.write(Path(newpath).name + "\n")
        return paramiko.SFTP_OK


def _serve(plain, key):
    transport = paramiko.Transport(plain)
    transport.add_server_key(key)
    transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Files)
    try:
        transport.start_server(server=Door())
    except (paramiko.SSHException, EOFError):
        transport.close()


def main():
    Files.root = Path(sys.argv[1])
    authorized = Files.root.parent / "authorized"
    Door.authorized = authorized.read_text() if authorized.exists() else ""
    key = paramiko.ECDSAKey.generate()
    listening = socket.create_server(("127.0.0.1", int(os.environ.get("PORT", "0"))))
    print(listening.getsockname()[1], key.get_name(), key.get_base64(), flush=True)
    while True:
        plain, _ = listening.accept()
        threading.Thread(target=_serve, args=(plain, key), daemon=True).start()


if __name__ == "__main__":
    main()
