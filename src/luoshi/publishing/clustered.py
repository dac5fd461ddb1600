"""Indicators of a register, and decisions on them, as lines for programs and rows for people (docs/register.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from luoshi.progress.clusters import Cluster
from luoshi.register import IndicatorDecision

Line = dict[str, Any]

_SHOWN = 3  # places and names that the terminal's table gives

COLUMNS = ("id", "name", "known", "decided", "bare", "figures", "places", "wording", "wording_figures", "definition")
"""The columns of the CSV, a row for each wording; ``places`` are counted for the indicator."""

HEADS = {
    "编号 id": "left",
    "指标 indicator": "fold",
    "指标值 figures": "right",
    "说法 wordings": "fold",
    "口径 definition": "fold",
    "地区 places": "fold",
}

DECISION_COLUMNS = ("number", "kind", "wording", "indicator", "forced", "at", "by", "undone_at", "undone_by")

DECISION_HEADS = {
    "序号 no.": "right",
    "决定 decision": "left",
    "说法 wordings": "fold",
    "指标 indicator": "fold",
    "时间 at": "left",
    "人 by": "left",
    "撤销 undone": "left",
}


def cluster_line(cluster: Cluster, places: Sequence[str]) -> Line:
    """An indicator with all its wordings, as ``luoshi indicator list --format jsonl`` writes it."""
    return {
        "id": cluster.id,
        "name": cluster.name,
        "known": cluster.identity.listed,
        "decided": cluster.decided,
        "bare": cluster.bare,
        "figures": cluster.figures,
        "places": list(places),
        "definitions": [words for words in cluster.definitions if words],
        "wordings": [
            {"wording": wording.name, "definition": definition, "figures": wording.figures}
            for wording, definition in cluster.defined()
        ],
    }


def cluster_rows(cluster: Cluster, places: Sequence[str]) -> Iterator[Line]:
    """The same as flat rows with the names of ``COLUMNS``."""
    line = cluster_line(cluster, places)
    for wording in line["wordings"]:
        yield {
            **line,
            "places": len(places),
            "wording": wording["wording"],
            "wording_figures": wording["figures"],
            "definition": wording["definition"],
        }


def cluster_cells(cluster: Cluster, places: Sequence[str]) -> tuple[str, ...]:
    """The cells of an indicator in the terminal's table."""
    mark = "（人工）" if cluster.decided else "（泛称）" if cluster.bare else ""
    definitions = "；".join(words or "未说明" for words in cluster.definitions) if any(cluster.definitions) else ""
    wordings = [f"{wording.name} {wording.figures:,}" for wording in cluster.wordings]
    names = _first(wordings) if len(wordings) > 1 or cluster.wordings[0].name != cluster.name else ""
    return cluster.id, cluster.name + mark, f"{cluster.figures:,}", names, definitions, _first(places)


def _first(words: Sequence[str]) -> str:
    more = f" …（{len(words):,}）" if len(words) > _SHOWN else ""
    return "、".join(words[:_SHOWN]) + more


def decision_rows(decision: IndicatorDecision) -> Iterator[Line]:
    """A row for each name that a decision is about."""
    for wording, indicator in decision.choices:
        yield {**decision._asdict(), "wording": wording, "indicator": indicator}


def decision_cells(decision: IndicatorDecision) -> tuple[str, ...]:
    """The cells of a decision in the terminal's table."""
    into = "、".join(dict.fromkeys(indicator for _, indicator in decision.choices))
    names = "、".join(wording for wording, _ in decision.choices)
    kind = f"{decision.kind}（口径不同 forced）" if decision.forced else decision.kind
    undone = f"{decision.undone_at} {decision.undone_by}".strip()
    return str(decision.number), kind, names, into, decision.at, decision.by, undone
