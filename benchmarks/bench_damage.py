"""Cut and bit-flipped copies of documents: how many lose text, and how many of those say nothing.

    python benchmarks/bench_damage.py FOLDER [--files 1000] [--seed 7] [--list]

Each copy is cut at a random place or has up to twelve bits turned, most of them close together. A
copy loses text where more than one word in a hundred of the whole document, and five words at
least, are not in it. Each is read in this process with a limit of time, which is reported too.
"""

import argparse
import random
import re
import signal
import time
from collections import Counter
from pathlib import Path

from reportparse.document import Document
from reportparse.errors import SourceError
from reportparse.readers import read_document

SUFFIXES = {".pdf", ".docx", ".html", ".txt"}
LOST_SHARE = 0.01
LOST_WORDS = 5
SECONDS = 60
WORD = re.compile(r"\w+")


def damaged(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """How a copy was damaged, and the copy."""
    if chance.random() < 0.4:
        place = chance.randrange(len(data))
        return f"cut at {place} of {len(data)}", data[:place]
    copy = bytearray(data)
    start = chance.randrange(len(data))
    places = []
    for _ in range(chance.randint(1, 12)):
        near = chance.random() < 0.7
        place = (
            min(start + chance.randrange(64), len(data) - 1)
            if near
            else chance.randrange(len(data))
        )
        copy[place] ^= 1 << chance.randrange(8)
        places.append(place)
    return f"turned bits at {places}", bytes(copy)


def words_of(document: Document) -> Counter[str]:
    kept = [document.text, *(furniture.text for furniture in document.furniture)]
    return Counter(WORD.findall(" ".join(kept).lower()))


def read(data: bytes, name: str) -> tuple[Counter[str], tuple[str, ...]]:
    """Words of a copy and the codes of its problems."""
    signal.alarm(SECONDS)
    try:
        document = read_document(data, name=name)
    except SourceError as error:
        return Counter(), (error.code,)
    finally:
        signal.alarm(0)
    return words_of(document), tuple(problem.code for problem in document.problems)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--list", action="store_true", help="name each copy that loses unnamed")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    paths = sorted(p for p in asked.folder.rglob("*") if p.suffix.lower() in SUFFIXES)
    whole: dict[Path, tuple[Counter[str], tuple[str, ...]]] = {}
    tally: Counter[str] = Counter()
    slowest = 0.0
    for number in range(asked.files):
        path = chance.choice(paths)
        data = path.read_bytes()
        how, copy = damaged(data, chance)
        if path not in whole:
            whole[path] = read(data, path.name)
        words, before = whole[path]
        began = time.monotonic()
        found, codes = read(copy, path.name)
        slowest = max(slowest, time.monotonic() - began)
        lost = (words - found).total()
        loses = lost >= LOST_WORDS and lost > LOST_SHARE * words.total()
        new = Counter(codes) - Counter(before)
        state = "loses text" if loses else "keeps its text"
        tally[f"{state}, {'named' if new else 'unnamed'}"] += 1
        tally[f"  {state}, {path.suffix.lower()}, {'named' if new else 'unnamed'}"] += 1
        if asked.list and loses and not new:
            print(f"{number}: {path}: {how}: {lost} of {words.total()} words lost")
    for name, count in sorted(tally.items()):
        print(f"{count:5} {name}")
    print(f"slowest: {slowest:.1f} s")


if __name__ == "__main__":
    main()
