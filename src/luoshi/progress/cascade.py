"""A place's target beside those of the places in it: what share each part takes, what is left, and who is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from luoshi.amounts import amount, same_units, split_unit
from luoshi.model import Measure, Status
from luoshi.progress.definitions import Agreement, compare
from luoshi.progress.entries import Entry
from luoshi.progress.localities import Locality, parent_codes, parts_of

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Cascade:
    """``parts`` are the targets of places directly in the whole's place, each with its share in percent; ``total`` is their sum and
    ``rest`` what they leave of the whole, both in the unit of the whole. ``missing`` are the places in force without a target here.
    """

    whole: Entry
    parts: tuple[tuple[Entry, Decimal], ...]
    total: Decimal
    rest: Decimal
    missing: tuple[Locality, ...]


def cascades(entries: Iterable[Entry]) -> Iterator[Cascade]:
    """The targets for amounts of which parts are among the figures too, in the order of the figures."""
    targets = [entry for entry in entries if _is_amount(entry)]
    done: set[object] = set()
    for whole in targets:
        key = (whole.identity, whole.place.key, whole.figure.period, whole.figure.value, whole.figure.unit)
        parts = {part.place.code: part for part in reversed(targets) if _is_part(whole, part)}
        if parts and key not in done:
            done.add(key)
            yield _cascade(whole, [parts[code] for code in sorted(parts)])


def _cascade(whole: Entry, parts: list[Entry]) -> Cascade:
    assert whole.figure.value
    goal = _base(whole)
    total = sum(map(_base, parts), Decimal(0))
    power = -split_unit(whole.figure.unit)[0]
    named = {part.place.code for part in parts}
    return Cascade(
        whole,
        tuple((part, (_base(part) / goal * 100).quantize(_TENTH)) for part in parts),
        _plain(total.scaleb(power)),
        _plain((goal - total).scaleb(power)),
        tuple(place for place in parts_of(whole.place.code) if place.code not in named),
    )


def _is_amount(entry: Entry) -> bool:
    figure = entry.figure
    adds_up = figure.measure is Measure.LEVEL and figure.unit != "%" and bool(figure.value)
    return figure.status is Status.TARGET and adds_up and bool(entry.place.code) and entry.interval is not None


def _is_part(whole: Entry, part: Entry) -> bool:
    above = parent_codes(part.place.code)
    if not above or above[0] != whole.place.code or not whole.interval or not part.interval:
        return False
    joined = compare(whole.identity, part.identity).agreement in (Agreement.SAME, Agreement.OPEN)
    return joined and whole.interval.same(part.interval) and same_units(whole.figure.unit, part.figure.unit)


def _plain(value: Decimal) -> Decimal:
    """Without zeros at its end."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _base(entry: Entry) -> Decimal:
    assert entry.figure.value is not None
    return amount(entry.figure.value, entry.figure.unit)[0]
