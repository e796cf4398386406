"""A folder on an SFTP server as a place for files.

The server's key is compared before anything is said to it, the password least of all.  Renaming is
the protocol's plain request, which does not overwrite, and not OpenSSH's extension, which does.
"""

from __future__ import annotations

import errno
import io
import posixpath
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import paramiko

from billing.models import Destination, SecretKind
from billing.services import host_keys, sealed
from billing.services.place_errors import Hopeless, Trouble
from billing.services.places import Place

#: Seconds for a connection, and for each answer of the server.
PATIENCE = 20
_KEYS = (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey)


@contextmanager
def folder(destination: Destination) -> Iterator[Place]:
    """The destination's folder, while the connection lasts."""
    with _connected(destination) as transport:
        _authenticate(transport, destination)
        with _told():
            client = paramiko.SFTPClient.from_transport(transport)
        if client is None:
            raise Trouble("The server opens no SFTP session. It will be tried again.")
        with client:
            channel = client.get_channel()
            if channel is not None:
                channel.settimeout(PATIENCE)
            _look(client, destination)
            yield _Folder(client, destination)


def _look(client: paramiko.SFTPClient, destination: Destination) -> None:
    """The folder is there, and is one."""
    try:
        with _told():
            found = client.stat(destination.folder or ".")
    except FileNotFoundError:
        raise Hopeless("The folder is not there on the server. Correct the destination.") from None
    if found.st_mode is not None and not stat.S_ISDIR(found.st_mode):
        raise Hopeless("What the destination names as folder is a file. Correct the destination.")


def shown_key(host: str, port: int) -> str:
    """The key that a server shows now, as it is kept: nobody signs in, and nothing is said to it.

    Raises Trouble or Hopeless.  Whether it is the receiver's own, only a person can say.
    """
    with _greeted(host, port, pinned="") as transport:
        key = transport.get_remote_server_key()
        return f"{key.get_name()} {key.get_base64()}"


@contextmanager
def _connected(destination: Destination) -> Iterator[paramiko.Transport]:
    pinned = destination.host_key
    with _greeted(destination.host, destination.port, pinned=pinned) as transport:
        host_keys.compare(transport.get_remote_server_key(), pinned)
        yield transport


@contextmanager
def _greeted(host: str, port: int, *, pinned: str) -> Iterator[paramiko.Transport]:
    """A server that has shown its key, and was told nothing yet."""
    with _told():
        plain = socket.create_connection((host, port), timeout=PATIENCE)
    transport = None
    try:
        with _told():
            transport = paramiko.Transport(plain)
            transport.banner_timeout = transport.auth_timeout = PATIENCE
            host_keys.prefer(transport, pinned)
            transport.start_client(timeout=PATIENCE)
        yield transport
    finally:
        if transport is not None:
            transport.close()
        plain.close()


def _authenticate(transport: paramiko.Transport, destination: Destination) -> None:
    secret = _secret(destination)
    try:
        with _told():
            if destination.secret_kind == SecretKind.KEY:
                transport.auth_publickey(destination.username, private_key(secret))
            else:
                transport.auth_password(destination.username, secret)
    except paramiko.AuthenticationException:
        raise Hopeless(
            "The server refused the sign-in. Compare user and password or key with what the "
            "receiver gave you."
        ) from None


def _secret(destination: Destination) -> str:
    try:
        return sealed.open_(destination.secret)
    except sealed.Unopened:
        raise Hopeless(
            "The password or key was kept under another SECRET_KEY. Enter it again."
        ) from None


def private_key(text: str) -> paramiko.PKey:
    """A private key without a passphrase, as OpenSSH writes it.  Raises Hopeless."""
    for kind in _KEYS:
        with suppress(paramiko.SSHException, ValueError, IndexError, TypeError):
            return kind.from_private_key(io.StringIO(text))
    raise Hopeless("This is no private key of Ed25519, ECDSA or RSA without a passphrase.")


class _Folder:
    def __init__(self, client: paramiko.SFTPClient, destination: Destination) -> None:
        self.client, self.destination = client, destination

    def size(self, name: str) -> int | None:
        with _told(), suppress(FileNotFoundError):
            return self.client.stat(self._path(name)).st_size
        return None

    def content(self, name: str) -> bytes | None:
        """Some servers take files and show none: then the size has to do."""
        try:
            with self.client.open(self._path(name), "rb") as file:
                file.prefetch()
                return bytes(file.read())
        except OSError as error:
            if isinstance(error, FileNotFoundError | TimeoutError | ConnectionError):
                raise Trouble("The server broke off. It will be tried again.") from error
            return None
        except (paramiko.SSHException, EOFError) as error:
            raise Trouble("The server broke off. It will be tried again.") from error

    def write(self, name: str, content: bytes) -> None:
        """SFTP has no word for a full disk: servers answer that they failed."""
        try:
            with _told(), self.client.open(self._path(name), "wb") as file:
                file.set_pipelined(True)
                file.write(content)
        except _NotDone as error:
            raise Trouble(
                "The server did not take the whole file. Its disk may be full, or the folder's "
                "quota used up: ask the receiver. It will be tried again."
            ) from error

    def rename(self, name: str, to: str) -> None:
        with _told():
            self.client.rename(self._path(name), self._path(to))

    def remove(self, name: str) -> None:
        with _told(), suppress(FileNotFoundError):
            self.client.remove(self._path(name))

    def said(self, name: str) -> str:
        return f"{self.destination.host}: {self._path(name)}"

    def _path(self, name: str) -> str:
        return posixpath.join(self.destination.folder, name)


class _NotDone(Trouble):
    """The server answers, and that it could not do it; why, the protocol has no word for."""


@contextmanager
def _told() -> Iterator[None]:
    """Every fault of network, server and protocol as a sentence without anything secret in it."""
    try:
        yield
    except (FileNotFoundError, paramiko.AuthenticationException):
        raise
    except socket.gaierror as error:
        raise Trouble("The host's name is not known. Correct it, if it is wrong.") from error
    except TimeoutError as error:
        raise Trouble(f"The server did not answer within {PATIENCE} seconds.") from error
    except OSError as error:
        raise _of_system(error) from error
    except (paramiko.SSHException, EOFError) as error:
        raise Trouble(
            "The connection was cut, or the server speaks no SFTP that we know. It will be tried "
            "again."
        ) from error


def _of_system(error: OSError) -> Trouble:
    if error.errno == errno.EACCES:
        return Trouble("The server refuses to write there. Ask the receiver for the right to.")
    if error.errno == errno.ECONNREFUSED:
        return Trouble("The server takes no connection. Correct host and port, if they are wrong.")
    if error.errno:
        return Trouble(f"The connection failed: {error.strerror}.")
    if _is_cut(error):
        return Trouble("The connection was cut. It will be tried again.")
    return _NotDone("The server refused what was asked. It will be tried again.")


def _is_cut(error: OSError) -> bool:
    """Paramiko says it of its own socket in words alone."""
    return str(error) in ("Socket is closed", "Authentication timeout.")
