"""The pages of programmes that a run leaves beside those of documents: each is drawn again only when its content changed."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from luoshi.progress.programmes import Group, Named, joined
from luoshi.publishing import programme_accounts as accounts
from luoshi.publishing.addresses import OVERVIEW, PROGRAMMES, programme_file
from luoshi.publishing.files import Folder
from luoshi.publishing.programme_pages import (
    ProgrammePage,
    ProgrammeRow,
    drawing,
    has_state,
    programme_index,
    programme_page,
)
from luoshi.record_ids import document_id
from luoshi.register import Register
from luoshi.register.programme_queries import Holder, Sightings
from luoshi.said import Said

_HEAD, _TAIL = 400, 20  # bytes of a page that show its state, and that it is whole


def write_programmes(register: Register, folder: Path, said: Mapping[str, Mapping[str, Said]]) -> int:
    """Writes the pages of all programmes of a register under ``folder``, and their list; says how many were drawn.

    ``said`` is what people said, by document and commitment. Raises OutputError or RegisterError.
    """
    holders = {holder.id: holder for holder in register.holders()}
    short = register.short_forms()
    named = (
        Named(document, number, name, holders[document].place, short.get((document, number), ()))
        for document, number, name in register.programme_names()
    )
    groups = joined(named)
    if not groups and not (folder / PROGRAMMES).exists():
        return 0
    return _Pages(register, folder, holders, said).write(groups)


class _Pages:
    def __init__(
        self, register: Register, folder: Path, holders: dict[int, Holder], said: Mapping[str, Mapping[str, Said]]
    ) -> None:
        self._register = register
        self._holders = holders
        self._said = said
        self._folder = Folder(folder / PROGRAMMES)
        self._beside = {path.name for path in folder.glob("*.html")}

    def write(self, groups: list[Group]) -> int:
        stale = [(group, state) for group in groups if not self._is_drawn(group, state := self._state(group))]
        for group, state, found in self._with_sightings(stale):
            html = programme_page(self._page(group, found), state).encode()
            for key in group.keys:
                self._folder.write(programme_file(key), html, durable=False)  # what is lost is seen by the next run
        self._write_index(groups)
        return len(stale)

    def _state(self, group: Group) -> str:
        """A digest of all that decides what the page says."""
        digest = hashlib.blake2b(drawing().encode(), digest_size=16)
        for item in group.named:
            holder = self._holders[item.document]
            words = (holder.digest, *holder.state, holder.slug, holder.title, holder.date, holder.place)
            digest.update("\x1f".join((*words, item.name, str(item.number), self._href(holder))).encode())
        return digest.hexdigest()

    def _is_drawn(self, group: Group, state: str) -> bool:
        return all(self._has_state(programme_file(key), state) for key in group.keys)

    def _has_state(self, name: str, state: str) -> bool:
        try:
            with (self._folder.path / name).open("rb") as file:
                head = file.read(_HEAD)
                file.seek(-min(_TAIL, file.seek(0, os.SEEK_END)), os.SEEK_END)
                return has_state(head, file.read(), state)
        except OSError:
            return False

    def _with_sightings(self, stale: list[tuple[Group, str]]) -> Iterator[tuple[Group, str, Mapping[int, Sightings]]]:
        """The groups with what their documents say, which is held in memory only as long as a group to come needs it."""
        last = {item.document: at for at, (group, _) in enumerate(stale) for item in group.named}
        found: dict[int, Sightings] = {}
        for at, (group, state) in enumerate(stale):
            for item in group.named:
                if item.document not in found:
                    found[item.document] = self._register.sightings(item.document)
            yield group, state, found
            for item in group.named:
                if last[item.document] == at:
                    found.pop(item.document, None)

    def _page(self, group: Group, found: Mapping[int, Sightings]) -> ProgrammePage:
        by_document: dict[int, list[Named]] = defaultdict(list)
        for item in group.named:
            by_document[item.document].append(item)
        holders = sorted((self._holders[document] for document in by_document), key=lambda one: (one.date, one.id))
        return ProgrammePage(
            group.name,
            group.variants,
            tuple(self._account(group.name, holder, by_document[holder.id], found[holder.id]) for holder in holders),
        )

    def _account(self, name: str, holder: Holder, items: Iterable[Named], found: Sightings) -> accounts.Account:
        programmes = [found.programmes[item.number] for item in items]
        names = [programme.name for programme in programmes]
        mentions = [span for programme in programmes for span in programme.mentions]
        said = self._said.get(document_id(holder.digest), {})
        return accounts.Account(
            title=holder.title,
            place=holder.place,
            date=holder.date,
            href=self._href(holder),
            names=tuple(other for other in dict.fromkeys(names) if other != name),
            mentions=len(mentions),
            figures=accounts.numbers(programmes, found.figures),
            commitments=accounts.commitments(found, names, said),
            accomplishments=accounts.accomplishments(found, names),
            sentences=accounts.sentences(found.text, mentions),
        )

    def _href(self, holder: Holder) -> str:
        page = f"{holder.slug}.html"
        return f"../{quote(page)}#programmes" if page in self._beside else ""

    def _write_index(self, groups: list[Group]) -> None:
        digest = hashlib.blake2b(drawing().encode(), digest_size=16)
        for group in groups:
            digest.update("\x1f".join((self._state(group), group.name, *group.variants, "\x1e")).encode())
        state = digest.hexdigest()
        if self._has_state(OVERVIEW, state):
            return
        counts = self._register.mention_counts()
        rows = [
            ProgrammeRow(
                group.name,
                group.variants,
                quote(programme_file(group.key)),
                len({item.document for item in group.named}),
                sum(counts.get((item.document, item.number), 0) for item in group.named),
            )
            for group in groups
        ]
        self._folder.write(OVERVIEW, programme_index(rows, len(self._holders), state).encode())
