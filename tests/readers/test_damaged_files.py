"""Files of office formats with bytes changed at random: a document or one sentence that names the file, nothing else."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from office_files import docx, opendocument, packed, paragraph, sheet_rows, word_table, xlsx

from luoshi.errors import ReadError
from luoshi.readers import read_bytes

ROWS = [["指标", "总量"], ["粮食", 33.0], ["钢材", 880.5]]
FILES = {
    ".docx": docx(paragraph("全市经济稳中向好。") + word_table([["指标", "总量"], ["粮食", "33"]])),
    ".odt": opendocument("<text:h text:outline-level='1'>工作回顾</text:h><text:p>全市经济稳中向好。</text:p>"),
    ".xlsx": xlsx({"工业": sheet_rows(ROWS)}),
    ".xls": (Path(__file__).parent / "files" / "products.xls").read_bytes(),
    ".rtf": rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 "
    + "全市经济稳中向好。".encode("gbk")
    + rb"\par}",
}


def changed(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged[: chance.randrange(len(damaged))] if chance.random() < 0.2 else damaged)


def changed_inside(data: bytes, chance: random.Random) -> bytes:
    """An archive whose checksums are right and one part of which is damaged."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return packed({**parts, name: changed(parts[name], chance)})


@pytest.mark.parametrize("ending", FILES)
@pytest.mark.parametrize("seed", range(25))
def test_damage_costs_a_sentence(ending: str, seed: int) -> None:
    chance = random.Random(seed)
    inside = FILES[ending].startswith(b"PK") and seed % 2
    data = (changed_inside if inside else changed)(FILES[ending], chance)
    try:
        document = read_bytes(data, "a", f"a{ending}", ending=ending)
    except ReadError as refused:
        assert str(refused).startswith(f"a{ending} ")
        assert "\n" not in str(refused)
        return
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(document.text)
