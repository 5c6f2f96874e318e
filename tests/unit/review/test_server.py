"""The server answers this computer alone, takes corrections, and is quick over a long queue."""

import http.client
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportparse.archive import convert_folder
from reportparse.desk import open_archive
from reportparse.review import Queue, Reviewer, ReviewServer, build_queue, write_static

BUILT = Path(__file__).resolve().parents[3] / "fixtures" / "built"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two council papers, converted once; a test writes to a copy."""
    folder = tmp_path_factory.mktemp("review") / "out"
    convert_folder(BUILT / "council", folder, jobs=1)
    return folder


@pytest.fixture
def queue(converted: Path, tmp_path: Path) -> Queue:
    shutil.copytree(converted, tmp_path / "out")
    return build_queue(open_archive(tmp_path / "out"), every=True)


@pytest.fixture
def server(queue: Queue) -> Iterator[ReviewServer]:
    with ReviewServer(queue, Reviewer("Ann", lambda: datetime(2026, 1, 2, tzinfo=UTC))) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def ask(server: ReviewServer, path: str, sent: object = None, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=20)
    body = None if sent is None else json.dumps(sent)
    connection.request("GET" if sent is None else "POST", path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def accept(server: ReviewServer, number: int, **fields: str) -> tuple[int, str]:
    action = "correct" if fields else "accept"
    sent = {"action": action, "fields": fields}
    token = {"X-Reportparse-Token": server.site.token}
    return ask(server, f"/record/{number}", sent, **token)


def number_of(queue: Queue, printed: str) -> int:
    return next(n for n, item in enumerate(queue.items) if item.place.printed == printed)


def test_the_queue_and_a_record_are_pages(server: ReviewServer) -> None:
    status, page = ask(server, "/")
    assert status == 200
    assert "Children looked after" in page
    number = number_of(server.queue, "249")
    status, page = ask(server, f"/record/{number}")
    assert status == 200
    assert "<mark>249</mark>" in page


def test_a_correction_is_kept_with_who_and_when(server: ReviewServer) -> None:
    number = number_of(server.queue, "249")
    status, answer = accept(server, number, value="250", period="31 March 2018")
    assert (status, json.loads(answer)["next"].startswith("/record/")) == (200, True)
    line = json.loads((server.queue.folder / "corrections.jsonl").read_text())
    assert (line["by"], line["at"][:10], line["action"]) == ("Ann", "2026-01-02", "correct")
    assert line["changes"]["value"] == 250
    found = open_archive(server.queue.folder).indicators(area="Darlington")
    assert 250 in {one.value for one in found}
    assert 249 not in {one.value for one in found}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": "many"}, "is no number"),
        ({"indicator": "no_such"}, "no measure"),
        ({"unit": "furlongs"}, "unit"),
        ({"period": "some day"}, "period"),
        ({"breakdown": "tall"}, "breakdown"),
        ({"colour": "red"}, "no field colour"),
        ({"value": "249"}, "nothing was changed"),
    ],
)
def test_what_makes_no_record_is_refused(
    server: ReviewServer, fields: dict[str, str], words: str
) -> None:
    status, answer = accept(server, number_of(server.queue, "249"), **fields)
    assert status == 400
    assert words in json.loads(answer)["error"]
    assert not (server.queue.folder / "corrections.jsonl").exists()


def test_others_are_refused(server: ReviewServer) -> None:
    sent = {"action": "accept", "fields": {}}
    assert ask(server, "/record/0", sent)[0] == 403
    assert ask(server, "/", Host="evil.example")[0] == 403
    assert ask(server, "/record/99999")[0] == 404
    assert ask(server, "/files/../server.py")[0] == 404
    assert not (server.queue.folder / "corrections.jsonl").exists()


def test_what_is_done_is_passed_over(server: ReviewServer) -> None:
    before = server.queue.n_open
    assert json.loads(accept(server, 0)[1])["next"] == "/record/1"
    assert server.queue.n_open == before - 1
    again = build_queue(open_archive(server.queue.folder), every=True)
    assert again.n_open == before - 1


def test_a_long_queue_comes_in_pages(server: ReviewServer) -> None:
    item = server.queue.items[0]
    server.queue.items = [
        replace(item, place=item.place.model_copy(update={"nth": n})) for n in range(10_000)
    ]
    first, last = ask(server, "/")[1], ask(server, "/?page=200")[1]
    assert first.count("/record/") == last.count("/record/") == 50
    assert 'href="/record/49"' in first
    assert 'href="/record/9999"' in last
    assert "10,000 of 10,000 records" in last
    assert "Record 10,000 of 10,000" in ask(server, "/record/9999")[1]


def test_a_contradicted_figure_names_what_stands_against_it(tmp_path: Path) -> None:
    report = tmp_path / "reports" / "paper.txt"
    report.parent.mkdir()
    report.write_text(
        "Leeds City Council\n\nAt 31 March 2016 there were 419 children looked after.\n\n"
        "On 31 March 2016 we had 425 children looked after.\n",
        encoding="utf-8",
    )
    convert_folder(report.parent, tmp_path / "out", jobs=1)
    queue = build_queue(open_archive(tmp_path / "out"))
    assert {item.place.printed: item.reason for item in queue.items} == {
        "419": "contradicted: also 425",
        "425": "contradicted: also 419",
    }


def test_pages_as_files(tmp_path: Path) -> None:
    convert_folder(BUILT / "inspections" / "ilacs-standard-2019.pdf", tmp_path / "out", jobs=1)
    queue = build_queue(open_archive(tmp_path / "out"), every=True)
    start = write_static(queue, tmp_path / "pages")
    assert "record/0.html" in start.read_text(encoding="utf-8")
    record = (tmp_path / "pages" / "record" / "0.html").read_text(encoding="utf-8")
    assert 'src="../image/0.png"' in record
    assert "data-key" not in record
    assert (tmp_path / "pages" / "image" / "0.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "pages" / "files" / "review.css").is_file()
