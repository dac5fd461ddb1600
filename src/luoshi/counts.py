"""How much of what was read: the numbers of a summary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from luoshi.model import Case, Status


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents, figures by status, other records, and findings by kind."""

    documents: int = 0
    actual: int = 0
    target: int = 0
    people: int = 0
    remarks: int = 0
    commitments: int = 0
    accomplishments: int = 0
    programmes: int = 0
    findings: dict[str, int] = field(default_factory=dict)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            documents=self.documents + other.documents,
            actual=self.actual + other.actual,
            target=self.target + other.target,
            people=self.people + other.people,
            remarks=self.remarks + other.remarks,
            commitments=self.commitments + other.commitments,
            accomplishments=self.accomplishments + other.accomplishments,
            programmes=self.programmes + other.programmes,
            findings=dict(Counter(self.findings) + Counter(other.findings)),
        )


def counts_of(case: Case) -> Counts:
    """The counts of one document."""
    records = case.records
    targets = sum(figure.status is Status.TARGET for figure in records.figures)
    return Counts(
        documents=1,
        actual=len(records.figures) - targets,
        target=targets,
        people=len(records.people),
        remarks=len(records.remarks),
        commitments=len(records.commitments),
        accomplishments=len(records.accomplishments),
        programmes=len(records.programmes),
        findings=dict(Counter(finding.kind.value for finding in case.findings)),
    )
