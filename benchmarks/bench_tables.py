"""Time finding and extracting tables against pdfplumber and camelot, one process, the same files.

    python benchmarks/bench_tables.py FOLDER... [--limit PAGES] [--camelot-limit PAGES]

reportparse's time is that of `read_document`: text, blocks and sections as well as every table
with its roles, spans and caption. pdfplumber's is that of `extract_tables` alone. camelot is timed
where it is installed (`pip install camelot-py`), on as many pages as asked for. Seconds are those
of the processor, so that other programs do not count. Machines differ: only the ratios mean
anything.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pdfplumber

from reportparse.errors import SourceError
from reportparse.readers import read_document

try:
    import camelot
except ModuleNotFoundError:
    camelot = None


class Run(NamedTuple):
    """Pages read, tables found and seconds of the processor."""

    pages: int
    tables: int
    seconds: float

    @property
    def seconds_a_page(self) -> float:
        return self.seconds / self.pages


def with_reportparse(path: Path) -> tuple[int, int]:
    document = read_document(path.read_bytes(), name=path.name)
    return len(document.pages), len(document.tables)


def with_pdfplumber(path: Path) -> tuple[int, int]:
    tables = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            tables += len(page.extract_tables())
            page.close()
        return len(pdf.pages), tables


def with_camelot(path: Path) -> tuple[int, int]:
    pages, _ = with_reportparse(path)
    return pages, len(camelot.read_pdf(str(path), pages="all", flavor="hybrid"))


def readable(folders: list[Path], limit: int) -> list[Path]:
    """PDF files below ``folders`` that can be read, up to about ``limit`` pages of each folder."""
    files: list[Path] = []
    for folder in folders:
        pages = 0
        for path in sorted(folder.rglob("*.pdf")):
            if pages >= limit:
                break
            try:
                pages += with_reportparse(path)[0]
            except SourceError as error:
                print(f"left out: {error}")
                continue
            files.append(path)
    return files


def timed(read: Callable[[Path], tuple[int, int]], files: list[Path]) -> Run:
    start = time.process_time()
    counts = [read(path) for path in files]
    seconds = time.process_time() - start
    return Run(sum(pages for pages, _ in counts), sum(tables for _, tables in counts), seconds)


def show(name: str, run: Run) -> None:
    counts = f"{run.pages:6} pages {run.tables:6} tables"
    print(f"{name:12} {counts} {run.seconds:8.1f} s {run.pages / run.seconds:8.1f} pages/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=10**9, help="pages of each folder, about")
    parser.add_argument("--camelot-limit", type=int, default=100, help="pages of each for camelot")
    options = parser.parse_args()
    files = readable(options.folders, options.limit)
    own = timed(with_reportparse, files)
    show("reportparse", own)
    plumber = timed(with_pdfplumber, files)
    show("pdfplumber", plumber)
    print(f"reportparse is {plumber.seconds / own.seconds:.1f} times as fast as pdfplumber")
    if camelot is None:
        print("camelot is not installed (pip install camelot-py): left out")
        return
    few = readable(options.folders, min(options.limit, options.camelot_limit))
    other = timed(with_camelot, few)
    show("camelot", other)
    ratio = other.seconds_a_page / timed(with_reportparse, few).seconds_a_page
    print(f"reportparse is {ratio:.1f} times as fast as camelot (hybrid)")


if __name__ == "__main__":
    main()
