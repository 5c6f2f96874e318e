"""Time the answers of the review page over a long queue.

    python benchmarks/bench_review.py FOLDER [--records 10000] [--times 20]

FOLDER is one that `reportparse convert` wrote. Its records are repeated until the queue has as
many as asked for. Each kind of page is asked for several times over a connection of its own, as a
browser does; the median and the longest time are printed. A picture is drawn at the first request
and kept after it.
"""

import argparse
import http.client
import statistics
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

from reportparse.desk import open_archive
from reportparse.review import Queue, Reviewer, ReviewServer, build_queue


def _long_queue(folder: Path, records: int) -> Queue:
    queue = build_queue(open_archive(folder), every=True)
    items = islice(cycle(queue.items), records)
    queue.items = [
        replace(item, place=item.place.model_copy(update={"nth": number}))
        for number, item in enumerate(items)
    ]
    return queue


def _seconds(server: ReviewServer, path: str) -> float:
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != http.client.OK:
        raise SystemExit(f"{path}: {answer.status}")
    return time.perf_counter() - start


def main() -> None:
    """Print the time of each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args()
    queue = _long_queue(given.folder, given.records)
    last = given.records - 1
    paths = {
        "queue, first page": "/",
        "queue, last page": f"/?page={-(-given.records // 50)}",
        "first record": "/record/0",
        "last record": f"/record/{last}",
    }
    with ReviewServer(queue, Reviewer("bench", lambda: datetime.now(UTC))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            for words, path in paths.items():
                taken = [_seconds(server, path) for _ in range(given.times)]
                middle, longest = statistics.median(taken), max(taken)
                print(f"{words:20} {middle * 1000:6.1f} ms, longest {longest * 1000:6.1f} ms")
        finally:
            server.shutdown()
            thread.join()


if __name__ == "__main__":
    main()
