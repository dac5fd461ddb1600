"""The page that people read (一图读懂): one HTML file that needs nothing else, and the overview of many such pages."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from luoshi.model import Case, Figure, Stated, Status
from luoshi.publishing.addresses import programme_href
from luoshi.publishing.cards import Card, by_theme, result_cards, target_cards
from luoshi.publishing.faces import bar_scale, bar_width, face
from luoshi.publishing.ladder import ladder
from luoshi.publishing.matters import matters, number_of_matters, strip
from luoshi.publishing.quoting import Quoting
from luoshi.publishing.sheets import shown_sheets
from luoshi.publishing.source_text import SourceText
from luoshi.publishing.themes import headline_rank, plain_indicator
from luoshi.publishing.undertakings import said_of, shorten, shorten_middle, undertakings
from luoshi.publishing.words import Bilingual, period_words, word
from luoshi.said import Said

_LEADS = 2  # targets set very large
_MIDDLE = 8  # targets set large after them


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One document of the overview; ``href`` leads to its page, ``headline`` is its leading target."""

    href: str
    title: str
    place: Stated | None
    date: Stated | None
    targets: int
    results: int
    findings: int
    headline: Figure | None = None


def entry(case: Case, href: str) -> IndexEntry:
    """The overview's line for a document whose page lies at ``href`` (relative to the overview)."""
    targets = target_cards(case)
    document = case.document
    return IndexEntry(
        href=href,
        title=document.title.value if document.title else document.name,
        place=document.place,
        date=document.date,
        targets=len(targets),
        results=sum(figure.status is Status.ACTUAL for figure in case.records.figures),
        findings=number_of_matters(case.findings),
        headline=next((card.main for card in targets if card.main.value is not None), None),
    )


def render(
    case: Case,
    pictures: Mapping[int, bytes] = MappingProxyType({}),
    said: Mapping[str, Said] = MappingProxyType({}),
    programme_pages: str = "",
) -> str:
    """The page of one document, a whole HTML file. A case without records gives a page that says so.

    ``pictures`` are those of the document's pages (WebP), by their numbers; lines are marked on them. ``said`` is what
    people said of its commitments, by their ids. ``programme_pages`` is the folder of the pages of programmes, seen from
    this page ("" for no links to them).
    """
    source = SourceText(case)
    document, records = case.document, case.records
    targets, results = target_cards(case), result_cards(case)
    leads, middle, others = _ranks(targets)
    place = document.place.value if document.place else ""
    programmes = sorted(records.programmes, key=lambda p: (not p.figures, -len(p.mentions), p.mentions[:1]))
    template = environment().get_template("page.html.j2")
    return template.render(
        **frame("page.css"),
        doc=document,
        file=PurePath(document.source).name,
        title=document.title.value if document.title else document.name,
        quoting=Quoting(case, source),
        sheets=lambda: shown_sheets(document, pictures, source.marks),  # once all marks are made
        source=source,
        people=records.people,
        result_count=sum(figure.status is Status.ACTUAL for figure in records.figures),
        record_count=len(records.figures)
        + len(records.people)
        + len(records.remarks)
        + len(records.commitments)
        + len(records.programmes),
        targets=targets,
        leads=leads,
        middle=middle,
        other_targets=by_theme(others),
        result_themes=by_theme(results),
        scale=bar_scale(results),
        ladder=ladder(results, targets),
        duties=undertakings(case),
        duty_count=len(records.commitments),
        programmes=programmes,
        programme_href=partial(programme_href, programme_pages, place) if programme_pages else None,
        said=said_of(case, said),
        matters=matters(case.findings),
        matter_count=number_of_matters(case.findings),
        strip=strip(case.findings, len(document.text)),
    )


def index(entries: Sequence[IndexEntry], programmes: str = "") -> str:
    """The overview of a run over many documents, in the order given, a whole HTML file.

    ``programmes`` is the address of the list of programmes ("" for none). Leading targets that can be compared (one
    indicator, measure, unit and period) get bars on one scale.
    """
    peers: dict[tuple[str, ...], list[float]] = {}
    for item in entries:
        if item.headline is not None:
            peers.setdefault(_comparable(item.headline), []).append(_ends(item.headline)[1])
    rows = []
    for item in entries:
        bar: tuple[float, ...] = ()
        largest = peers[_comparable(item.headline)] if item.headline is not None else []
        if item.headline is not None and len(largest) > 1 and max(largest):
            bar = tuple(round(end / max(largest) * 100, 1) for end in _ends(item.headline))
        rows.append((item, bar))
    template, bars = environment().get_template("index.html.j2"), any(bar for _, bar in rows)
    return template.render(**frame("page.css"), rows=rows, bars=bars, programmes=programmes)


def _ends(figure: Figure) -> tuple[float, float]:
    """The sizes of a figure's value and, of a range, its upper end."""
    low = abs(float(figure.value or 0))
    return low, max(low, abs(float(figure.high or 0)))


def _comparable(figure: Figure) -> tuple[str, ...]:
    return (figure.indicator_id or plain_indicator(figure.indicator), figure.measure, figure.unit, figure.period)


def _ranks(targets: Sequence[Card]) -> tuple[list[Card], list[Card], list[Card]]:
    """The targets that lead, the other headline indicators of the own place, and the rest."""
    leads = [card for card in targets if card.main.value is not None][:_LEADS]
    middle = [
        card
        for card in targets
        if card.main.value is not None
        and headline_rank(card.main.indicator) is not None
        and not card.main.place
        and _absent(card, leads)
    ][:_MIDDLE]
    return leads, middle, [card for card in targets if _absent(card, leads) and _absent(card, middle)]


def _absent(card: Card, cards: Sequence[Card]) -> bool:
    return not any(card is other for other in cards)


class _Labels:
    """``w.targets`` in a template is the label "targets"."""

    def __getattr__(self, name: str) -> Bilingual:
        try:
            return word("labels", name)
        except KeyError:
            raise AttributeError(name) from None


@cache
def environment() -> Environment:
    """The templates, with what all of them use."""
    made = Environment(
        loader=PackageLoader("luoshi.publishing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        w=_Labels(),
        word=word,
        period=period_words,
        face=face,
        bar_width=bar_width,
        shorten=shorten,
        shorten_middle=shorten_middle,
    )
    return made


@cache
def _asset(*names: str) -> tuple[Markup, str]:
    """Style sheets or scripts of ours to be written into the page as one, and its hash for the content security policy."""
    folder = resources.files("luoshi.publishing") / "templates"
    text = "".join((folder / name).read_text(encoding="utf-8") for name in names)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"'sha256-{digest}'"


@cache
def frame(*styles: str) -> dict[str, Any]:
    """Style, script and the policy that lets in these two and nothing else; ``styles`` are further than the common ones."""
    style, style_hash = _asset("base.css", *styles)
    script, script_hash = _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {style_hash}; script-src {script_hash}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": style, "script": script, "policy": policy}
