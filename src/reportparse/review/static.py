"""The review pages as files, to read without a server."""

from importlib.resources import files
from pathlib import Path

from reportparse.archive import write_bytes_whole, write_whole
from reportparse.review.pages import PER_PAGE, Site, has_picture, queue_page, record_page
from reportparse.review.pictures import page_png
from reportparse.review.queue import Queue
from reportparse.vocabulary import use_vocabulary

FILES = ("review.css", "review.js")


def read_file(name: str) -> bytes:
    """A file of style or script."""
    return files("reportparse.review").joinpath("files", name).read_bytes()


def write_static(queue: Queue, folder: Path) -> Path:
    """Write the queue and its records below ``folder``; the page to open comes back.

    Raises:
        OutputError: A file cannot be written.
        SourceError: A report can no longer be read.
    """
    home, inner = Site(ending=".html", root=""), Site(ending=".html", root="../")
    with use_vocabulary(queue.vocabulary):
        for page in range(1, max(1, -(-len(queue.items) // PER_PAGE)) + 1):
            write_whole(folder / home.queue(page), queue_page(queue, home, page))
        for number, item in enumerate(queue.items):
            write_whole(folder / home.record(number), record_page(queue, inner, number))
            if has_picture(item) and item.file and item.place.page:
                picture = page_png(item.file, item.place.page)
                write_bytes_whole(folder / home.image(number), picture)
    for name in FILES:
        write_bytes_whole(folder / home.file(name), read_file(name))
    return folder / home.queue()
