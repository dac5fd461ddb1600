"""Every target of the documents at hand, beside its result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from luoshi.amounts import amount
from luoshi.catalogue import settings
from luoshi.model import Status
from luoshi.progress.definitions import is_bare
from luoshi.progress.derivation import derive
from luoshi.progress.entries import Entry
from luoshi.progress.intervals import month_of
from luoshi.progress.matching import Reported, Result, match
from luoshi.progress.pace import Pace
from luoshi.progress.relations import judge_relation
from luoshi.progress.underway import underway
from luoshi.progress.verdicts import Judgement, Verdict, judge, rule


@dataclass(frozen=True, slots=True)
class Tracked:
    """A target with what came of it. ``again`` are the further places where the same target stands.

    ``computed`` is what follows from levels of different documents where no result was reported: worth knowing, but no result
    (see ``Result.on_older_base``).
    """

    target: Entry
    judgement: Judgement
    result: Result | None = None
    computed: Result | None = None
    pace: Pace | None = None
    again: tuple[Entry, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict


def track(entries: Iterable[Entry], as_of: str = "") -> list[Tracked]:
    """The targets among the figures, by place, time and document, each with its result and verdict.

    A target is due when its time is over on the date ``as_of`` (ISO 8601); where none is given, in the month of the latest
    document of its place.
    """
    entries = list(entries)
    reported = Reported(entries)
    today = _Today(entries, month_of(as_of[:7]) if as_of else None)
    tracked = [replace(_tracked(group[0], reported, today), again=tuple(group[1:])) for group in _targets(entries)]
    return sorted(tracked, key=lambda item: _order(item.target))


def _tracked(target: Entry, reported: Reported, today: _Today) -> Tracked:
    if target.interval is None:
        return Tracked(target, Judgement(Verdict.NOT_COMPARABLE, (rule("no_time"),)))
    due = today.is_over(target)
    if target.figure.value is None:
        if found := judge_relation(target, reported):
            return Tracked(target, *found)
        verdict = Verdict.NOT_REPORTED if due else Verdict.NOT_YET_DUE
        return Tracked(target, Judgement(verdict, (rule("no_number"),)))
    result, computed = match(target, reported), None
    if result is None or not result.comparable:
        computed = derive(target, reported)
        if computed is not None and (not computed.on_older_base or _older_bases_count()):
            result, computed = computed, None
    if result is not None and (result.comparable or due):
        return Tracked(target, judge(target, result), result, computed)
    if due:
        return Tracked(target, _not_reported(target, computed), computed=computed)
    so_far = underway(target, reported)
    return Tracked(target, so_far.judgement, so_far.result, pace=so_far.pace)


def _not_reported(target: Entry, computed: Result | None) -> Judgement:
    reasons = [rule("no_report")]
    if computed is not None:
        word = judge(target, computed).verdict
        reasons.append(rule(f"computed_{word}", formula=computed.formula))
    return Judgement(Verdict.NOT_REPORTED, tuple(reasons))


def _older_bases_count() -> bool:
    return bool(settings("verdicts")["computed"]["on_older_base_is_result"])


class _Today:
    """Up to when documents speak: the month given, or that of the latest document of a place."""

    def __init__(self, entries: Iterable[Entry], given: int | None) -> None:
        self._given = given
        self._latest: dict[str, int] = {}
        for entry in entries:
            month = entry.source.month
            for place in {entry.place.key, entry.source.home.key} if month is not None else ():
                self._latest[place] = max(self._latest.get(place, 0), month or 0)

    def is_over(self, target: Entry) -> bool:
        now = self._given if self._given is not None else self._latest.get(target.place.key)
        return now is not None and target.interval is not None and target.interval.last < now


def _targets(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """The targets, those that say the same together, the first said first."""
    groups: defaultdict[object, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.source.month or 0):
        figure = entry.figure
        if figure.status is Status.TARGET and (figure.value is not None or figure.relation):
            value = None if figure.value is None else amount(figure.value, figure.unit)
            high = None if figure.high is None else amount(figure.high, figure.unit)
            what = (entry.identity, entry.place.key, figure.period, figure.measure, figure.relation)
            groups[what, value, high, figure.bound, figure.base].append(entry)
    return _without_references(list(groups.values()))


def _without_references(groups: list[list[Entry]]) -> list[list[Entry]]:
    """What only speaks of a target by its number (锚定3万亿元目标任务) is joined to the target that has it."""
    named = {_number(group[0]): group for group in reversed(groups) if not is_bare(group[0].identity)}
    references = [group for group in groups if is_bare(group[0].identity) and _number(group[0]) in named]
    for group in references:
        named[_number(group[0])].extend(group)
    joined = set(map(id, references))
    return [group for group in groups if id(group) not in joined]


def _number(target: Entry) -> tuple[object, ...]:
    figure = target.figure
    value = None if figure.value is None else amount(figure.value, figure.unit)
    return value, target.place.key, figure.period, figure.measure


def _order(target: Entry) -> tuple[str, int, int, str, int]:
    when = target.interval
    return (
        target.place.key,
        when.last if when else 0,
        target.source.month or 0,
        target.source.name,
        target.figure.span.start,
    )
