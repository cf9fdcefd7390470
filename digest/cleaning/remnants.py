"""Pages of which no article is left: forms, notices, a line or two amid the menus. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Verdict
from digest.language.lazy import begun, regex
from digest.language.script import has_han, simplify

_LONGEST = (1200, 400)
"""Characters, Latin and Chinese, beyond which what is left of a page is long enough for an article."""
_LONGEST_HELP = (700, 240)
"""The same where no form stands on it: more is an answer to somebody's question."""
_FEWEST_AROUND = 6
"""Lines that were cut: a text without a site around it may be as short as it likes."""
_MOST_OF_ITS_OWN, _BESIDE_FIELDS = 0.2, 0.5
"""Share of what is left that says something else than how the site is used; beside a form to fill in."""


def reason(rows: Sequence[Row], verdicts: Sequence[Verdict], read: Sequence[str]) -> str | None:
    """Why what is left of a page, the sentences *read*, is no article; None for what may be one."""
    size = sum(map(len, read))
    if size > _LONGEST[0] or not _is_of_site(verdicts):
        return None
    links = sum(verdict.rule == _ADDRESS for verdict in verdicts)
    if links >= _FEWEST_LINKS and links >= _SHARE_OF_LINKS * len(rows):
        return "it is a list of links"
    folded = simplify("\n".join(read)).lower()
    chinese = has_han(folded)
    if size > _LONGEST[chinese]:
        return None
    own = talk = running = 0
    for text in folded.split("\n"):
        if is_talk(text):
            talk += len(text)
        elif len(text) >= _SHORTEST[has_han(text)]:
            own += len(text)
            running += len(text) if _ENDED.search(text) or len(text) > _LONGEST_SCRAP else 0
    share = own / (own + talk) if talk else 1.0
    short = share <= _MOST_OF_ITS_OWN and size <= _LONGEST_HELP[chinese]
    if short or (share <= _BESIDE_FIELDS and any(map(_is_field, rows))):
        return "it tells visitors how to use the site"
    if running < _LEAST[chinese] and own < _LEAST_UNENDED[chinese]:
        return "no running text was found in it"
    return None


def _is_field(row: Row) -> bool:
    """Whether a line is what stands beside a field of a form for members or buyers."""
    return len(row.fold) <= _LONGEST_FIELD and _FIELD.fullmatch(row.fold) is not None


_LONGEST_FIELD = 40
_FIELD = regex(
    r"[*\s]*(?:(?:confirm|re-?enter|your|new|old|current|choose a|create a)? ?password|user ?name|user ?id"
    r"|first name|last name|(?:zip|post(?:al)?)[ /]?(?:code|postal code)?|phone(?: number)?|remember me"
    r"|keep me (?:signed|logged) in|(?:forgot(?:ten)?|lost) (?:your |my )?(?:password|username)"
    r"|verification code|security code|card number|quantity|subtotal|add to (?:cart|basket|bag)|checkout"
    r"|(?:请?输入|确认|设置|登录|新|旧)?密码|用户名|[账帐]号|手机号码?|(?:图形|短信)?验证码|记住我|记住密码|自动登[录陆]"
    r"|忘记密码|找回密码|获取验证码|加入购物车|立即购买|购买数量)[\s:：*?？]*"
)


_ADDRESS = "web-address"
"""The rule for a line that is nothing else."""
_FEWEST_LINKS, _SHARE_OF_LINKS = 10, 1 / 3
BY_PLACE = frozenset(("before the first paragraph", "after the last paragraph", "signs alone", "leftover"))
"""What says of a cut line where it stands, and not what it is."""


def _is_of_site(verdicts: Sequence[Verdict]) -> bool:
    """Whether lines were cut that a site has and an author has not."""
    cut = [verdict.rule for verdict in verdicts if verdict.fate == "removed"]
    return len(cut) >= _FEWEST_AROUND and not BY_PLACE.issuperset(cut)


_SHORTEST = (25, 8)
"""Characters of what is counted: Yes! Secure! and the like stand on any page."""
_LEAST = (45, 14)
"""Characters of running text: a flash of one short clause has more."""
_LEAST_UNENDED = (90, 28)
"""The same without a stop at its end, as lines of a poem or of a feed are."""
_LONGEST_SCRAP = 80
_ENDED = regex(r"[。！？!?.…][”’」』\"')）]*$")
_LONGEST_TALK = (240, 70)
"""Characters: in a longer sentence one such word says little."""


def is_talk(text: str) -> bool:
    """Whether a sentence is one of the site's own: its law, or what its visitor is to do with it."""
    if len(text) > _LONGEST_TALK[has_han(text)]:
        return False
    if _LAW.search(text):
        return True
    # What somebody said to others, in an article: we, you, please.
    spoken = text.startswith(_QUOTES) or _TOLD.search(text) is not None
    return not spoken and names_use(text) and _TO.search(text) is not None


_QUOTES = ("“", '"', "「", "『", "‘")
_TOLD = begun(
    "astr表说称指认透强呼提建宣据",
    r"\b(?:said|says|told|tells|according to|added|reported|announced)\b"
    r"|(?:表示|说|称|指出|认为|透露|强调|呼吁|提醒|建议|宣布)(?:道|是)?[，,：:“]|据.{2,20}(?:报道|消息|介绍|了解)",
)


def names_use(text: str) -> bool:
    """Whether it has a word for what a site is used for, or two that are for other things too."""
    return _USE.search(text) is not None or len({found[0] for found in _MAY_USE.finditer(text)}) > 1


_USE = begun(
    "a-z登注密账帐用验邮会订下购客充积签本网页浏缓点链收发回版留投隐条扫二公数完阅更最精连",
    r"\b(?:(?<!into )accounts?(?! for)|passwords?|usernames?|user ?id|log(?:ged|ging)?[ -]?(?:in|on|out)"
    r"|sign(?:ed|ing)?[ -]?(?:in|up|out)|regist(?:er|ers|ered|ering|ration)|e-?mail(?:s|ed)?|mailing list"
    r"|newsletters?|subscri\w+|unsubscribe|your (?:order|cart|basket)|checkout|shipping|refunds?"
    r"|web ?site|this (?:site|page|form)"
    r"|(?:following|below) form|form (?:below|above)|click(?:ing)?|submit|browser|javascript|css"
    r"|cookies?|downloads?"
    r"|customer service|special offers?|contact us|feedback|faqs?|credit card|billing|privacy policy"
    r"|terms (?:of (?:use|service)|and conditions)"
    r"|location data|personali[sz]ed (?:ads|content)|your (?:privacy|choices|consent|preferences|device)"
    r"|for free|free (?:shipping|delivery|trial|account|copy|sample|quote|gift)s?)\b"
    r"|登[录陆入]|注册|密码|[账帐][号户]|用户名|验证码|邮箱|会员(?!国)|订阅|订单|下单|购物车|客服|充值|积分|签到|本站"
    r"|网[站页]|页面|浏览器|缓存|cookie|点击|链接|下载|收藏(?![家品馆夹者])|发帖|回帖|版块|留言|投稿|隐私|条款|客户端|扫码"
    r"|二维码|公众号|数位版|完成任务|阅读任务|(?:阅读|更多|最新|精彩)报[导道]|连续(?:阅读|签到|登)",
)
"""What a site is used for and with."""
_MAY_USE = regex(
    r"\b(?:orders?|ordering|cart|basket|delivery|customers?|site|page|form|forums?|fields?|button|search"
    r"|members?(?:hip)?|stores?|shop(?:ping)?|discounts?|coupons?|privacy|comments?|profile|listings?|links?"
    r"|products?|items?|prices?|services?|browse|contact)\b"
)
_TO = regex(
    r"\b(?:you|your|yours|yourself|please|we|welcome|sorry|thank you|thanks)\b"
    r"|\bour (?:site|store|shop|products|services?)\b"
    r"|^\W*(?:\d\.? )?(?:enter|click|choose|select|sign|log|register|join|create|submit|fill|get|find|browse"
    r"|shop|buy|order|save|view|see|add|check|contact|use|try|forgot|forget|forgotten|download|subscribe|need"
    r"|do|no|not|search|visit|call|there (?:is|are)|this|already|new|lost|free|send|read|go)\b"
    r"|(?:^|[，,。；;：:！!、\s])请(?![求教假])|请(?:先|勿|您|联系|点击|登|注册|刷新|检查|稍|重新|使用|输入|确认|扫|关注|下载|填|选择"
    r"|查看)|您|你|可领|领取|我们|本站|欢迎|立即|马上|点击|^如[果有需]|恭喜|抱歉|对不起"
)
"""To whom it speaks, or how."""
# At the start of a line, or at a letter with which one of them begins: see `begun`.
_LAW = regex(
    r"(?:^|(?=[iat©crndp版侵不转欢举搜扫无小]))(?:"
    r"(?:is|are) (?:an? |the )?(?:registered )?(?:trademarks?|copyright)\b|\btrademarks? (?:and|are)\b"
    r"|copyright (?:of|©)|©|all rights reserved|respective owners?|not affiliated with|^\W*powered by"
    r"|(?:reproduc|republi|distribut|reprint|cop(?:y|ied))[^.]{0,120}(?:permission|consent)"
    r"|^\W*(?:listen|watch|play|download|view)\b[^.]{0,60}\b(?:above|below)\W*$"
    r"|comments are (?:closed|off|disabled)|no comments yet"
    r"|版权所有|侵权.{0,6}(?:请|联系|删除|必究)|不承担.{0,20}责任|不代表本[站网]|转载请|欢迎.{0,24}举报|举报(?:电话|邮箱)"
    r"|(?:搜索|扫描|扫一扫).{0,24}关注|无理由退[货换]|小时内发货)"
)
"""Its law, and its terms of trade."""
