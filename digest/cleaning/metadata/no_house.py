"""What stands where a house does and is none: a label, a place, a counter, a day. Pure."""

from __future__ import annotations

from digest.language.lazy import regex

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国|海外|美国|日本|英国"
)
"""Where a platform says that the author is; it publishes nothing."""
_BUTTON = (
    r"^(?i:my|back to|top of|skip to|read|loading|follow|share|search|subscribe|sign (?:in|up)|log ?in)\b"
    r"|\b(?i:home ?page|followed|followers?|profile|impressum|datenschutz|abonnieren"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$"
)
"""What buttons begin or end with; a day."""
_PLATFORMS = (
    r"facebook|twitter|x|instagram|youtube|linkedin|pinterest|whatsapp|telegram|tiktok|snapchat|flipboard|reddit|rss"
    r"|google\+?|getty images|shutterstock"
)
"""Where a page may be shared, and of whom it has its pictures."""
NO_HOUSE = regex(
    r"^本|^(?:date|用户上传|发布在.{0,6}|(?:国际|即时|突发|政治|社会|生活|娱乐|财经)中心)$|^\w*\d{6}|^(?:原创|互联网|综合|本站|未知|其他|(?i:百度|baidu).{0,30}|微博视频号|微博.{0,4}|超话.{0,10}|.{1,8}客户端|整理|举报|发布|编辑|作者|reserved|rights|(?i:all))$|^网络.{0,4}$|^第\s?\d{1,5}\s?[期集回]|^\d|责任|编辑|记者|^(?i:iphone|ipad|android|安卓|手机|网页|电脑|华为|小米|红米|oppo|vivo|荣耀|pc|hd)"
    rf"|^(?:{_PROVINCES})$|著作权|授权|转载|所有|时间|日期|未经|不得|禁止|推荐文章|只看|楼主|楼层|电梯直达|创作者|人气|赞同|关注"
    # A button, a policy, a word in front of a day; an office of a school; what kind of text it is.
    r"|^(?:回复|回帖|跟帖|评论|上传|商讯|通稿|软文)$|\b(?i:policy|policies)$|^(?i:at|on|by|in)$"
    r"|^(?:学生|教务|科研|人事|财务|保卫|后勤|研究生|招生|就业)(?:工作|管理|指导)?(?:处|部|科)$"
    r"|^(?:本地|体育|财经|娱乐|新闻|社会|国际|科技|热点|综合)?(?:资讯|新闻|快报|周刊|在线|快讯|消息|报道|频道|视频)$"
    # 来源：综合报导 says that there is none.
    r"|^(?:综合|各[方大]|网[络上]|外电|媒体){1,3}(?:外电|媒体|新闻)?(?:报[道导]|消息|资料|整理)?$|^[日晚晨早商时午周]报$|[于於]$|公司.{0,4}$|^(?:www|https?)$|^\W*$|星期|上午|下午|[年月日]$"
    rf"|{_BUTTON}|^(?i:{_PLATFORMS})$"
    r"|^(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|you|us|me|back to .*|uhr"
    r"|all rights reserved|horas?|heures?|von|par|por|door"
    r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)$"
    # What stands behind a time beside a publisher: a counter, or the rest of the time itself.
    r"|^\+|^字[级号体]|^(?:阅读|浏览|点击|观看|播放)[数量次]?$|^(?:阅读|浏览|点击|评论|人气|热度|字号|(?i:views?|reads?|comments?|[ap]\.?m\.?)|[ECMP][SD]?T|GMT|UTC|BST|CEST)$"
)
