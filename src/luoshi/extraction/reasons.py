"""Why a figure is as it is: for each field the rule and the words that gave it (``luoshi extract --explain``)."""

from __future__ import annotations

from luoshi.extraction.clauses import Sentence
from luoshi.extraction.phrases import Left
from luoshi.extraction.quantity import Quantity

Reasons = dict[str, str]
"""The rule, with the words that it read, by the name of the field."""

_KINDS = {
    "amount": "an amount",
    "percent": "a percentage",
    "points": "percentage points",
    "rank": "a rank",
    "multiple": "a multiple",
    "ratio": "a ratio",
}
_VERBS = {
    "": "no verb",
    "bound": "only a bound",
    "level": "a verb of level",
    "rise": "a verb of rise",
    "fall": "a verb of fall",
    "gap": "a comparison",
    "rank": "a verb of ranking",
}


def reasons_for(text: str, sentence: Sentence, q: Quantity, left: Left, period: tuple[int, int] | None) -> Reasons:
    """The reasons for one figure; ``period`` is where its time is named."""
    written = text[q.start : q.end]
    scanner = "digits" if any(c.isdigit() for c in written) else "characters"
    word = f" “{left.word}”" if left.word and left.verb not in ("gap", "rank") else ""
    base = f" with {left.base}" if left.base else ""
    if q.bound is not None:
        bound = f"quantity: “{text[q.start : q.after]}”"
    elif left.bound is not None:
        bound = "phrases: a word of bound before the number"
    else:
        bound = "no word of bound"
    frame = sentence.frame
    passage = f"the passage that “{frame.opened_by}” opens" if frame.opened_by else "what the document says of itself"
    time = f"times: “{text[slice(*period)]}” in the sentence" if period else f"context: {passage}"
    return {
        "value": f"{scanner}: “{written}”",
        "unit": f"catalogue/units.tsv: {q.unit or 'none written'}",
        "indicator": f"subjects: {sentence.rule}",
        "measure": f"measures: {_KINDS[q.kind]} after {_VERBS[left.verb]}{word}{base}",
        "bound": bound,
        "status": f"context: {passage}" if frame.sure else "times: the period and the words nearby",
        "period": time if frame.opened_by or period else "not said",
        "place": f"figures: “{sentence.place}” opens the sentence" if sentence.place else "the document's own",
    }
