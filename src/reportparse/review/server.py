"""The server of the review page: on this computer alone, with the standard library."""

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, urlsplit

from reportparse.desk.corrections import Action, Correction
from reportparse.errors import ReportParseError, ReviewError
from reportparse.explaining import explain
from reportparse.review.changes import changes_of, check
from reportparse.review.pages import Site, explanation_html, has_picture, queue_page, record_page
from reportparse.review.pictures import page_png
from reportparse.review.queue import Queue
from reportparse.review.static import FILES, read_file
from reportparse.vocabulary import use_vocabulary

ADDRESS = "127.0.0.1"
_MOST_BYTES = 100_000
_TYPES = {"css": "text/css", "js": "text/javascript", "png": "image/png"}
_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self';"
    " connect-src 'self'"
)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews, and the clock by which it is noted."""

    name: str
    now: Callable[[], datetime]


class ReviewServer(ThreadingHTTPServer):
    """Serves a queue to browsers on this computer.

    Args:
        queue: What to look at.
        reviewer: Who looks.
        port: Port to listen on; any free one for 0.
    """

    daemon_threads = True

    def __init__(self, queue: Queue, reviewer: Reviewer, *, port: int = 0) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.queue = queue
        self.reviewer = reviewer
        self.site = Site(token=secrets.token_urlsafe(24))
        self.lock = Lock()

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{ADDRESS}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer

    def do_GET(self) -> None:
        self._answer(self._get)

    def do_POST(self) -> None:
        self._answer(self._post)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not printed."""

    def _answer(self, respond: Callable[[], None]) -> None:
        host = self.headers.get("Host", "")
        if host.partition(":")[0] not in {ADDRESS, "localhost"}:  # a foreign name led here
            self._send_json(HTTPStatus.FORBIDDEN, {"error": "this page is for this computer"})
            return
        try:
            with use_vocabulary(self.server.queue.vocabulary):
                respond()
        except ReviewError as error:
            self._send_json(HTTPStatus.BAD_REQUEST, {"error": str(error)})
        except ReportParseError as error:
            self._send_json(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": str(error)})

    def _get(self) -> None:
        address = urlsplit(self.path)
        queue, site = self.server.queue, self.server.site
        if address.path == "/":
            wanted = parse_qs(address.query).get("page", ["1"])[0]
            page = int(wanted) if wanted.isdecimal() and int(wanted) > 0 else 1
            self._send_html(queue_page(queue, site, page))
        elif (number := self._number(r"/record/(\d+)")) is not None:
            self._send_html(record_page(queue, site, number))
        elif (number := self._number(r"/image/(\d+)\.png")) is not None:
            self._send_picture(number)
        elif (number := self._number(r"/why/(\d+)")) is not None:
            self._send_why(number)
        elif address.path.removeprefix("/files/") in FILES:
            name = address.path.removeprefix("/files/")
            self._send(HTTPStatus.OK, read_file(name), _TYPES[name.rpartition(".")[2]])
        else:
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "there is no such page"})

    def _post(self) -> None:
        number = self._number(r"/record/(\d+)")
        token = self.headers.get("X-Reportparse-Token", "")
        length = int(self.headers.get("Content-Length", "0"))
        sent = self.rfile.read(min(length, _MOST_BYTES))
        if number is None:
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "there is no such record"})
        elif not secrets.compare_digest(token, self.server.site.token):
            self._send_json(HTTPStatus.FORBIDDEN, {"error": "open the page again"})
        else:
            following = self._keep(number, _sent(sent))
            self._send_json(HTTPStatus.OK, {"next": following})

    def _keep(self, number: int, sent: dict[str, Any]) -> str:
        """Keep what was sent; the address of what to look at next."""
        queue, site = self.server.queue, self.server.site
        item = queue.items[number]
        changes = changes_of(item.record, sent["fields"])
        if sent["action"] == Action.CORRECT and not changes:
            raise ReviewError("nothing was changed; accept the record instead")
        correction = Correction(
            at=self.server.reviewer.now(),
            by=self.server.reviewer.name,
            action=Action(sent["action"]),
            place=item.place,
            sha256=item.sha256,
            changes=changes,
        )
        check(item.record, correction)
        with self.server.lock:
            queue.record(number, correction)
        following = queue.next_open(number)
        return site.queue() if following is None else site.record(following)

    def _number(self, pattern: str) -> int | None:
        """The number of an item in the address, where there is such an item."""
        match = re.fullmatch(pattern, urlsplit(self.path).path)
        number = int(match[1]) if match else -1
        return number if 0 <= number < len(self.server.queue.items) else None

    def _send_picture(self, number: int) -> None:
        item = self.server.queue.items[number]
        if has_picture(item) and item.file and item.place.page:
            self._send(HTTPStatus.OK, page_png(item.file, item.place.page), _TYPES["png"])
        else:
            self._send_json(HTTPStatus.NOT_FOUND, {"error": "the report is not at hand"})

    def _send_why(self, number: int) -> None:
        item = self.server.queue.items[number]
        if item.file is None:
            raise ReviewError("the report is not at hand; name its folder with --sources")
        self._send_html(explanation_html(explain(item.file, item.record.provenance.quote)))

    def _send_html(self, text: str) -> None:
        self._send(HTTPStatus.OK, text.encode(), "text/html; charset=utf-8")

    def _send_json(self, status: HTTPStatus, value: dict[str, str]) -> None:
        self._send(status, json.dumps(value).encode(), "application/json")

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)


def _sent(data: bytes) -> dict[str, Any]:
    """An action and fields, of what a page sends.

    Raises:
        ReviewError: It is something else.
    """
    try:
        found = json.loads(data)
        action, fields = Action(found["action"]), dict(found["fields"])
    except (ValueError, KeyError, TypeError) as error:
        raise ReviewError("what was sent is no correction") from error
    return {"action": action, "fields": {str(name): str(text) for name, text in fields.items()}}
