"""The mail that asks whether an address really wants to subscribe: plain, and sent at once."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

from digest.delivery import address
from digest.delivery.message import Mailing
from digest.mailing.preview import send_now
from digest.mailing.sending import signer
from digest.model import Rendering

if TYPE_CHECKING:
    from digest.config import Config

WORDS = {
    "zh-Hans": (
        "请确认订阅：{title}",
        "有人（可能是您）用这个地址订阅《{title}》。要确认，请打开：",
        "如果不是您，请忽略此信：不打开链接，就不会收到任何邮件。",
    ),
    "zh-Hant": (
        "請確認訂閱：{title}",
        "有人（可能是您）用這個地址訂閱《{title}》。要確認，請開啟：",
        "如果不是您，請忽略此信：不開啟連結，就不會收到任何郵件。",
    ),
    "en": (
        "Please confirm: {title}",
        "Somebody, probably you, subscribed this address to “{title}”. To confirm, open:",
        "If it was not you, ignore this: without the link nothing will be sent.",
    ),
}


def send_confirmation(config: Config, theme: str, recipient: str, link: str) -> None:
    """Raises `DeliveryError` when it could not be sent."""
    from html import escape

    title = config.titles()[theme]
    subject, asks, otherwise = (words.format(title=title) for words in WORDS[config.language])
    text = f"{asks}\n\n{link}\n\n{otherwise}\n"
    html = (
        f'<!doctype html><html lang="{config.language}"><meta charset="utf-8">'
        f"<title>{escape(subject)}</title><body><p>{escape(asks)}</p>"
        f'<p><a href="{escape(link)}">{escape(link)}</a></p><p>{escape(otherwise)}</p>'
    )
    who = address.sender(config.mail.sender)
    number = f"confirm-{hashlib.sha256(link.encode()).hexdigest()[:12]}"
    mailing = Mailing(
        Rendering(subject, html, text, config.language),
        f"{theme}/{number}",
        who,
        time.time(),
        config.mail.unsubscribe or who.address,
        signer=signer(config.mail),
    )
    send_now(config, mailing, recipient)
