"""The review page in a browser: keys, the box over the page, and what becomes of a correction."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reportparse.archive import ConvertOptions, convert_folder
from reportparse.desk import open_archive
from reportparse.review import Reviewer, ReviewServer, build_queue

BUILT = Path(__file__).resolve().parents[2] / "fixtures" / "built"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="run tests/browser/install first")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An inspection report, converted once; a test writes to a copy."""
    folder = tmp_path_factory.mktemp("review") / "out"
    convert_folder(BUILT / "inspections" / "ilacs-standard-2019.pdf", folder, jobs=1)
    return folder


@pytest.fixture
def out(converted: Path, tmp_path: Path) -> Path:
    shutil.copytree(converted, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def server(out: Path) -> Iterator[ReviewServer]:
    queue = build_queue(open_archive(out), every=True)
    with ReviewServer(queue, Reviewer("Ann", lambda: datetime(2026, 1, 2, tzinfo=UTC))) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_a_correction_survives_and_shows_in_the_workbook(
    server: ReviewServer, page: Page, out: Path, tmp_path: Path
) -> None:
    printed = server.queue.items[0].place.printed
    page.goto(server.address)
    page.click("tbody a >> nth=0")
    page.wait_for_selector(".lit:not([hidden])")
    lit, paper = page.locator(".lit").bounding_box(), page.locator(".paper").bounding_box()
    assert lit is not None
    assert paper is not None
    assert paper["y"] < lit["y"] < paper["y"] + paper["height"]
    assert 0 < lit["width"] < paper["width"]
    page.fill("[name=value]", "77")
    page.press("[name=value]", "Enter")
    page.wait_for_url("**/record/1")

    report = BUILT / "inspections" / "ilacs-standard-2019.pdf"
    summary = convert_folder(report, out, jobs=1, options=ConvertOptions(force=True))
    assert (summary.read, summary.unchanged) == (1, 0)
    book = openpyxl.load_workbook(open_archive(out).export(tmp_path / "x.xlsx"))
    heads, *rows = book["Indicators"].iter_rows(values_only=True)
    found = [row for row in rows if row[heads.index("Review")]]
    assert [row[heads.index("Printed")] for row in found] == [printed]
    unit = found[0][heads.index("Unit id")]
    assert found[0][heads.index("Value")] == (0.77 if unit == "percent" else 77)
    assert found[0][heads.index("Review")] == "corrected by Ann on 2026-01-02"


def test_keys_accept_reject_and_turn(server: ReviewServer, page: Page) -> None:
    page.goto(f"{server.address}record/0")
    page.keyboard.press("n")
    page.wait_for_url("**/record/1")
    page.keyboard.press("p")
    page.wait_for_url("**/record/0")
    page.keyboard.press("a")
    page.wait_for_url("**/record/1")
    page.keyboard.press("r")
    page.wait_for_url("**/record/2")
    assert [item.done.action for item in server.queue.items[:2] if item.done] == [
        "accept",
        "reject",
    ]
    page.keyboard.press("q")
    page.wait_for_url("**/?page=1")
    assert "rejected by Ann" in page.content()


def test_a_mistake_is_named_and_the_fields_have_no_keys(server: ReviewServer, page: Page) -> None:
    page.goto(f"{server.address}record/0")
    page.keyboard.press("c")
    page.fill("[name=value]", "a lot")
    page.press("[name=value]", "Enter")
    # The page's policy forbids scripts made of text, so no condition is evaluated in the page.
    expect(page.locator(".message")).to_have_text("value: 'a lot' is no number")
    assert page.url.endswith("/record/0")


def test_why_shows_what_was_offered(server: ReviewServer, page: Page) -> None:
    page.goto(f"{server.address}record/0")
    page.keyboard.press("w")
    page.wait_for_selector(".why table", timeout=60_000)
    assert "Read as" in page.inner_text(".why")


def test_why_says_what_is_missing_where_the_report_is_gone(
    server: ReviewServer, page: Page
) -> None:
    server.queue.items[0] = replace(server.queue.items[0], file=None)
    page.goto(f"{server.address}record/0")
    page.keyboard.press("w")
    expect(page.locator(".why")).to_have_text(
        "the report is not at hand; name its folder with --sources"
    )


@pytest.mark.parametrize("width", [1280, 1920])
def test_nothing_is_wider_than_the_window(server: ReviewServer, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("", "record/0"):
        page.goto(server.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
