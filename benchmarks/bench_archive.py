"""Speed and memory of converting an archive.

    python benchmarks/bench_archive.py FOLDER [--jobs 1 2] [--sample 4] [--small N] [--long PAGES]

Converts the PDF files below FOLDER with one worker process and with more, then reads every
``--sample``th of them with pdfplumber (text and tables of every page) in worker processes of the
same kind; converts ``--small`` small text files and ``--long`` pages of invented text, and prints
the greatest memory of the run and of its workers in each quarter. Each result goes to an empty
folder, so nothing is taken over.
"""

import argparse
import shutil
import tempfile
import threading
import time
from concurrent.futures import as_completed
from pathlib import Path

import pdfplumber
import psutil
from loky import ProcessPoolExecutor

from long_file import make_long_file
from reportparse.archive import ConvertSummary, Watch, convert_folder

MEGABYTE = 1024**2
PAGES_A_FILE = 250


class Memory(threading.Thread):
    """Samples the memory of this process and of its workers until it is stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.samples: list[tuple[float, float]] = []
        self._over = threading.Event()

    def run(self) -> None:
        own = psutil.Process()
        while not self._over.wait(0.25):
            held = [0.0]
            for child in own.children(recursive=True):
                try:
                    held.append(child.memory_info().rss / MEGABYTE)
                except psutil.NoSuchProcess:
                    continue
            self.samples.append((own.memory_info().rss / MEGABYTE, max(held)))

    def quarters(self) -> str:
        """The greatest memory of the run and of a worker in each quarter of the time."""
        self._over.set()
        self.join()
        size = max(1, len(self.samples) // 4)
        parts = [self.samples[start : start + size] for start in range(0, 4 * size, size)]
        return ", ".join(
            f"{max(s[0] for s in part):.0f}+{max(s[1] for s in part):.0f}" for part in parts if part
        )


def convert(source: Path, jobs: int) -> tuple[ConvertSummary, float, str]:
    memory = Memory()
    with tempfile.TemporaryDirectory() as out:
        memory.start()
        began = time.monotonic()
        summary = convert_folder(source, out, jobs=jobs, watch=Watch())
        return summary, time.monotonic() - began, memory.quarters()


def plumb(path: str) -> int:
    """Text and tables of every page with pdfplumber; the number of pages."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def plumb_all(paths: list[Path], jobs: int) -> tuple[int, float]:
    with ProcessPoolExecutor(jobs) as pool:
        pool.submit(plumb, str(paths[0])).result()  # loads the library
        began = time.monotonic()
        futures = [pool.submit(plumb, str(path)) for path in paths]
        pages = sum(future.result() for future in as_completed(futures))
        return pages, time.monotonic() - began


def page_count(paths: list[Path]) -> int:
    counts = []
    for path in paths:
        with pdfplumber.open(path) as pdf:
            counts.append(len(pdf.pages))
    return sum(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--sample", type=int, default=4)
    parser.add_argument("--small", type=int, default=20_000)
    parser.add_argument("--long", type=int, default=10_000)
    asked = parser.parse_args()
    paths = [p for p in sorted(asked.folder.rglob("*.pdf")) if p.read_bytes()[:5] == b"%PDF-"]
    with tempfile.TemporaryDirectory() as name:
        source = Path(name)
        for number, path in enumerate(paths):
            shutil.copy(path, source / f"{number}.pdf")
        pages = page_count(paths)
        rates = {}
        for jobs in asked.jobs:
            _, seconds, memory = convert(source, jobs)
            rates[jobs] = pages / seconds
            print(
                f"{len(paths)} files, {pages} pages, {jobs} jobs: {rates[jobs]:.1f} pages a second"
            )
            print(f"  memory of the run and of a worker, by quarter: {memory} MB", flush=True)
        first, last = asked.jobs[0], asked.jobs[-1]
        print(f"{last} jobs are {rates[last] / rates[first]:.2f} times as fast as {first}")
        done, seconds = plumb_all(paths[:: asked.sample], last)
        print(f"pdfplumber, {done} pages, {last} jobs: {done / seconds:.1f} pages a second")
        print(f"reportparse is {rates[last] * seconds / done:.1f} times as fast", flush=True)
    with tempfile.TemporaryDirectory() as name:
        for number in range(asked.small):
            folder = Path(name, str(number % 100))
            folder.mkdir(exist_ok=True)
            text = f"There were {number} children looked after on 31 March 2019.\n"
            (folder / f"{number}.txt").write_text(text)
        summary, seconds, memory = convert(Path(name), asked.jobs[-1])
        print(f"{summary.read} small files: {summary.read / seconds:.0f} files a second")
        print(f"  memory of the run and of a worker, by quarter: {memory} MB", flush=True)
    with tempfile.TemporaryDirectory() as name:
        files = max(1, asked.long // PAGES_A_FILE)
        make_long_file(Path(name, "0.pdf"), PAGES_A_FILE, figures=False)
        for number in range(1, files):
            # A copy with a remark of its own at its end: another file, of the same work.
            data = Path(name, "0.pdf").read_bytes()
            Path(name, f"{number}.pdf").write_bytes(data + f"%{number}\n%%EOF\n".encode())
        summary, seconds, memory = convert(Path(name), asked.jobs[-1])
        total = summary.read * PAGES_A_FILE
        print(f"{total} pages in {summary.read} files: {total / seconds:.1f} pages a second")
        print(f"  memory of the run and of a worker, by quarter: {memory} MB", flush=True)


if __name__ == "__main__":
    main()
