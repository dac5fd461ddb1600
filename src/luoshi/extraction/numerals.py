"""Numbers in Chinese characters, read exactly."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

EXAMPLES = (
    ("十", "10"),
    ("十五", "15"),
    ("二十五", "25"),
    ("三百二十", "320"),
    ("三百二十万", "3200000"),
    ("一千零五", "1005"),
    ("两千", "2000"),
    ("千", "1000"),
    ("百", "100"),
    ("一万二千亿", "1200000000000"),
    ("五点五", "5.5"),
    ("零点三六", "0.36"),
    ("二〇二五", "2025"),
)


def chinese_number(words: str) -> Decimal | None:
    """The value of a number in Chinese characters (五点五 → 5.5, 三百二十万 → 3200000), or None where it is none.

    Digits alone are read one by one (二〇二五 → 2025); a leading unit stands for one of it (千 → 1000).
    """
    whole, dot, fraction = words.partition("点")
    if dot:
        head = chinese_number(whole)
        digits = [DIGITS.get(c) for c in fraction]
        if head is None or not digits or None in digits:
            return None
        return Decimal(f"{head}.{''.join(map(str, digits))}")
    if len(words) > 1 and all(c in DIGITS for c in words):
        return Decimal("".join(str(DIGITS[c]) for c in words))
    total = section = digit = 0
    pending = False
    for c in words:
        if c in DIGITS:
            digit, pending = DIGITS[c], True
        elif c in _SMALL:
            section += (digit if pending else 1) * _SMALL[c]
            digit, pending = 0, False
        elif c in _LARGE:
            section += digit
            total = (total + (section or 1)) * _LARGE[c] if c == "亿" else total + (section or 1) * _LARGE[c]
            section, digit, pending = 0, 0, False
        else:
            return None
    return Decimal(total + section + digit) if words else None
