"""Runs that are killed, interrupted or short of disk lose nothing and leave nothing half done."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

PROJECT = Path(__file__).resolve().parents[2]
BUILT = PROJECT / "fixtures" / "built"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
CONVERT = [sys.executable, "-m", "reportparse", "convert"]
SCRIPT = """
from reportparse.archive import convert_folder
summary = convert_folder({src!r}, {out!r}, jobs={jobs})
print(summary.line())
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports that are read well and files that are not, some of them twice."""
    folder = tmp_path_factory.mktemp("source")
    for name in ("bad", "inspections", "council"):
        shutil.copytree(BUILT / name, folder / name)
    shutil.copytree(BUILT / "council", folder / "council again")
    return folder


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    # As deep as the folders that it is compared with: a run keeps the way from OUT to its sources.
    out = tmp_path_factory.mktemp("whole") / "out"
    run(source, out, "--jobs", "2")
    return outputs(out)


def run(source: Path, out: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*CONVERT, source, out, *options],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
        timeout=300,
    )


def outputs(out: Path) -> dict[str, bytes]:
    """All that a run gives, and any file that it left beside it."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in ("manifest.sqlite", "lock")
    }


def wait_for(process: "subprocess.Popen[str]", event: str, times: int) -> None:
    """Read the log of a run until ``event`` has come ``times`` times, or the run has ended."""
    assert process.stderr is not None
    for line in process.stderr:
        times -= event in line
        if not times:
            break


def test_a_killed_run_goes_on_to_the_same_bytes(
    source: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    moments = random.Random(7)
    workers: set[psutil.Process] = set()
    for _ in range(4):
        process = subprocess.Popen(
            [*CONVERT, source, tmp_path / "out", "--jobs", "2", "--log", "json"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
        )
        wait_for(process, '"event": "take"', moments.randint(1, 4))
        time.sleep(moments.uniform(0.0, 0.5))
        workers.update(psutil.Process(process.pid).children(recursive=True))
        process.kill()
        process.communicate()
        for path in (tmp_path / "out").glob("documents/**/*.json"):
            assert whole[str(path.relative_to(tmp_path / "out"))] == path.read_bytes()
    assert workers
    assert psutil.wait_procs(workers, timeout=60)[1] == []
    run(source, tmp_path / "out", "--jobs", "2")
    assert outputs(tmp_path / "out") == whole


def test_an_interrupt_ends_well_and_says_how_to_go_on(
    source: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = subprocess.Popen(
        [*CONVERT, source, out, "--jobs", "2", "--log", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    wait_for(process, '"event": "file"', 1)
    process.send_signal(signal.SIGINT)
    printed, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert '"event": "interrupted"' in errors
    assert "Run the same command again to go on" in errors
    assert "Traceback" not in errors
    assert (out / "problems.csv").exists()
    assert printed.splitlines()[-1].endswith(("problems", "problem"))
    documents = sum(name.startswith("documents") for name in whole)
    assert 0 < len(list(out.glob("documents/**/*.json"))) < documents
    run(source, out, "--jobs", "2")
    assert outputs(out) == whole


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a shell with ulimit")
def test_a_full_disk_ends_the_run_clearly_and_it_goes_on_later(
    source: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    blocks = max(len(data) for data in whole.values()) // 1024 - 4
    finished = subprocess.run(
        ["bash", "-c", f'ulimit -f {blocks}; exec "$0" "$@"', *CONVERT, source, out, "--jobs", "2"],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
        timeout=300,
    )
    assert finished.returncode == 3
    assert finished.stderr.splitlines()[-1].startswith("Error: ")
    assert "run the same command again to go on" in finished.stderr
    assert "Traceback" not in finished.stderr
    for name, data in outputs(out).items():
        assert name == "problems.csv" or whole[name] == data
    run(source, out, "--jobs", "2")
    assert outputs(out) == whole


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("way", ["script", "standard input"])
def test_a_script_needs_no_guard(tmp_path: Path, jobs: int, way: str) -> None:
    out = tmp_path / "out"
    text = SCRIPT.format(src=str(BUILT / "council"), out=str(out), jobs=jobs)
    (tmp_path / "script.py").write_text(text)
    finished = subprocess.run(
        [sys.executable, *([tmp_path / "script.py"] if way == "script" else ["-"])],
        input=None if way == "script" else text,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
        timeout=300,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.startswith("2 files: 2 read, 0 not read")


def test_a_script_that_its_own_processes_import_changes_nothing(tmp_path: Path) -> None:
    run(BUILT / "council", tmp_path / "out", "--jobs", "1")
    before = outputs(tmp_path / "out")
    text = SCRIPT.format(src=str(BUILT / "council"), out=str(tmp_path / "out"), jobs=2)
    own = "import multiprocessing\nmultiprocessing.set_start_method('spawn')\n" + (
        "multiprocessing.Process(target=int).start()\n"
    )
    (tmp_path / "script.py").write_text(text + own)
    finished = subprocess.run(
        [sys.executable, tmp_path / "script.py"],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
        timeout=300,
    )
    assert "if __name__ == '__main__':" in finished.stderr
    assert outputs(tmp_path / "out") == before
