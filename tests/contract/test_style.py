"""Limits of style that the linter does not know, and names that must agree."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportparse

PROJECT = Path(__file__).resolve().parents[2]
SOURCE = PROJECT / "src" / "reportparse"
FILES = sorted(SOURCE.rglob("*.py"))
BODY_LINES, FILE_LINES = 60, 600


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without its docstring."""
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_keeps_to_the_limits(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= FILE_LINES
    assert [
        function.name for function in functions(tree) if body_lines(function) > BODY_LINES
    ] == []
    assert [function.name for function in functions(tree) if has_import(function)] == []
    if path.parent != SOURCE / "cli":
        assert [node.lineno for node in ast.walk(tree) if is_print(node)] == []


def has_import(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether an import stands in the function outside a ``try`` for an optional extra."""
    guarded = {
        id(inner)
        for node in ast.walk(function)
        if isinstance(node, ast.Try)
        for inner in ast.walk(node)
    }
    return any(
        isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in guarded
        for node in ast.walk(function)
    )


def is_print(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    )


def public_packages() -> list[str]:
    names = ["reportparse"]
    for module in pkgutil.walk_packages(reportparse.__path__, "reportparse."):
        if module.ispkg:
            names.append(module.name)
    return names


@pytest.mark.parametrize("name", public_packages())
def test_every_public_name_is_there(name: str) -> None:
    module = importlib.import_module(name)
    public = getattr(module, "__all__", [])
    assert [entry for entry in public if not hasattr(module, entry)] == []
    assert sorted(public) == sorted(set(public))


def test_parse_stays_a_function_after_its_module_was_loaded() -> None:
    importlib.import_module("reportparse.parsing")
    assert callable(reportparse.parse)
