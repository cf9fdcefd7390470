"""What an answer of a server means, and when to try again. Pure; clock and chance are arguments.

The most frequent complaint about mailers is a 4xx taken for good, the second a
5xx about the *sender* that wrote off every recipient. So an answer is judged by
its code, by its enhanced code (RFC 3463) and by what it answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What was being done when the answer came, in the order of a session (RFC 5321)."""

    CONNECT = "connect"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    BODY = "body"  # before the final dot: the server must forget the message
    DOT = "dot"  # after it: without an answer nobody knows


@dataclass(frozen=True, slots=True)
class Answer:
    """``code`` is None when no answer came: the line died or timed out, and ``text`` says how."""

    step: Step
    code: int | None
    text: str = ""

    @property
    def enhanced(self) -> str:
        """``5.1.1``, or "" when the server gave none, or one of another class than its code."""
        found = re.match(r"([245])\.\d{1,3}\.\d{1,3}\b", self.text)
        return found[0] if found and self.code and found[1] == str(self.code)[0] else ""


class Fate(StrEnum):
    SENT = "sent"
    AGAIN = "again"  # not the recipient's doing: as if it had not been tried
    DEFER = "defer"
    FAIL = "fail"
    SUPPRESS = "suppress"  # failed, and the mailbox is gone for every issue to come
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``hang_up``: this line is of no more use. ``slower``: fewer lines at once.

    ``strike``: the *sender* was refused; this share of a decision to stop the
    whole run, which one accepted message takes back. At 1 it stops.
    """

    fate: Fate
    hang_up: bool = False
    slower: bool = False
    strike: float = 0.0


_SENT = Verdict(Fate.SENT)

POLICY_STRIKE = 1 / 3
"""One recipient's server may dislike us; three in a row mean that it is us."""


def judge(answer: Answer, *, served: int = 0) -> Verdict:
    """What *answer* means for its recipient, its line (*served* messages so far) and the run."""
    code, step = answer.code, answer.step
    if code is not None and 500 <= code <= 599:
        return _refused_for_good(answer)
    if code is not None and 400 <= code <= 499:
        return _refused_now(answer, served)
    if step is Step.DOT and code is not None and 200 <= code <= 299:
        return _SENT
    # No answer, or one that does not fit the question: the line is dead or out of step.
    if step is Step.MAIL and served:
        return Verdict(Fate.AGAIN, hang_up=True)  # closed between two messages, which is a server's right
    return Verdict(Fate.DOUBT if step is Step.DOT else Fate.DEFER, hang_up=True)


def _refused_now(answer: Answer, served: int) -> Verdict:
    if answer.code == 421:
        # A server that ends a session after so many messages says it at MAIL; that is no throttling.
        fate = Fate.AGAIN if answer.step is Step.MAIL else Fate.DEFER
        return Verdict(fate, hang_up=True, slower=not (served and answer.step is Step.MAIL))
    about_mailbox = answer.step is Step.RCPT and (
        answer.code in (450, 451) or answer.enhanced.startswith(("4.1.", "4.2."))
    )
    return Verdict(Fate.DEFER, slower=not about_mailbox)


def _refused_for_good(answer: Answer) -> Verdict:
    enhanced, step = answer.enhanced, answer.step
    if step in (Step.CONNECT, Step.AUTH, Step.MAIL):
        return Verdict(Fate.AGAIN, hang_up=True, strike=1.0)
    if enhanced.startswith("5.7."):
        # Deferred, not waiting: one recipient whose server refuses us must not stop every run to come.
        return Verdict(Fate.DEFER, strike=POLICY_STRIKE if step is Step.RCPT else 1.0)
    if step is Step.RCPT and (enhanced.startswith("5.1.") or enhanced == "5.2.1"):
        return Verdict(Fate.SUPPRESS)
    return Verdict(Fate.FAIL)


def wait_seconds(failures: int, base_seconds: float, cap_seconds: float, chance: float) -> float:
    """Exponential back-off with jitter: about *base_seconds* at first, never more than the cap.

    *chance* in [0, 1) spreads it over the upper half, so that a thousand
    recipients refused together do not come back together.
    """
    doubled = base_seconds * 2.0 ** min(max(failures, 1) - 1, 60)
    return min(doubled, cap_seconds) * (0.5 + chance / 2)
