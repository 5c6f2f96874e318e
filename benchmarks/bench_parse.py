"""Time the whole parse against pdfplumber and bare PDFium, one core, one run, the same files.

    python benchmarks/bench_parse.py FOLDER [--limit PAGES]

Prints pages a second of processor time for each, the ratios, and the peak memory of a process
that parses all files. Machines differ and are noisy, so each file is read by all readers in turn,
and only the ratios mean anything.
"""

import argparse
import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from reportparse.errors import SourceError
from reportparse.parsing import parse


def read_with_reportparse(path: Path) -> int:
    return parse(path).source.pages or 0


def read_with_pdfplumber(path: Path) -> int:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def read_with_pdfium(path: Path) -> int:
    document = pdfium.PdfDocument(path)
    for index in range(len(document)):
        document[index].get_textpage().get_text_range()
    pages = len(document)
    document.close()
    return pages


def readable(folder: Path, limit: int) -> list[Path]:
    """PDF files below ``folder`` that can be read, up to about ``limit`` pages."""
    files: list[Path] = []
    pages = 0
    for path in sorted(folder.rglob("*.pdf")):
        try:
            pages += read_with_reportparse(path)
        except SourceError as error:
            print(f"left out: {error}")
            continue
        files.append(path)
        if pages >= limit:
            break
    return files


READERS: dict[str, Callable[[Path], int]] = {
    "reportparse, whole parse": read_with_reportparse,
    "pdfplumber, text and tables": read_with_pdfplumber,
    "PDFium, bare text": read_with_pdfium,
}


def timed(files: list[Path]) -> tuple[int, dict[str, float]]:
    """Pages of the files, and seconds of processor time that each reader took for all."""
    pages = 0
    seconds = dict.fromkeys(READERS, 0.0)
    for path in files:
        for name, read in READERS.items():
            start = time.process_time()
            found = read(path)
            seconds[name] += time.process_time() - start
        pages += found
    return pages, seconds


def peak_megabytes(files: list[Path]) -> float:
    """Peak memory of the process this runs in, after parsing all files."""
    for path in files:
        read_with_reportparse(path)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=10**9, help="stop after about so many pages")
    options = parser.parse_args()
    files = readable(options.folder, options.limit)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        memory = pool.submit(peak_megabytes, files).result()
    pages, seconds = timed(files)
    for name, taken in seconds.items():
        print(f"{name:30} {pages:6} pages {taken:8.1f} s {pages / taken:8.1f} pages/s")
    whole, plumber, bare = seconds.values()
    print(f"whole parse is {plumber / whole:.1f} times as fast as pdfplumber")
    print(f"PDFium's bare text is {whole / bare:.1f} times as fast as the whole parse")
    print(f"peak memory of the whole parse: {memory:.0f} MB")


if __name__ == "__main__":
    main()
