"""Leaving and joining: only POST acts, no cookie, no address in a link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from digest.config.settings import (
    Config,
    MailSettings,
    OutputSettings,
    StoreSettings,
    ThemeSettings,
    WebSettings,
)
from digest.delivery.address import reader_key
from digest.mailing import readers
from digest.mailing.recipients import reader_secret
from digest.mailing.sending import link_tokens
from digest.store import open_store, subscribers
from digest.store.database import Store
from digest.web.app import for_readers
from digest.web.limits import Allowance


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(
        language="en",
        mail=MailSettings(
            channel="file", folder=tmp_path / "mail", layout="maildir", sender="T <d@example.org>"
        ),
        output=OutputSettings(dir=tmp_path / "out"),
        store=StoreSettings(url=f"sqlite:///{tmp_path}/a.db"),
        web=WebSettings(public_url="https://news.example.org/", subscribe=True),
        themes=(
            ThemeSettings(slug="trams", title="Trams & <Buses>"),
            ThemeSettings(slug="buses", title="Buses"),
        ),
    )


@pytest.fixture
def store(config: Config) -> Iterator[Store]:
    with open_store(config.store.url) as opened:
        yield opened


@pytest.fixture
def browser(store: Store, config: Config) -> TestClient:
    return TestClient(for_readers(store, config), base_url="https://news.example.org")


@pytest.fixture
def link(store: Store, config: Config) -> str:
    """Ann's, who subscribed."""
    readers.subscribe(store, "trams", "ann@x.org")
    key = reader_key(reader_secret(store), "ann@x.org")
    return f"/u/trams/{link_tokens(store, config).make('trams', key)}"


def gets_trams(store: Store) -> list[str]:
    return [address for address, _ in subscribers.addresses(store, "trams")]


def test_following_the_link_only_asks(browser: TestClient, store: Store, link: str) -> None:
    """Mail scanners follow every link; none of them may unsubscribe a reader."""
    for _ in range(3):
        answer = browser.get(link)
        browser.head(link)
    assert answer.status_code == 200
    assert "Stop receiving" in answer.text
    assert "Trams &amp; &lt;Buses&gt;" in answer.text
    assert gets_trams(store) == ["ann@x.org"]


@pytest.mark.parametrize(
    "form",
    [
        {"data": {"List-Unsubscribe": "One-Click"}},
        {"files": {"List-Unsubscribe": (None, "One-Click")}},
        {},
    ],
)
def test_posting_to_the_link_unsubscribes(browser: TestClient, store: Store, link: str, form) -> None:
    """RFC 8058: the mail program posts, without a page, a cookie or a second question."""
    answer = browser.post(link, **form)
    assert answer.status_code == 200
    assert gets_trams(store) == []
    assert readers.subscribe(store, "trams", "ann@x.org", source="import") == "suppressed"
    assert browser.post(link, **form).status_code == 200


def test_leaving_can_be_undone_at_once_by_the_reader(browser: TestClient, store: Store, link: str) -> None:
    browser.post(link)
    assert "again" in browser.post(link, data={"back": "yes"}).text
    assert gets_trams(store) == ["ann@x.org"]


def test_coming_back_does_not_revive_a_mailbox_that_is_gone(
    browser: TestClient, store: Store, link: str
) -> None:
    key = reader_key(reader_secret(store), "ann@x.org")
    subscribers.suppress(store, subscribers.EVERY_THEME, key, "refused")
    browser.post(link, data={"back": "yes"})
    assert readers.subscribe(store, "trams", "ann@x.org") == "suppressed"


def test_a_reader_of_the_configuration_can_leave_too(
    browser: TestClient, store: Store, config: Config
) -> None:
    key = reader_key(reader_secret(store), "team@example.org")
    browser.post(f"/u/trams/{link_tokens(store, config).make('trams', key)}")
    with store.read() as connection:
        assert subscribers.suppressed_among(connection, "trams", [key])
        assert not subscribers.suppressed_among(connection, "buses", [key])


def test_nothing_in_a_link_or_a_page_tells_the_address(browser: TestClient, link: str) -> None:
    assert "ann" not in link
    assert "ann@" not in browser.get(link).text + browser.post(link).text


def test_pages_set_no_cookie_load_nothing_and_are_not_kept(browser: TestClient, link: str) -> None:
    for answer in (
        browser.get(link),
        browser.post(link),
        browser.get("/u/trams/"),
        browser.get("/subscribe/trams"),
    ):
        assert "set-cookie" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "<script" not in answer.text
        assert "noindex" in answer.text


def test_guessing_is_slowed_down_and_a_real_link_is_not(browser: TestClient, link: str) -> None:
    """A mail provider unsubscribes thousands of readers from one address."""
    codes = [browser.post(f"/u/trams/{'x' * 64}").status_code for _ in range(30)]
    assert codes[0] == 404
    assert codes[-1] == 429
    assert all(browser.post(link).status_code == 200 for _ in range(60))


def test_a_link_of_one_theme_is_worth_nothing_for_another(
    browser: TestClient, store: Store, link: str
) -> None:
    readers.subscribe(store, "buses", "ann@x.org")
    assert browser.post(link.replace("trams", "buses")).status_code == 404
    assert list(subscribers.addresses(store, "buses"))


def test_a_form_that_is_too_long_is_not_read(browser: TestClient, store: Store, link: str) -> None:
    assert browser.post(link, content=b"back=yes&" + b"x" * 100_000).status_code == 200
    assert gets_trams(store) == []


# --- joining


def mails(config: Config) -> list[str]:
    folder = config.mail.folder
    assert folder
    return [path.read_text() for path in sorted((folder / "new").glob("*"))] if folder.exists() else []


def confirmation(config: Config) -> str:
    import re
    from email import message_from_string, policy

    (mail,) = mails(config)
    message = message_from_string(mail, policy=policy.default)
    found = re.search(r"https://news\.example\.org(/confirm/\S+)", message.get_body(("plain",)).get_content())  # type: ignore[union-attr, attr-defined]
    assert found
    return found[1]


def test_subscribing_begins_when_the_address_has_confirmed(browser, store: Store, config: Config) -> None:
    answer = browser.post("/subscribe/trams", data={"address": "bob@X.org"})
    assert answer.status_code == 200
    assert gets_trams(store) == []

    path = confirmation(config)
    assert "bob" not in path
    assert browser.get(path).status_code == 200
    assert gets_trams(store) == []
    assert browser.post(path).status_code == 200
    assert gets_trams(store) == ["bob@x.org"]


def test_the_form_floods_nobody(browser, config: Config) -> None:
    for _ in range(4):
        browser.post("/subscribe/trams", data={"address": "bob@x.org"})
    assert len(mails(config)) == 1
    codes = [browser.post("/subscribe/trams", data={"address": f"b{n}@x.org"}).status_code for n in range(10)]
    assert codes[-1] == 429


def test_the_form_tells_nobody_who_reads(browser, store: Store) -> None:
    readers.subscribe(store, "trams", "ann@x.org")
    known = browser.post("/subscribe/trams", data={"address": "ann@x.org"}).text
    assert known == browser.post("/subscribe/trams", data={"address": "bob@x.org"}).text


@pytest.mark.parametrize("wrong", ["", "bob", "bob@x.org\r\nBcc: eve@x.org"])
def test_an_address_that_is_none_is_asked_again(browser, config: Config, wrong: str) -> None:
    assert browser.post("/subscribe/trams", data={"address": wrong}).status_code == 400
    assert not mails(config)


def test_a_forged_confirmation_subscribes_nobody(browser, store: Store) -> None:
    assert browser.post("/confirm/trams/eyJ4IjoxfQ.abc.def").status_code == 404
    assert gets_trams(store) == []


def test_the_form_is_off_unless_it_is_switched_on(store: Store, config: Config) -> None:
    off = config.model_copy(update={"web": WebSettings(public_url="https://news.example.org/")})
    browser = TestClient(for_readers(store, off))
    assert browser.get("/subscribe/trams").status_code == 404
    assert browser.get("/u/trams/").status_code == 200


def test_an_allowance_comes_back_and_forgets_the_oldest() -> None:
    now = [0.0]
    allowance = Allowance(burst=2, seconds=10.0, clock=lambda: now[0])
    assert [allowance.spend("a") for _ in range(3)] == [True, True, False]
    assert allowance.spend("b")
    now[0] = 10.0
    assert [allowance.spend("a"), allowance.spend("a")] == [True, False]
    for number in range(20_000):
        allowance.spend(str(number))
    assert len(allowance._next) <= 10_000
