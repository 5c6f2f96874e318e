"""The bytes of a file, of a regular one only and never more than the limit."""

import errno
import os
import stat
from pathlib import Path

from reportparse.errors import FileTooLargeError, UnreadableFileError
from reportparse.readers.settings import DEFAULT_SETTINGS, ReaderSettings


def read_file(path: Path, *, settings: ReaderSettings = DEFAULT_SETTINGS) -> bytes:
    """The bytes of ``path``, which is opened without waiting for anyone to write to it.

    Raises:
        UnreadableFileError: The operating system refuses, or it is a pipe, socket or device.
        FileTooLargeError: It is larger than ``settings`` allow; nothing is read then.
    """
    try:
        with open(path, "rb", opener=_open) as handle:
            size = os.fstat(handle.fileno()).st_size
            limit = settings.max_file_bytes
            if size > limit:
                raise FileTooLargeError(too_large(size, limit), path=str(path))
            return handle.read(limit)
    except FileNotFoundError as error:
        raise UnreadableFileError("there is no such file", path=str(path)) from error
    except IsADirectoryError as error:
        raise UnreadableFileError(
            "is a folder; 'reportparse convert' reads every report in one", path=str(path)
        ) from error
    except OSError as error:
        raise UnreadableFileError(
            f"cannot be read ({error.strerror}); check its permissions and that it is a file",
            path=str(path),
        ) from error


def _open(path: str, flags: int) -> int:
    """A descriptor of a regular file; a pipe is not waited for."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    raise UnreadableFileError(
        "is a pipe, socket or device; save what it gives as a file", path=path
    )


def too_large(size: int, limit: int) -> str:
    """The message for a file of ``size`` bytes where ``limit`` are allowed."""
    return (
        f"the file has {size:,} bytes, more than the limit of {limit:,}; "
        "split it or raise the limit in ReaderSettings"
    )
