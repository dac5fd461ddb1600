"""Links of the documentation lead somewhere, and nothing is left out of the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_blocks import anchors, links

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_resolve(page: Path) -> None:
    broken = []
    for link in links(page):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_leads_to_every_page_of_docs(readme: str) -> None:
    linked = {(ROOT / link.partition("#")[0]).resolve() for link in links(ROOT / readme) if "://" not in link}
    assert {page.name for page in ROOT.glob("docs/*.md") if page.resolve() not in linked} == set()
