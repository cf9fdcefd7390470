"""``digest send``, ``retry``, ``subscribers``, ``bounces``, ``backup``: the real command, on real stores."""

from __future__ import annotations

import io
import json
import mailbox
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from digest import issue_json
from digest.cli import main
from digest.model import Issue, IssueId, Theme
from tests.conftest import ROOT
from tests.mailing.server import HANG_UP_AFTER, Server
from tests.mailing.test_sending import only

SETTINGS = """
[store]
url = "sqlite:///digest.db"
[output]
dir = "out"
[mail]
host = "127.0.0.1"
tls = "none"
sender = "Trams <digest@example.org>"
backoff_seconds = 0.01
backoff_cap_seconds = 0.05
[web]
public_url = "https://news.example.org/"
[[themes]]
slug = "trams"
title = "Trams"
to = ["Ann <ann@x.org>", "bob@x.org", "gone@x.org"]
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Project:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "digest.toml").write_text(SETTINGS)
        self.built("2026-11-22")

    def built(self, number: str) -> None:
        """An issue, as ``digest build`` leaves it."""
        issue = Issue(
            IssueId(f"trams/{number}"),
            Theme("trams", "Trams"),
            "en",
            "2026-11-22",
            None,
            (),
            (),
            (),
        )
        place = self.folder / "out" / "trams" / number / "index.json"
        place.parent.mkdir(parents=True)
        place.write_text(issue_json.dump(issue))

    def digest(
        self, *words: str, server: Server | None = None, terminal: bool = False, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """The command in this process: starting Python fifty times would take longer than all the rest."""
        if server:
            environment["DIGEST_MAIL__PORT"] = str(server.port)
        said, told, code = io.StringIO(), Terminal() if terminal else io.StringIO(), 0
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(told):
            patch.chdir(self.folder)
            patch.setattr(sys, "argv", ["digest", *words])
            for name, value in environment.items():
                patch.setenv(name, value)
            try:
                main()
            except SystemExit as ended:
                code = int(ended.code or 0)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        return subprocess.CompletedProcess(words, code, said.getvalue(), told.getvalue())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_an_issue_goes_out_once_and_the_balance_adds_up(project: Project) -> None:
    with Server(only("RCPT", "gone", *["550 5.1.1 no such user"] * 9)) as server:
        first = project.digest("send", "trams/2026-11-22", server=server)
        again = project.digest("send", "trams/2026-11-22", "--json", server=server)

    assert first.returncode == again.returncode == 4
    assert "3 recipients = 2 sent + 1 failed + 0 suppressed + 0 deferred + 0 in doubt" in first.stdout
    assert "gone@x.org: 550" in first.stderr
    assert json.loads(again.stdout)["sent"] == 2
    assert sorted(server.copies) == ["ann@x.org", "bob@x.org"]
    assert set(server.copies.values()) == {1}


def test_without_a_name_the_newest_issue_is_sent(project: Project) -> None:
    project.built("2026-11-23")
    with Server() as server:
        done = project.digest("send", "--to", "cho@x.org", server=server)
    assert done.returncode == 0
    assert done.stdout.startswith("trams/2026-11-23: 1 recipient = 1 sent")
    assert list(server.copies) == ["cho@x.org"]


def test_an_issue_for_nobody_waits_for_its_first_reader(project: Project) -> None:
    settings = project.folder / "digest.toml"
    settings.write_text(SETTINGS.partition("to = ")[0])
    with Server() as server:
        early = project.digest("send", server=server)
        project.digest("subscribers", "add", "cho@x.org")
        done = project.digest("send", server=server)
        again = project.digest("send", server=server)
    assert early.returncode == 2
    assert "nobody to send it to" in early.stderr
    assert "1 recipient = 1 sent" in done.stdout
    assert "nothing was sent now" not in done.stderr
    assert "nothing was sent now" in again.stderr
    assert dict(server.copies) == {"cho@x.org": 1}


def test_a_worker_on_sqlite_says_what_it_needs(project: Project) -> None:
    done = project.digest("worker")
    assert done.returncode == 2
    assert "PostgreSQL" in done.stderr


@pytest.mark.parametrize(
    "named", ["out/trams/2026-11-22/index.json", "out/trams/2026-11-22", "trams/2026-11-22"]
)
def test_an_issue_is_named_by_id_or_path(project: Project, named: str) -> None:
    done = project.digest("send", named, "--dry-run")
    assert done.returncode == 0
    assert "trams/2026-11-22" in done.stdout
    assert "3 recipients" in done.stdout


def test_an_issue_that_is_not_there_is_a_usage_error(project: Project) -> None:
    done = project.digest("send", "trams/1999-01-01")
    assert done.returncode == 2
    assert "no such issue" in done.stderr


def test_a_dry_run_and_a_test_change_nothing(project: Project) -> None:
    with Server() as server:
        assert project.digest("send", "--dry-run", server=server).returncode == 0
        assert not server.accepted
        tried = project.digest("send", "--test", "me@x.org", server=server)
        assert tried.returncode == 0
        assert list(server.copies) == ["me@x.org"]
        done = project.digest("send", server=server)
    assert "3 recipients = 3 sent" in done.stdout


def test_a_dry_run_and_a_test_print_one_json_object_too(project: Project) -> None:
    with Server() as server:
        dry = json.loads(project.digest("send", "--dry-run", "--json", server=server).stdout)
        tried = json.loads(project.digest("send", "--test", "me@x.org", "--json", server=server).stdout)

    assert dry["issue"] == tried["issue"] == "trams/2026-11-22"
    assert any("3 recipients" in line for line in dry["dry_run"])
    assert (tried["recipient"], tried["message_id"]) == ("me@x.org", server.accepted[0].message_id)


def test_a_mail_is_in_the_language_of_its_issue(project: Project) -> None:
    """An issue of English articles, built without a configuration, was sent under Chinese headings."""
    with Server() as server:
        done = project.digest("send", "--to", "ann@x.org", server=server, DIGEST_LANGUAGE="zh-Hans")

    assert done.returncode == 0, done.stderr
    (sent,) = server.accepted
    body = message_from_bytes(sent.data).get_payload()[0].get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert "No tracking, no images." in body


def test_what_to_do_about_a_server_that_is_away_is_true_of_a_run_and_of_a_test(project: Project) -> None:
    """A test keeps no state: nothing goes on where it stopped."""
    away = {"DIGEST_MAIL__PORT": "9", "DIGEST_MAIL__ATTEMPTS": "1"}
    tried = project.digest("send", "--test", "me@x.org", **away)
    run = project.digest("send", "--patience", "0", **away)

    assert "check mail.host and mail.port" in tried.stderr
    assert "goes on" not in tried.stderr
    assert "the next run goes on where this one stopped" in run.stderr


def test_at_a_terminal_a_run_that_has_nothing_to_do_says_when_the_next_issue_is_due(project: Project) -> None:
    settings = project.folder / "digest.toml"
    (project.folder / "seeds").mkdir()
    (project.folder / "later").mkdir()
    settings.write_text(
        f'timezone = "Asia/Shanghai"\n{SETTINGS}[seeds]\ndir = "seeds"\n'.replace(
            'slug = "trams"', 'slug = "trams"\nschedule = "0 7 * * *"'
        )
    )

    told = project.digest("run", "--once", terminal=True)
    piped = project.digest("run", "--once")

    assert (told.returncode, piped.returncode) == (0, 0), told.stderr
    assert re.search(r"next issue: trams, \d{4}-\d\d-\d\d 07:00, in ", told.stderr)
    assert "next issue" not in piped.stderr


def test_other_recipients_than_the_frozen_ones_are_refused_before_anything_is_sent(project: Project) -> None:
    """They were silently ignored, and the frozen ones, whom the user had left out, got the issue."""
    with Server(only("RCPT", "bob", *["450 4.2.0 later"] * 9)) as server:
        to = ("--to", "ann@x.org", "--to", "Bob <bob@x.org>")
        waits = project.digest("send", *to, "--patience", "0", server=server)
        others = [
            project.digest("send", *mode, *more, server=server)
            for mode in ((), ("--dry-run",))
            for more in (("--to", "cho@x.org"), ("--to", "bob@x.org"), (*to, "--to", "cho@x.org"))
        ]
        same = project.digest("send", *to, "--patience", "0", server=server)

    assert "2 recipients = 1 sent" in waits.stdout
    assert [each.returncode for each in others] == [2] * 6
    assert all("decided for 2 recipients" in each.stderr and "--test" in each.stderr for each in others)
    assert list(server.copies) == ["ann@x.org"]
    assert "2 recipients = 1 sent" in same.stdout


def test_a_channel_with_recipients_of_its_own_takes_no_others(project: Project) -> None:
    pytest.importorskip("apprise")
    (project.folder / "urls").write_text("json://127.0.0.1:9/\n")
    chat = {"DIGEST_MAIL__CHANNEL": "apprise", "DIGEST_MAIL__URLS_FILE": str(project.folder / "urls")}
    refused = project.digest("send", "--to", "ann@x.org", **chat)
    assert (refused.returncode, "recipients of its own" in refused.stderr) == (2, True)


def test_a_message_that_is_built_is_the_one_that_is_sent(project: Project) -> None:
    """``digest build --format eml`` is what people look at, and checkers check, before they send."""
    from digest.config import load
    from digest.mailing import preview

    settings = load(project.folder / "digest.toml")
    issue = issue_json.load(
        (project.folder / "out/trams/2026-11-22/index.json").read_text(), settings.themes[0].theme()
    )
    built = preview.sample(issue, settings)
    assert built == preview.sample(issue, settings)
    with Server() as server:
        project.digest("send", "--to", "digest@example.org", server=server)
    (sent,) = server.accepted

    def general(data: bytes) -> bytes:
        data = re.sub(rb"/u/trams/\S{64}", b"/u/trams/TOKEN", data)
        return re.sub(rb"(?m)^Date: .*$", b"Date", re.sub(rb"=\r\n\S{64}=\r\n", b"TOKEN", data))

    def head(data: bytes) -> bytes:
        return general(data.partition(b"\r\n\r\n")[0])

    assert b"List-Unsubscribe=One-Click" in built
    assert head(built) == head(sent.data)
    assert len(built) == len(sent.data)


def test_a_test_that_is_refused_says_so(project: Project) -> None:
    with Server(only("RCPT", "me", "550 5.1.1 no such user")) as server:
        done = project.digest("send", "--test", "me@x.org", server=server)
    assert done.returncode == 1
    assert "550" in done.stderr
    assert not (project.folder / "digest.db").exists()


def test_failed_and_doubtful_deliveries_are_retried_when_asked(project: Project) -> None:
    with Server(only("RCPT", "bob", "552 5.2.2 full")) as server:
        assert project.digest("send", server=server).returncode == 4
        done = project.digest("retry", "trams/2026-11-22", "--failed", server=server)
    assert done.returncode == 0
    assert "1 to try again" in done.stderr
    assert "3 sent" in done.stdout

    project.built("2026-11-23")
    with Server(only("DOT", "bob", HANG_UP_AFTER)) as server:
        parked = project.digest("send", server=server, DIGEST_MAIL__ON_DOUBT="park")
        assert parked.returncode == 4
        assert "in doubt: bob@x.org" in parked.stderr
        done = project.digest("retry", "trams/2026-11-23", "--in-doubt", server=server)
    assert done.returncode == 0
    assert server.copies["bob@x.org"] == 2


def test_a_retry_says_which(project: Project) -> None:
    assert project.digest("retry", "trams/2026-11-22").returncode == 2
    assert project.digest("retry", "trams/2026-11-22", "--failed").returncode == 2


def test_a_second_sender_ends_with_5(project: Project) -> None:
    from digest.store import open_store

    with open_store(f"sqlite:///{project.folder}/digest.db") as store, store.lock("send trams/2026-11-22"):
        done = project.digest("send")
    assert done.returncode == 5
    assert "another run" in done.stderr


def started(project: Project, server: Server) -> subprocess.Popen[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DIGEST_")}
    return subprocess.Popen(
        [sys.executable, "-m", "digest", "send"],
        cwd=project.folder,
        env={**environment, "PYTHONPATH": str(ROOT), "DIGEST_MAIL__PORT": str(server.port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(("number", "extra"), [(signal.SIGTERM, 0), (signal.SIGKILL, 8)])
def test_a_run_that_is_stopped_goes_on_where_it_was(project: Project, number: int, extra: int) -> None:
    """SIGTERM: not one extra copy. kill -9: at most one for each of eight connections."""
    people = [f"reader{n}@x.org" for n in range(300)]
    (project.folder / "readers.txt").write_text("\n".join(people))
    text = SETTINGS.replace(
        'to = ["Ann <ann@x.org>", "bob@x.org", "gone@x.org"]', 'recipients_file = "readers.txt"'
    )
    (project.folder / "digest.toml").write_text(text)

    def slowly(verb: str, _who: str, _count: int) -> None:
        if verb == "DOT":
            time.sleep(0.002)

    with Server(slowly) as server:
        process = started(project, server)
        while len(server.accepted) < 60 and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(number)
        _, told = process.communicate(timeout=600)
        assert process.returncode == (0 if number == signal.SIGTERM else -signal.SIGKILL), told
        before = len(server.accepted)
        assert before < 300
        done = project.digest("send", server=server)

    assert "300 recipients = 300 sent" in done.stdout
    assert set(server.copies) == set(people)
    assert len(server.accepted) - 300 <= extra
    assert len({each.message_id for each in server.accepted}) == 300


def test_subscribers_join_the_recipients_of_the_configuration(project: Project) -> None:
    project.digest("subscribers", "add", "cho@x.org", "ANN@x.org")
    with Server() as server:
        project.digest("send", server=server)
    assert sorted(server.copies) == ["ann@x.org", "bob@x.org", "cho@x.org", "gone@x.org"]


@pytest.mark.parametrize("column", ["Email", "E-mail address", "邮箱"])
def test_a_list_of_another_program_is_read_by_its_own_name_for_the_address(
    project: Project, column: str
) -> None:
    (project.folder / "in.csv").write_text(f"{column},name\nann@x.org,Ann\nnobody,No\n", "utf-8")

    done = project.digest("subscribers", "import", "in.csv", "--theme", "trams")

    assert done.stdout.strip() == "1 added, 1 wrong"
    assert "in.csv:3: nobody" in done.stderr


def test_a_bad_row_is_named_with_its_line_and_the_rest_is_imported(project: Project) -> None:
    (project.folder / "in.csv").write_text(
        "\ufeffName,Address,Theme\nAnn,ann@x.org,trams\n,nonsense,trams\nCho,cho@x.org,planes\nDee,dee@x.org,trams\n"
    )
    done = project.digest("subscribers", "import", "in.csv")
    assert done.returncode == 1
    assert "in.csv:3:" in done.stderr
    assert "in.csv:4:" in done.stderr
    assert "2 added, 2 wrong" in done.stdout


def test_no_import_undoes_an_unsubscription(project: Project) -> None:
    project.digest("subscribers", "add", "ann@x.org")
    project.digest("subscribers", "remove", "ann@x.org")
    (project.folder / "in.csv").write_text("address\nann@x.org\n")

    assert "1 suppressed" in project.digest("subscribers", "import", "in.csv", "--theme", "trams").stdout
    assert project.digest("subscribers", "add", "ann@x.org").returncode == 1
    with Server() as server:
        done = project.digest("send", server=server)
    assert "1 suppressed" in done.stdout
    assert "ann@x.org" not in server.copies

    assert project.digest("subscribers", "add", "ann@x.org", "--again").returncode == 0


def test_an_export_brings_another_store_to_the_same_state(project: Project) -> None:
    project.digest("subscribers", "add", "ann@x.org", "bob@x.org")
    project.digest("subscribers", "remove", "bob@x.org")
    exported = project.digest("subscribers", "export").stdout
    (project.folder / "all.csv").write_text(exported)
    other = f"sqlite:///{project.folder}/other.db"

    done = project.digest("subscribers", "import", "all.csv", DIGEST_STORE__URL=other)
    assert done.returncode == 0
    rows = json.loads(project.digest("subscribers", "list", "--json", DIGEST_STORE__URL=other).stdout)
    states = {row["address"]: (row["state"] == "active", bool(row["suppressed"])) for row in rows}
    assert states == {"ann@x.org": (True, False), "bob@x.org": (False, True)}


@pytest.mark.parametrize("kind", ["maildir", "mbox"])
def test_bounces_come_home(project: Project, kind: str) -> None:
    with Server() as server:
        project.digest("send", server=server)
    returned = {each.recipient: each.message_id for each in server.accepted}
    box = (mailbox.Maildir if kind == "maildir" else mailbox.mbox)(project.folder / "bounces")
    for identity in (returned["bob@x.org"], "<forged@evil.example>"):
        box.add(bounce(identity))
    box.add(EmailMessage())
    box.close()

    done = project.digest("bounces", "import", "bounces")
    assert done.returncode == 0
    assert done.stdout.strip() == "1 failed, 0 complaints, 0 temporary, 1 unknown, 1 other"
    project.built("2026-11-23")
    with Server() as server:
        project.digest("send", server=server)
    assert "bob@x.org" not in server.copies


def test_one_message_alone_is_no_mailbox(project: Project) -> None:
    """A saved .eml would count as nothing returned, and nobody would learn that it was not read."""
    (project.folder / "bounce.eml").write_bytes(bounce("<a@example.org>"))

    done = project.digest("bounces", "import", "bounce.eml")

    assert "there is no message in it; an mbox begins each one with a line 'From '" in done.stderr


def bounce(identity: str) -> bytes:
    return (
        "From: mx\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
        "Final-Recipient: rfc822; bob@x.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {identity}\r\n\r\n--b--\r\n"
    ).encode()


def test_a_backup_is_a_store(project: Project) -> None:
    project.digest("subscribers", "add", "ann@x.org")
    assert project.digest("backup", "copy.db").returncode == 0
    assert project.digest("backup", "copy.db").returncode == 1
    copy = f"sqlite:///{project.folder}/copy.db"
    assert "ann@x.org" in project.digest("subscribers", "list", DIGEST_STORE__URL=copy).stdout


@pytest.mark.parametrize("layout", ["eml", "maildir"])
def test_messages_can_be_files(project: Project, layout: str) -> None:
    """A maildir is read by the standard library's own client."""
    done = project.digest(
        "send", DIGEST_MAIL__CHANNEL="file", DIGEST_MAIL__LAYOUT=layout, DIGEST_MAIL__FOLDER="mail"
    )
    assert "3 recipients = 3 sent" in done.stdout
    folder = project.folder / "mail"
    if layout == "eml":
        found = sorted((folder / "trams" / "2026-11-22").glob("*.eml"))
        assert len(found) == 3
        assert {path.stat().st_mode & 0o777 for path in found} == {0o600}
        assert not any("ann" in path.name for path in found)
    else:
        box = mailbox.Maildir(folder, create=False)
        assert sorted(message["To"] for message in box) == ["ann@x.org", "bob@x.org", "gone@x.org"]
        assert not list((folder / "tmp").iterdir())


def test_a_chat_gets_the_short_form_and_the_ledger_no_token(project: Project) -> None:
    pytest.importorskip("apprise")
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    heard: list[dict[str, str]] = []

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    web = HTTPServer(("127.0.0.1", 0), Chat)
    Thread(target=web.serve_forever, daemon=True).start()
    (project.folder / "urls.txt").write_text(f"json://127.0.0.1:{web.server_port}/secret-token\n")
    done = project.digest(
        "send", DIGEST_MAIL__CHANNEL="apprise", DIGEST_MAIL__URLS_FILE=str(project.folder / "urls.txt")
    )
    web.shutdown()

    assert "1 recipient = 1 sent" in done.stdout, done.stderr
    (told,) = heard
    assert "Trams" in told["title"]
    assert len(told["message"]) <= 1000
    assert b"secret-token" not in (project.folder / "digest.db").read_bytes()


def test_on_a_terminal_one_line_says_how_far_it_is_and_makes_way_for_what_is_said(tmp_path: Path) -> None:
    """A warning behind half a status line reads as one of its numbers."""

    def react(verb: str, _who: str, count: int) -> str | None:
        return "421 4.3.2 not now" if verb == "CONNECT" and count == 1 else None

    with Server(react=react) as server:
        done = Project(tmp_path).digest("send", server=server, terminal=True, TERM="xterm")

    *drawn, left_over = re.split("\r\x1b\\[K", done.stderr)
    assert drawn[1] == "sent 0 of 3, 3 left"
    warnings = [text for text in drawn if "not connected" in text]
    assert warnings
    assert all(text.startswith("not connected: ") for text in warnings)
    assert left_over == ""  # the balance stands alone
    assert "3 recipients = 3 sent" in done.stdout


def test_nothing_is_drawn_where_nobody_watches(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with Server() as server:
        piped = Project(tmp_path).digest("send", server=server, TERM="xterm")
        dumb = Project(other).digest("send", server=server, terminal=True, TERM="dumb")

    assert piped.stderr == dumb.stderr == ""


def test_json_names_who_did_not_get_it_as_the_text_does(project: Project) -> None:
    with Server(only("RCPT", "ann", *["550 5.1.1 no such user"] * 9)) as server:
        done = project.digest("send", "--to", "ann@x.org", "--to", "bob@x.org", "--json", server=server)

    told = json.loads(done.stdout)
    assert done.returncode == 4
    assert (told["sent"], told["failed"]) == (1, 1)
    assert told["not_sent"] == [
        {"recipient": "ann@x.org", "state": "failed", "code": 550, "reason": "rcpt: 5.1.1 no such user"}
    ]
    assert told["stopped"] is None


def test_a_recipient_typed_wrong_is_refused_before_anything_is_frozen(project: Project) -> None:
    """The issue kept it as its only recipient, and could then be sent to nobody else."""
    with Server() as server:
        for words in (["--to", "ann x.org"], ["--test", "ann x.org"], ["--to", "ann@x.org", "--to", "bob"]):
            refused = project.digest("send", *words, server=server)
            assert (refused.returncode, "not an e-mail address" in refused.stderr) == (2, True)
        done = project.digest("send", server=server)

    assert "3 recipients = 3 sent" in done.stdout


def test_one_wrong_address_among_several_is_named_and_keeps_no_other_out(project: Project) -> None:
    done = project.digest("subscribers", "add", "ann@x.org", "x y", "bob@x.org")

    assert done.returncode == 1
    assert done.stdout.splitlines() == ["added: ann@x.org", "wrong: x y", "added: bob@x.org"]
    assert "x y: not an e-mail address" in done.stderr


@pytest.mark.parametrize("content", [
    "Name;Email\nAnn;ann@x.org\n".encode("utf-8-sig"),
    "姓名,邮箱\n陈明,ann@x.org\n孟舟,bob@x.org\n".encode("gb18030"),
    "Name\tEmail\nAnn\tann@x.org\n".encode("utf-16"),
])  # fmt: skip
def test_a_list_is_read_as_a_spreadsheet_saves_it(project: Project, content: bytes) -> None:
    """Of one theme only, it needs no --theme, as `subscribers add` needs none."""
    (project.folder / "list.csv").write_bytes(content)

    done = project.digest("subscribers", "import", "list.csv")

    assert (done.returncode, done.stderr) == (0, "")
    assert "ann@x.org" in project.digest("subscribers", "list").stdout


@pytest.mark.parametrize("words", [["subscribers", "list"], ["subscribers", "export"], ["backup", "copy.db"]])
def test_asking_makes_no_store_of_readers(project: Project, words: list[str]) -> None:
    """A backup of a store that is elsewhere would be an empty one, and end with 0."""
    done = project.digest(*words)

    assert done.returncode == 1
    assert "there is no store" in done.stderr
    assert not (project.folder / "digest.db").exists()
