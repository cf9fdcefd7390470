"""The sentences of the pages where readers leave or join, in three languages, and their frame. Pure."""

from __future__ import annotations

from html import escape

WORDS = {
    "zh-Hans": {
        "leave": "退订",
        "ask": "要停止接收《{title}》吗？",
        "left": "已退订。您不会再收到《{title}》。",
        "back": "重新订阅",
        "returned": "已恢复订阅《{title}》。",
        "unknown": "这个链接不完整，或不是我们发出的。请使用邮件底部的退订链接，或写信给 {mail}。",
        "how": "请使用邮件底部的退订链接，或写信给 {mail}。",
        "join": "订阅",
        "address": "电子邮箱",
        "sent": "如果地址无误，您会收到一封确认邮件；点击其中的链接后，订阅才生效。",
        "confirm": "确认订阅",
        "asked": "要订阅《{title}》吗？",
        "joined": "已订阅《{title}》。",
        "expired": "这个确认链接已失效，请重新提交。",
        "wrong": "这不是有效的电子邮箱地址。",
        "slow": "请求过多，请稍后再试。",
    },
    "zh-Hant": {
        "leave": "退訂",
        "ask": "要停止接收《{title}》嗎？",
        "left": "已退訂。您不會再收到《{title}》。",
        "back": "重新訂閱",
        "returned": "已恢復訂閱《{title}》。",
        "unknown": "這個連結不完整，或不是我們發出的。請使用郵件底部的退訂連結，或寫信給 {mail}。",
        "how": "請使用郵件底部的退訂連結，或寫信給 {mail}。",
        "join": "訂閱",
        "address": "電子郵件",
        "sent": "如果地址無誤，您會收到一封確認郵件；點擊其中的連結後，訂閱才生效。",
        "confirm": "確認訂閱",
        "asked": "要訂閱《{title}》嗎？",
        "joined": "已訂閱《{title}》。",
        "expired": "這個確認連結已失效，請重新提交。",
        "wrong": "這不是有效的電子郵件地址。",
        "slow": "請求過多，請稍後再試。",
    },
    "en": {
        "leave": "Unsubscribe",
        "ask": "Stop receiving “{title}”?",
        "left": "You are unsubscribed and will not receive “{title}” any more.",
        "back": "Subscribe again",
        "returned": "You are subscribed to “{title}” again.",
        "unknown": "This link is incomplete or not ours. Use the one in the mail, or write to {mail}.",
        "how": "Use the link at the end of the mail, or write to {mail}.",
        "join": "Subscribe",
        "address": "E-mail address",
        "sent": "If the address is right you will get a mail; following its link subscribes you.",
        "confirm": "Confirm",
        "asked": "Subscribe to “{title}”?",
        "joined": "You are subscribed to “{title}”.",
        "expired": "This link has expired; please ask again.",
        "wrong": "That is not an e-mail address.",
        "slow": "Too many requests; please try again later.",
    },
}

_STYLE = (
    "body{font:16px/1.75 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1.25rem;"
    "color:#1c1b19;background:#fbfaf7}h1{font-size:1.3rem}"
    "button{font:inherit;padding:.6rem 1.4rem;border:0;border-radius:4px;background:#8a3324;color:#fff}"
    "input{font:inherit;padding:.55rem;width:100%;box-sizing:border-box;margin:.25rem 0 1rem}"
    "@media(prefers-color-scheme:dark){body{color:#e8e4da;background:#1b1a18}"
    "button{background:#e0a08f;color:#1b1a18}}"
)


def page(language: str, title: str, said: str, form: str = "") -> str:
    """A page that says one thing; *form* is markup already, everything else is escaped."""
    return (
        f'<!doctype html><html lang="{escape(language)}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style><main><h1>{escape(title)}</h1>"
        f"<p>{escape(said)}</p>{form}</main></html>\n"
    )


def button(label: str, name: str, value: str) -> str:
    """A form that posts one field to the page it stands on."""
    return (
        f'<form method="post"><input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        f"<button>{escape(label)}</button></form>"
    )


def question(label: str, submit: str) -> str:
    """A form that asks for an address of mail."""
    return (
        f'<form method="post"><label>{escape(label)}'
        f'<input type="email" name="address" required maxlength="254" autocomplete="email"></label>'
        f"<button>{escape(submit)}</button></form>"
    )
