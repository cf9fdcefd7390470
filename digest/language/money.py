"""Currencies as texts write them, Chinese and English, by ISO 4217 code. Pure."""

from __future__ import annotations

import re

_WRITTEN = {
    "USD": "$ US$ USD 美元 美金 dollar dollars",
    "CNY": "元 人民币 人民幣 块 块钱 yuan CNY RMB Rmb",
    "EUR": "€ EUR 欧元 歐元 euro euros",
    "GBP": "£ GBP 英镑 英鎊 pound pounds",
    "JPY": "JPY 日元 日圆 日圓 日币 日幣 yen",
    "HKD": "HK$ HKD 港元 港币 港幣",
    "TWD": "NT$ TWD 新台币 新臺幣 新台幣 台币 臺幣 台幣",
    "KRW": "₩ KRW 韩元 韓元 won",
    "MOP": "MOP$ MOP 澳门元 澳門元 澳门币 澳門幣",
    "SGD": "S$ SGD 新元 新币 新幣 坡币 坡幣",
    "AUD": "A$ AU$ AUD 澳元",
    "CAD": "C$ CA$ CAD 加元",
    "NZD": "NZ$ NZD 纽元 紐元",
    "CHF": "SFr CHF 瑞郎 瑞士法郎",
    "INR": "₹ INR 卢比 盧比 rupee rupees",
    "RUB": "RUB 卢布 盧布 rouble roubles ruble rubles",
    "THB": "THB 泰铢 泰銖 baht",
    "MYR": "MYR 令吉 林吉特 ringgit",
}
CURRENCIES = {word: code for code, words in _WRITTEN.items() for word in words.split()}
"""Code by sign, abbreviation or name. The dollar of another country has its letters before the sign."""
_SIGNS = "$€£₩₹"
MARKS = "|".join(
    rf"(?<![A-Za-z]){re.escape(word)}" if word[0].isalpha() else re.escape(word)
    for word in sorted(CURRENCIES, key=lambda word: (-len(word), word))
    if word[-1] in _SIGNS or (word.isascii() and word[0].isupper())
)
"""What stands before an amount, as alternatives of a pattern, the longest first."""
