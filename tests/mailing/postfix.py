"""A real Postfix on loopback, with STARTTLS and a certificate of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MAIN = """
compatibility_level = 3.6
maillog_file = {folder}/log/maillog
maillog_file_prefixes = {folder}
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = kept.example
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = inline:{{ {{ @kept.example = inbox/ }} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
default_transport = discard:
relay_transport = discard:
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {folder}/cert.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_recipient_restrictions =
    check_recipient_access inline:{{ {{ gone@kept.example = 550 5.1.1 no such user }} }},
    permit_mynetworks, reject
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
smtpd_client_message_rate_limit = 0
smtpd_peername_lookup = no
"""

MASTER = """
{port} inet n - n - 100 smtpd
{plain_port} inet n - n - 100 smtpd -o smtpd_tls_security_level=none
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
"""


@dataclass(frozen=True)
class Postfix:
    port: int
    certificate: Path
    inbox: Path
    """A maildir: mail to anybody @kept.example; the rest is dropped after it was accepted."""
    plain_port: int
    """The same without TLS, for clients that have none."""
    master: int
    """The process whose children do the work."""

    def cpu_seconds(self) -> float:
        """Of all its processes so far, those included that ended (Linux)."""
        ticks = 0
        for place in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = place.read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it ended meanwhile
            user, system, childrens_user, childrens_system = map(int, fields[11:15])
            if int(place.parent.name) == self.master:
                ticks += user + system + childrens_user + childrens_system
            elif int(fields[1]) == self.master:
                ticks += user + system
        return ticks / os.sysconf("SC_CLK_TCK")


def missing() -> str:
    """Why Postfix cannot be started here, or ""."""
    if not shutil.which("postfix", path="/usr/sbin:/usr/bin"):
        return "Postfix is not installed"
    return "" if os.geteuid() == 0 else "Postfix is started by root alone"


@contextmanager
def postfix(folder: Path) -> Iterator[Postfix]:
    """*folder* must be short and reachable by Postfix's own user, e.g. a new one below /var/tmp."""
    import pwd

    from tests.mailing.certificates import self_signed

    with socket.socket() as probe, socket.socket() as other:
        for each in (probe, other):
            each.bind(("127.0.0.1", 0))
        port, plain_port = probe.getsockname()[1], other.getsockname()[1]
    owner = pwd.getpwnam("postfix")
    for name in ("etc", "queue", "data", "mail", "log"):
        (folder / name).mkdir(parents=True)
    for name in ("data", "mail"):
        os.chown(folder / name, owner.pw_uid, owner.pw_gid)
    folder.chmod(0o755)
    certificate = self_signed(folder)
    values = {"folder": folder, "uid": owner.pw_uid, "gid": owner.pw_gid}
    values |= {"port": port, "plain_port": plain_port}
    (folder / "etc" / "main.cf").write_text(MAIN.format(**values))
    (folder / "etc" / "master.cf").write_text(MASTER.format(**values))
    command = ["/usr/sbin/postfix", "-c", str(folder / "etc")]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*command, "start"], check=True, **quiet)  # type: ignore[call-overload]
    try:
        for _ in range(3000):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        master = int((folder / "queue" / "pid" / "master.pid").read_text())
        yield Postfix(port, certificate, folder / "mail" / "inbox", plain_port, master)
    finally:
        subprocess.run([*command, "stop"], check=False, **quiet)  # type: ignore[call-overload]
        shutil.rmtree(folder, ignore_errors=True)
