"""What to check: the findings put together by kind, what changes the meaning first and damage to the text last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.model import Finding, FindingKind, Span

_ORDER = (
    FindingKind.DIFFERING_VALUES,
    FindingKind.GROWTH_MISMATCH,
    FindingKind.SUM_MISMATCH,
    FindingKind.PART_OVER_WHOLE,
    FindingKind.UNIT_SLIP,
    FindingKind.JUMP,
    FindingKind.IMPOSSIBLE_SHARE,
    FindingKind.IMPOSSIBLE_RANK,
    FindingKind.SAME_VALUE,
    FindingKind.COUNT,
    FindingKind.ROLE_CONFLICT,
    FindingKind.UNKNOWN_BODY,
    FindingKind.RUN_ON,
    FindingKind.BROKEN,
    FindingKind.CUT,
    FindingKind.REPEATED,
)


@dataclass(frozen=True, slots=True)
class Matter:
    """All findings of one kind, the surest first."""

    kind: FindingKind
    findings: tuple[Finding, ...]

    @property
    def characters(self) -> int:
        """How many characters the first spans of the findings hold."""
        return sum(f.spans[0].end - f.spans[0].start for f in self.findings if f.spans)


def matters(findings: Iterable[Finding]) -> list[Matter]:
    """The findings by kind; repetitions stay in the order of the text."""
    groups: dict[FindingKind, list[Finding]] = {kind: [] for kind in _ORDER}
    for finding in findings:
        groups.setdefault(finding.kind, []).append(finding)
    return [Matter(kind, tuple(sorted(group, key=_rank))) for kind, group in groups.items() if group]


def _rank(finding: Finding) -> tuple[float, int]:
    sure = 0.0 if finding.kind is FindingKind.REPEATED else -finding.confidence
    return sure, finding.spans[0].start if finding.spans else 0


def number_of_matters(findings: Iterable[Finding]) -> int:
    """How many things there are to look at: all repeated stretches together are one."""
    kinds = [finding.kind for finding in findings]
    repeated = kinds.count(FindingKind.REPEATED)
    return len(kinds) - repeated + bool(repeated)


def strip(findings: Iterable[Finding], size: int, width: int = 1000) -> list[tuple[float, float, str]]:
    """The document of ``size`` characters drawn as a line of ``width``: (from, width, "r" repeated or "k" to check)."""
    if not size:
        return []
    repeated, other = [], []
    for finding in findings:
        if not finding.spans:
            continue
        start, end = finding.spans[0]
        if finding.kind is FindingKind.REPEATED:
            repeated.append((round(start / size * width, 1), round((end - start) / size * width, 1), "r"))
        else:
            at = end if finding.kind in (FindingKind.BROKEN, FindingKind.CUT) else start
            other.append((round(min(at / size, 0.998) * width, 1), 2.0, "k"))
    return repeated + other


def around_break(finding: Finding, text: str) -> tuple[Span, Span] | None:
    """The words before a break and the words where the text goes on, a dozen characters each; ``None`` otherwise."""
    if finding.kind is not FindingKind.BROKEN or len(finding.spans) < 2:
        return None
    stop, goes_on = finding.spans[0].end, finding.spans[1].start
    line = text.rfind("\n", 0, stop) + 1
    end = text.find("\n", goes_on)
    return Span(max(line, stop - 14), stop), Span(goes_on, min(goes_on + 14, end if end >= 0 else len(text)))
