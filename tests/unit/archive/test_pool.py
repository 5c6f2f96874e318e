"""A file that hangs, takes all memory or ends its process costs that file and no other."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportparse.archive import ConvertOptions, FileResult, Limits, Watch, convert_folder, pool
from reportparse.archive.inline import InlineEngine
from reportparse.archive.tasks import Outcome, Task
from reportparse.archive.warm import convert_file
from reportparse.errors import StartError

NAMES = ["a.txt", "b-crash.txt", "d-hang.txt", "e-memory.txt", "f.txt"]
MEGABYTE = 1024**2


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "src"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(f"words of {name}", encoding="utf-8")
    return folder


def hostile() -> Callable[[Task], Outcome]:
    """What stands for a reader with defects; its code goes to the worker with each task."""

    def convert(task: Task) -> Outcome:
        name = task.file.path.name
        if "crash" in name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hang" in name:
            time.sleep(60)
        held = bytearray(500 * MEGABYTE) if "memory" in name else bytearray()
        held[::4096] = b"x" * len(held[::4096])
        time.sleep(60 if held else 0)
        return convert_file(task)

    return convert


def test_each_bad_file_costs_itself_alone(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "convert_file", hostile())
    results: list[FileResult] = []
    began = time.monotonic()
    summary = convert_folder(
        source,
        tmp_path / "out",
        jobs=2,
        options=ConvertOptions(limits=Limits(seconds=15, memory=300 * MEGABYTE)),
        watch=Watch(result=results.append),
    )
    assert time.monotonic() - began < 200
    assert [result.path for result in results] == NAMES
    assert {result.path: [p.code for p in result.problems] for result in results} == {
        "a.txt": [],
        "b-crash.txt": ["crashed"],
        "d-hang.txt": ["time_limit"],
        "e-memory.txt": ["memory_limit"],
        "f.txt": [],
    }
    assert (summary.read, len(summary.unread)) == (2, 3)
    documents = sorted(path.name for path in (tmp_path / "out/documents").iterdir())
    assert documents == [f"{name}.json" for name in NAMES]


def test_a_file_that_takes_too_long_in_the_calling_process_is_ended(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(task: Task) -> Outcome:
        time.sleep(30)
        return convert_file(task)

    monkeypatch.setattr("reportparse.archive.inline.convert_file", slow)
    out = source.parent / "out"
    options = ConvertOptions(limits=Limits(seconds=0.2))
    summary = convert_folder(source / "a.txt", out, jobs=1, options=options)
    assert summary.problems == {"time_limit": 1}
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_processes_that_cannot_start_end_the_run(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        os._exit(3)

    monkeypatch.setattr(pool, "start_worker", broken)
    with pytest.raises(StartError, match="cannot be started"):
        convert_folder(source, tmp_path / "out", jobs=2)


def test_the_engine_in_the_calling_process_takes_one_file_at_a_time() -> None:
    assert InlineEngine(Limits()).has_room()
