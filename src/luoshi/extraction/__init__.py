"""Records out of a document: figures, people and what they said, commitments, programmes."""

from __future__ import annotations

from luoshi.extraction.accomplishments import find_accomplishments
from luoshi.extraction.commitments import find_commitments
from luoshi.extraction.figures import find_figures
from luoshi.extraction.passages import spoken_in
from luoshi.extraction.people import find_people
from luoshi.extraction.programmes import find_programmes
from luoshi.model import Document, Flow, Records


def extract_records(document: Document, flow: Flow) -> Records:
    """All that can be read out of a document in its repaired reading order, with spans of the document's text."""
    figures = find_figures(document, flow)
    people, remarks = find_people(document, flow)
    programmes = find_programmes(document, flow, figures)
    commitments = find_commitments(document, flow, figures, people, remarks, programmes)
    accomplishments = find_accomplishments(document, flow, figures, spoken_in(flow, people, remarks), programmes)
    return Records(figures, people, remarks, commitments, programmes, accomplishments)
