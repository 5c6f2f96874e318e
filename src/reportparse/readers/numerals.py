"""Numbers as lists print them."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_LETTERED = 780
_MOST_DIGITS = 9


def small_number(text: str, default: int) -> int:
    """The whole number that ``text`` is; ``default`` where it is none or absurdly long."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else default


def to_roman(number: int) -> str:
    """Lower-case roman numeral of a positive ``number``: 4 gives "iv"."""
    pieces = []
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        pieces.append(numeral * times)
    return "".join(pieces)


def to_letters(number: int) -> str:
    """Lower-case letters that Word and browsers print for a positive ``number``.

    1 gives "a", 26 "z"; after "z" the letter is repeated, as Word does: 27 gives "aa", 28 "bb".
    Past 780, as far as Word goes, the number stays in digits.
    """
    times, letter = divmod(number - 1, 26)
    if number > _MOST_LETTERED:
        return str(number)
    return chr(ord("a") + letter) * (times + 1)
