"""Defaults of options from ``reportparse.toml``, which lies beside a converted folder."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from typer.core import TyperGroup

from reportparse.errors import ConfigError

CONFIG = "reportparse.toml"
_PATHS = {"columns", "output", "sources", "vocabulary"}


class ConfiguredGroup(TyperGroup):
    """Commands whose options take their defaults from the file of defaults."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the file, then the arguments, which win."""
        path = find_config(args)
        if path is not None:
            ctx.default_map = defaults(
                path, {name: one.params for name, one in self.commands.items()}
            )
        return super().parse_args(ctx, args)


def find_config(args: Sequence[str]) -> Path | None:
    """The file in a folder that is an argument, beside one, or in the working folder."""
    return next((path for path in _places(args) if path.is_file()), None)


def _places(args: Sequence[str]) -> Iterator[Path]:
    for word in args:
        folder = Path(word)
        if not word.startswith("-") and folder.is_dir():
            yield folder / CONFIG
            yield folder.absolute().parent / CONFIG
    yield Path(CONFIG)


def defaults(path: Path, commands: dict[str, list[Any]]) -> dict[str, dict[str, Any]]:
    """Defaults of each command by parameter.

    A value at the head of the file is for every command with that option, one in a table named
    for a command for that command. Paths are taken from where the file lies.

    Raises:
        ConfigError: The file is no TOML, or names an option or command that is not there.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read as TOML ({error})") from error
    common = {name: value for name, value in given.items() if not isinstance(value, dict)}
    own = {name: value for name, value in given.items() if isinstance(value, dict)}
    known = {name for params in commands.values() for name in _options(params)}
    _check(path, common, known, "no command has the option")
    _check(path, own, set(commands), "there is no command")
    found = {}
    for command, params in commands.items():
        options = _options(params)
        mine = own.get(command, {})
        _check(path, mine, set(options), f"'{command}' has no option")
        wanted = {name: value for name, value in (common | mine).items() if name in options}
        found[command] = {
            str(options[name].name): _value(name, value, path.absolute().parent)
            for name, value in wanted.items()
        }
    return found


def _options(params: list[Any]) -> dict[str, Any]:
    """Options by the name that is typed, without its dashes."""
    return {
        flag.removeprefix("--"): param
        for param in params
        for flag in param.opts
        if flag.startswith("--")
    }


def _check(path: Path, given: dict[str, Any], known: set[str], wrong: str) -> None:
    for name in given:
        if name not in known:
            raise ConfigError(f"{path}: {wrong} '{name}'; known are {', '.join(sorted(known))}")


def _value(name: str, value: Any, folder: Path) -> Any:
    return str(folder / value) if name in _PATHS else value
