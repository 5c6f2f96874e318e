"""Make a long PDF of dense text, for tests of time and memory over many pages.

    python benchmarks/long_file.py OUT.pdf [--pages 5000] [--figures]

The text is invented: numbered paragraphs under headings, no two pages alike; with figures and
dates in most sentences, or with words alone.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_LINES = 52
_WIDTH = 95
_SIZE = 10
_LEADING = 13.5
_LEFT, _TOP, _BOTTOM = 60, 780, 40
_NAMES = ("referrals", "assessments", "child protection plans", "children in care", "care leavers")
_SENTENCES = (
    "The number of {name} rose from {a} in March {year} to {b} in March {next}.",
    "Of these, {percent}% were completed within {days} working days, against a target of {goal}%.",
    "Members asked how the service compares with its statistical neighbours and with England.",
    "Managers told the board that the rate of {name} was {rate} per 10,000 at 31 March {next}.",
    "The service was judged to be good at its inspection in {month} {year}.",
    "The plan was agreed by the committee and its actions are reviewed at every meeting.",
    "There were {b} {name} in {year}/{short}, which is {change}% more than the year before.",
    "Partners have worked together so that families receive help early and know whom to ask.",
)
_MONTHS = ("January", "March", "May", "July", "September", "November")


def _sentence(chance: random.Random, sentences: Sequence[str]) -> str:
    year = chance.randint(2008, 2023)
    return chance.choice(sentences).format(
        name=chance.choice(_NAMES),
        a=chance.randint(20, 900),
        b=chance.randint(20, 900),
        year=year,
        next=year + 1,
        short=f"{(year + 1) % 100:02}",
        percent=f"{chance.uniform(40, 99):.1f}",
        goal=chance.randint(60, 95),
        days=chance.choice((10, 15, 35, 45)),
        rate=f"{chance.uniform(20, 90):.1f}",
        change=chance.randint(1, 40),
        month=chance.choice(_MONTHS),
    )


def _paragraph(chance: random.Random, number: str, sentences: Sequence[str]) -> list[str]:
    """Lines of one numbered paragraph."""
    words = [number, *" ".join(_sentence(chance, sentences) for _ in range(4)).split()]
    lines = [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > _WIDTH:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def make_long_file(path: Path, pages: int, *, figures: bool = False) -> None:
    """Write a PDF of ``pages`` pages of dense text to ``path``."""
    sentences = _SENTENCES if figures else [text for text in _SENTENCES if "{" not in text]
    chance = random.Random(1)
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    paragraph = 0
    waiting: list[str] = []
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", _SIZE + 3)
        canvas.drawString(_LEFT, _TOP, f"{page} Performance of the service, part {page}")
        text = canvas.beginText(_LEFT, _TOP - 2 * _LEADING)
        text.setFont("Helvetica", _SIZE)
        text.setLeading(_LEADING)
        for _ in range(_LINES - 2):
            if not waiting:
                paragraph += 1
                waiting = [
                    *_paragraph(chance, f"{page % 90 + 1}.{paragraph % 90 + 1}", sentences),
                    "",
                ]
            text.textLine(waiting.pop(0))
        canvas.drawText(text)
        canvas.setFont("Helvetica", _SIZE - 2)
        canvas.drawString(_LEFT, _BOTTOM, f"Annual report Page {page} of {pages}")
        canvas.showPage()
    canvas.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--figures", action="store_true", help="put figures into the text")
    options = parser.parse_args()
    make_long_file(options.out, options.pages, figures=options.figures)


if __name__ == "__main__":
    main()
