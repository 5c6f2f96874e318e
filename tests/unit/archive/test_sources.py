"""Which files below a folder are read, skipped or named as a problem."""

import os
from pathlib import Path

import pytest

from reportparse.archive.names import document_names
from reportparse.archive.sources import (
    SkippedFile,
    SourceFile,
    UnreadablePlace,
    find_sources,
    printable,
)


def walk(folder: Path) -> dict[str, str]:
    """What was found, by place: ``read``, ``skipped`` or the code of a problem."""
    found = {}
    for entry in find_sources(folder, leave_out=folder / "out"):
        match entry:
            case SourceFile():
                found[entry.shown] = "read"
            case SkippedFile(parts=parts):
                found["/".join(parts)] = "skipped"
            case UnreadablePlace(problem=problem):
                found[entry.shown] = problem.code
    return found


def place(path: Path, content: bytes = b"words") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("report.pdf", b"%PDF-1.7", "read"),
        ("report", b"words", "read"),
        ("minutes.HTML", b"<html>", "read"),
        ("picture.png", b"\x89PNG", "read"),
        ("truth.xml", b"<cells/>", "skipped"),
        ("TRUTH.JSON", b"{}", "skipped"),
        ("really-a-report.xml", b"%PDF-1.4", "read"),
        ("really-a-report.tmp", b"PK\x03\x04", "read"),
        ("~$report.docx", b"lock", "skipped"),
        ('it\'s, "quoted" é [b].pdf', b"%PDF-1.7", "read"),
    ],
)
def test_a_file_is_read_or_skipped_by_name_and_content(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    place(tmp_path / name, content)
    assert walk(tmp_path) == {name: expected}


def test_hidden_names_and_results_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.pdf", ".git/a.pdf", "out/documents/a.pdf", "a/b.pdf"):
        place(tmp_path / name)
    assert walk(tmp_path) == {"a/b.pdf": "read"}


def test_order_is_that_of_the_paths(tmp_path: Path) -> None:
    for name in ("b.pdf", "a/z.pdf", "a/b.pdf", "C.pdf"):
        place(tmp_path / name)
    assert list(walk(tmp_path)) == ["C.pdf", "a/b.pdf", "a/z.pdf", "b.pdf"]


def test_a_link_to_a_folder_around_it_is_a_problem(tmp_path: Path) -> None:
    place(tmp_path / "a/b.pdf")
    (tmp_path / "a/back").symlink_to("..")
    assert walk(tmp_path) == {"a/b.pdf": "read", "a/back": "directory_loop"}


def test_a_folder_is_read_once_however_many_links_lead_to_it(tmp_path: Path) -> None:
    place(tmp_path / "a/b.pdf")
    (tmp_path / "c").symlink_to("a")
    assert walk(tmp_path) == {"a/b.pdf": "read", "c": "skipped"}


def test_links_that_lead_nowhere_or_to_themselves_are_problems(tmp_path: Path) -> None:
    (tmp_path / "gone.pdf").symlink_to("nowhere.pdf")
    (tmp_path / "self.pdf").symlink_to("self.pdf")
    assert walk(tmp_path) == {"gone.pdf": "broken_link", "self.pdf": "link_loop"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
def test_a_locked_folder_is_a_problem(tmp_path: Path) -> None:
    place(tmp_path / "locked/a.pdf")
    place(tmp_path / "open/a.pdf")
    (tmp_path / "locked").chmod(0)
    found = walk(tmp_path)
    (tmp_path / "locked").chmod(0o700)
    assert found == {"locked": "unreadable_folder", "open/a.pdf": "read"}


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert walk(tmp_path) == {"pipe.pdf": "special_file"}


def test_one_file_stands_for_itself(tmp_path: Path) -> None:
    place(tmp_path / "a.pdf")
    (found,) = find_sources(tmp_path / "a.pdf", leave_out=tmp_path / "out")
    assert isinstance(found, SourceFile)
    assert (found.path, found.parts) == (tmp_path / "a.pdf", ("a.pdf",))
    assert (found.place, found.stamp.size) == (("a.pdf.json",), 5)


def test_a_device_that_is_named_is_not_opened(tmp_path: Path) -> None:
    (found,) = find_sources(Path(os.devnull), leave_out=tmp_path)
    assert isinstance(found, UnreadablePlace)
    assert found.problem.code == "special_file"


def test_each_source_has_a_document_of_its_own(tmp_path: Path) -> None:
    for name in ("a", "a.json/b", "x" * 255, "x" * 254 + "y", "odd\nname"):
        place(tmp_path / name)
    found = list(find_sources(tmp_path, leave_out=tmp_path / "out"))
    places = [entry.place for entry in found if isinstance(entry, SourceFile)]
    for parts in places:
        place(tmp_path / "out" / Path(*parts))
    assert len(set(places)) == len(found) == 5
    assert ("a.json", "b.json") in places
    assert ("odd\nname.json",) in places


def test_names_that_a_file_system_takes_for_one_have_documents_of_their_own() -> None:
    names = document_names(["A.pdf", "a.pdf", "b.pdf"], ["B", "b"], ignore_case=True)
    assert (names["A.pdf"], names["b.pdf"], names["B"]) == ("A.pdf.json", "b.pdf.json", "B")
    assert len({name.casefold() for name in names.values()}) == 5
    assert document_names(["A.pdf", "a.pdf"], [], ignore_case=False) == {
        "A.pdf": "A.pdf.json",
        "a.pdf": "a.pdf.json",
    }


def test_a_name_that_is_not_utf8_can_be_printed() -> None:
    assert printable(os.fsdecode(b"caf\xe9.pdf")) == "caf\\xe9.pdf"
