"""Web pages (.html, .htm): the article without the page around it, and what its meta tags say.

trafilatura tells the article from navigation, lists of links and footers; the text itself is taken from the smallest
part of the page that holds nearly all of that article, because trafilatura drops headings and lists which stand
between its paragraphs. Where it finds nothing or loses most sentences of the page, all sentences count as the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from luoshi.catalogue import settings, words
from luoshi.errors import ReadError
from luoshi.model import Origin, Stated
from luoshi.readers.dates import find_date
from luoshi.readers.encodings import decode
from luoshi.readers.html_article import article
from luoshi.readers.html_passages import passages
from luoshi.readers.parsed import Parsed
from luoshi.readers.passages import Passage, parsed_passages
from luoshi.readers.refusals import check_decoded

_HAN = re.compile(r"[\u4e00-\u9fff]")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]\s+|[-–—](?=[^-–—]*(?:网|网站|政府|门户|客户端|频道)$)")


def read_html(data: bytes, source: str) -> Parsed:
    """Raises ReadError if the bytes are no text or the page holds none."""
    html, encoding = check_decoded(decode(data, markup=True), data, source)
    page = LexborHTMLParser(html)
    found, parts = passages(page)
    if not found:
        raise ReadError(f"{source} is a web page without text.")
    meta = _meta(page)
    title = _first(meta, "title") or _title_of(page, found)
    kept = article(html, found, parts, title)
    date = next(filter(None, map(find_date, _all(meta, "date"))), "")
    return parsed_passages(kept, encoding, "text/html", _markup(title), _markup(_issuer(meta)), _markup(date))


def _markup(value: str) -> Stated | None:
    return Stated(value, Origin.MARKUP) if value else None


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    """The content of each meta tag by its name or property in small letters; the first of the same name."""
    found: dict[str, str] = {}
    for tag in page.css("meta"):
        name = tag.attributes.get("name") or tag.attributes.get("property") or ""
        content = " ".join((tag.attributes.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _all(meta: dict[str, str], key: str) -> list[str]:
    return [meta[name] for name in settings("html")[key].split() if name in meta]


def _first(meta: dict[str, str], key: str) -> str:
    return next(iter(_all(meta, key)), "")


def _issuer(meta: dict[str, str]) -> str:
    """The first meta tag that names somebody, without a label before the name (来源：东岭日报)."""
    labels = "|".join(
        map(re.escape, words("document_words", "source_labels") + words("document_words", "issuer_labels"))
    )
    names = (re.sub(rf"^(?:{labels})[:：]\s*", "", value) for value in _all(meta, "issuer"))
    nobody = words("html", "nobody")
    return next((name for name in names if _HAN.search(name) and name not in nobody), "")


def _title_of(page: LexborHTMLParser, found: Sequence[Passage]) -> str:
    """The only <h1>, else the <title> without the name of the site behind it."""
    headings = [passage.words for passage in found if passage.level == 1 and not passage.linked]
    if len(headings) == 1:
        return headings[0]
    node = page.css_first("title")
    whole = " ".join(node.text().split()) if node else ""
    return _SITE.split(whole, maxsplit=1)[0] or whole
