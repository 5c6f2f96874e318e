"""How many damaged PDF files each reader opens, and how many words it finds in them.

    python benchmarks/bench_damaged.py FOLDER [--files 300]

Files below FOLDER are damaged in turn by a cut, by zeroed stretches, by bytes flipped, and by a
lost cross-reference table, at places drawn at random from a fixed seed.
"""

import argparse
from collections import Counter
from pathlib import Path
from random import Random

from reportparse.errors import SourceError
from reportparse.readers.pdf import read_pdf

_LARGEST = 300_000


def _cut(data: bytes, random: Random) -> bytes:
    return data[: int(len(data) * random.uniform(0.3, 0.98))]


def _zeroed(data: bytes, random: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(6):
        at = random.randrange(len(data))
        damaged[at : at + 400] = bytes(min(400, len(data) - at))
    return bytes(damaged)


def _flipped(data: bytes, random: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(max(20, len(data) // 4000)):
        damaged[random.randrange(len(data))] ^= 0xFF
    return bytes(damaged)


def _without_index(data: bytes, _random: Random) -> bytes:
    return data.replace(b"startxref", b"startxxxx").replace(b"trailer", b"trxxler")


_DAMAGE = (_cut, _zeroed, _flipped, _without_index)


def main() -> None:
    """Damage, read and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=300)
    args = parser.parse_args()
    sources = [
        path for path in sorted(args.folder.rglob("*.pdf")) if path.stat().st_size <= _LARGEST
    ]
    random = Random(23)
    outcomes: Counter[tuple[str, str]] = Counter()
    for at in range(args.files):
        damage = _DAMAGE[at % len(_DAMAGE)]
        data = damage(random.choice(sources).read_bytes(), random)
        try:
            document = read_pdf(data)
            codes = {problem.code for problem in document.problems}
            outcome = "read by the second reader" if "second_reader" in codes else "read"
        except SourceError as error:
            outcome = f"refused: {error.code}"
        outcomes[damage.__name__.strip("_"), outcome] += 1
    for (damage, outcome), count in sorted(outcomes.items()):
        print(f"{damage:14} {outcome:28} {count}")


if __name__ == "__main__":
    main()
