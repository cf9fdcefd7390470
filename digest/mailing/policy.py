"""From an answer to a row of the ledger. Pure; clock and chance are arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.delivery.decisions import Answer, Fate, Verdict, wait_seconds
from digest.store.deliveries import Claim, Outcome

REASON_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Policy:
    """How often and how patiently. ``rate`` is in messages a second, 0 for no limit."""

    attempts: int = 6
    backoff_seconds: float = 30.0
    backoff_cap_seconds: float = 900.0
    on_doubt: Literal["resend", "park"] = "resend"
    rate: float = 0.0
    limit_name: str = "mail"

    @property
    def horizon_seconds(self) -> float:
        """No back-off reaches so far: a row due later was written before the clock was set back."""
        return 2 * self.backoff_cap_seconds


def outcome(
    claim: Claim, answer: Answer, verdict: Verdict, policy: Policy, now: float, chance: float
) -> Outcome:
    """What to write down about *claim*; *now* in seconds since 1970, *chance* in [0, 1)."""
    if verdict.fate is Fate.SENT:
        return Outcome(claim.key, "sent")
    reason = " ".join(f"{answer.step}: {answer.text}".split())[:REASON_LENGTH]
    made = claim.attempts + 1
    due = now + wait_seconds(made, policy.backoff_seconds, policy.backoff_cap_seconds, chance)
    match verdict.fate:
        case Fate.AGAIN:
            return Outcome(claim.key, "pending", answer.code, reason, attempts=0)
        case Fate.DOUBT if policy.on_doubt == "resend" and claim.doubts == 0:
            return Outcome(claim.key, "deferred", answer.code, reason, due, doubts=1)
        case Fate.DOUBT:
            return Outcome(claim.key, "in_doubt", answer.code, reason, doubts=1)
        case Fate.DEFER if made < policy.attempts:
            return Outcome(claim.key, "deferred", answer.code, reason, due)
        case Fate.DEFER:
            return Outcome(claim.key, "failed", answer.code, f"{made} attempts used up; {reason}")
        case Fate.FAIL:
            return Outcome(claim.key, "failed", answer.code, reason)
        case Fate.SUPPRESS:
            return Outcome(claim.key, "failed", answer.code, reason, gone=True)
