"""A second run does what is new or changed, and takes no good result away."""

import csv
import os
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reportparse.archive import (
    ConvertOptions,
    ConvertSummary,
    Limits,
    Watch,
    convert_folder,
    identity,
    read_documents,
    worker,
)
from reportparse.archive.lock import locked
from reportparse.errors import ArchiveError, OutputError, OutputInUseError

BAD = Path(__file__).resolve().parents[3] / "fixtures" / "built" / "bad"
LONG_AGO = 1_000_000_000


@dataclass
class Archive:
    """A folder of sources and the runs over it."""

    src: Path
    out: Path
    taken: list[str] = field(default_factory=list)

    def put(self, name: str, text: str) -> Path:
        path = self.src / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (LONG_AGO, LONG_AGO))
        return path

    def run(self, **options: object) -> ConvertSummary:
        """Convert; ``taken`` then lists what was read."""
        self.taken.clear()
        return convert_folder(
            self.src,
            self.out,
            jobs=1,
            options=ConvertOptions(**options),  # type: ignore[arg-type]
            watch=Watch(take=self.taken.append),
        )

    def texts(self) -> dict[str, str]:
        return {
            str(document.source.path): document.reports[0].text if document.reports else ""
            for document in read_documents(self.out)
        }

    def problems(self) -> list[tuple[str, str]]:
        with (self.out / "problems.csv").open(encoding="utf-8-sig", newline="") as handle:
            return [(row["path"], row["code"]) for row in csv.DictReader(handle)]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path / "src", tmp_path / "out")
    archive.put("a.txt", "one")
    archive.put("b.txt", "two")
    return archive


def test_a_second_run_reads_only_what_is_new_or_changed(archive: Archive) -> None:
    first = archive.run()
    assert archive.taken == ["a.txt", "b.txt"]
    second = archive.run()
    assert (archive.taken, second.unchanged, second.parsed) == ([], 2, 0)
    assert second.records == first.records
    archive.put("c.txt", "three")
    archive.put("b.txt", "changed")
    archive.run()
    assert archive.taken == ["b.txt", "c.txt"]
    assert archive.texts() == {"a.txt": "one", "b.txt": "changed", "c.txt": "three"}


def test_a_change_that_keeps_size_and_times_is_seen(archive: Archive) -> None:
    archive.run()
    archive.put("b.txt", "owt")
    archive.run()
    assert archive.taken == ["b.txt"]


def test_a_file_whose_times_alone_changed_is_not_read_again(archive: Archive) -> None:
    archive.run()
    os.utime(archive.src / "a.txt")
    archive.run()
    assert archive.taken == []


def test_files_long_unchanged_are_not_even_hashed(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time_ns() + 10_000_000_000
    monkeypatch.setattr("reportparse.archive.plan.time.time_ns", lambda: later)
    archive.run()
    monkeypatch.setattr("reportparse.archive.plan.file_sha256", lambda _: pytest.fail("hashed"))
    assert archive.run().unchanged == 2


def test_another_parser_vocabulary_or_setting_reads_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    archive.run()
    own = tmp_path / "own.toml"
    own.write_text('[[areas]]\nname = "Fictonia"\n')
    again = convert_folder(archive.src, archive.out, jobs=1, vocabulary=own)
    assert again.parsed == 2
    monkeypatch.setattr(identity, "parser_identity", lambda: "another")
    archive.run()
    assert archive.taken == ["a.txt", "b.txt"]


def test_force_reads_everything_again(archive: Archive) -> None:
    archive.run()
    archive.run(force=True)
    assert archive.taken == ["a.txt", "b.txt"]


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{")])
def test_a_document_that_was_removed_or_cut_is_written_again(
    archive: Archive, damage: "type[Path.unlink]"
) -> None:
    archive.run()
    damage(archive.out / "documents/a.txt.json")
    archive.run()
    assert archive.taken == ["a.txt"]
    assert archive.texts()["a.txt"] == "one"


def test_a_good_result_is_never_replaced_by_a_failure(archive: Archive) -> None:
    archive.run()
    before = (archive.out / "documents/a.txt.json").read_bytes()
    shutil.copy(BAD / "password.pdf", archive.src / "a.txt")
    for _ in range(2):
        summary = archive.run()
        assert (archive.out / "documents/a.txt.json").read_bytes() == before
        assert ("a.txt", "password_required") in archive.problems()
        (failed,) = summary.unread
        assert (failed.path, failed.kept) == ("a.txt", True)
    assert archive.taken == []
    archive.put("a.txt", "one")
    assert archive.run().complete
    assert archive.taken == []
    assert archive.problems() == []


def test_a_defect_that_comes_with_force_keeps_what_stands(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.run()
    before = archive.texts()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr(worker, "parse", broken)
    summary = archive.run(force=True)
    assert summary.problems == {"internal_error": 2}
    assert archive.texts() == before


def test_what_failed_is_tried_again_when_asked_or_when_it_may_pass(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(BAD / "password.pdf", archive.src / "c.pdf")
    archive.run()
    archive.run()
    assert archive.taken == []
    archive.run(retry=True)
    assert archive.taken == ["c.pdf"]


def test_a_limit_that_was_raised_is_tried_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("reportparse.archive.inline.convert_file", lambda _: time.sleep(30))
        archive.run(limits=Limits(seconds=0.1))
    archive.run(limits=Limits(seconds=0.1))
    assert archive.taken == []
    assert archive.run(limits=Limits(seconds=120)).complete
    assert archive.taken == ["a.txt", "b.txt"]


def test_the_same_file_under_several_names_is_read_once(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    parse = worker.parse

    def counted(data: bytes, *, name: str, **options: object) -> object:
        read.append(name)
        return parse(data, name=name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(worker, "parse", counted)
    archive.put("sub/copy.txt", "one")
    shutil.copy(BAD / "password.pdf", archive.src / "y.pdf")
    shutil.copy(BAD / "password.pdf", archive.src / "z.pdf")
    archive.run()
    assert read == ["a.txt", "b.txt", "y.pdf"]
    assert archive.texts()["sub/copy.txt"] == "one"
    assert archive.problems() == [("y.pdf", "password_required"), ("z.pdf", "password_required")]
    archive.put("late.txt", "two")
    archive.run()
    assert len(read) == 3
    one, late = (
        (archive.out / f"documents/{name}.json").read_text() for name in ("b.txt", "late.txt")
    )
    assert late == one.replace('"path": "b.txt"', '"path": "late.txt"')


def test_sources_that_are_gone_are_listed_and_removed_when_asked(archive: Archive) -> None:
    archive.put("old/c.txt", "three")
    archive.run()
    (archive.src / "old/c.txt").unlink()
    summary = archive.run()
    assert (summary.gone, summary.pruned) == (["old/c.txt"], 0)
    assert "old/c.txt" in archive.texts()
    summary = archive.run(prune=True)
    assert (summary.gone, summary.pruned) == (["old/c.txt"], 1)
    assert not (archive.out / "documents/old").exists()
    assert archive.run().gone == []


def test_nothing_is_removed_where_nothing_is_found(archive: Archive) -> None:
    archive.run()
    shutil.rmtree(archive.src)
    archive.src.mkdir()
    with pytest.raises(OutputError, match="none are removed"):
        archive.run(prune=True)
    assert len(archive.texts()) == 2


def test_documents_below_a_folder_that_cannot_be_seen_are_not_gone(archive: Archive) -> None:
    archive.put("sub/c.txt", "three")
    archive.run()
    shutil.rmtree(archive.src / "sub")
    (archive.src / "sub").symlink_to("nowhere")
    assert archive.run(prune=True).gone == []
    assert "sub/c.txt" in archive.texts()


def test_a_file_of_another_folder_takes_no_good_result(archive: Archive, tmp_path: Path) -> None:
    archive.run()
    other = Archive(tmp_path / "other", archive.out)
    other.put("a.txt", "other")
    other.put("b.txt", "two")
    summary = other.run()
    assert [(r.path, r.problems[0].code) for r in summary.unread] == [("a.txt", "other_source")]
    assert archive.texts() == {"a.txt": "one", "b.txt": "two"}
    assert other.run(force=True).complete
    assert archive.texts()["a.txt"] == "other"


def test_a_second_run_at_the_same_time_is_refused(archive: Archive) -> None:
    archive.run()
    with locked(archive.out), pytest.raises(OutputInUseError, match="another run"):
        archive.run()


def test_a_damaged_manifest_is_named(archive: Archive) -> None:
    archive.run()
    (archive.out / ".reportparse/manifest.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(ArchiveError, match="is damaged"):
        archive.run()
    assert len(archive.texts()) == 2


def test_documents_follow_a_source_whose_place_is_taken(archive: Archive) -> None:
    archive.put("d", "four")
    archive.run()
    archive.put("d.json/e.txt", "five")
    assert archive.run().complete
    assert archive.taken == ["d.json/e.txt"]
    assert archive.texts().keys() == {"a.txt", "b.txt", "d", "d.json/e.txt"}
