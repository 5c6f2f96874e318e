"""Time and peak memory of parsing long generated files, to see that both grow in a line.

    python benchmarks/bench_memory.py [--pages 500 1000 5000]

Each file is parsed in a process of its own. Peak memory is that of the process with all its
libraries and, of course, with the records, which a dense text has tens of on every page.
"""

import argparse
import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from long_file import make_long_file
from reportparse.parsing import parse


def measure(path: Path) -> tuple[int, int, float, float]:
    """Pages, indicator records, seconds of processor time and peak megabytes."""
    start = time.process_time()
    parsed = parse(path)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    records = sum(len(report.indicators) for report in parsed.reports)
    return parsed.source.pages or 0, records, seconds, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 1000, 5000])
    parser.add_argument("--figures", action="store_true", help="put figures into the text")
    options = parser.parse_args()
    print(f"{'pages':>6} {'records':>8} {'s':>8} {'ms/page':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for count in options.pages:
            path = Path(folder) / f"{count}.pdf"
            make_long_file(path, count, figures=options.figures)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                pages, records, seconds, peak = pool.submit(measure, path).result()
            each = 1000 * seconds / pages
            print(f"{pages:6} {records:8} {seconds:8.1f} {each:8.1f} {peak:8.0f}")


if __name__ == "__main__":
    main()
