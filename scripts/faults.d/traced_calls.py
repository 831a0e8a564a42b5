"""The system calls of a run that change something, as strace tells them, and how to have one of them fail or kill the run.

Used by scripts/crash-sweep and scripts/error-sweep.
"""

import collections
import dataclasses
import re

CHANGING = ["write", "writev", "pwrite64", "fsync", "fdatasync", "sync", "syncfs", "sync_file_range", "rename", "renameat",
            "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir", "ftruncate", "fallocate",
            "mkdir", "mkdirat", "openat", "fchmod", "chmod", "flock"]
READING = ["read", "readv", "pread64"]


@dataclasses.dataclass(frozen=True)
class Call:
    """The Nth call of a kind, of one thread; where a path is given, the Nth that reads it.

    Before a program starts the system reads more of its own for it in one run than in another, so reads are counted by their path.
    """

    kind: str
    number: int
    text: str
    path: str = ""

    def __str__(self):
        return f"{self.kind} {self.number}: {self.text[:110]}"


def traced(practice, kinds, within):
    """The calls of a run of a practice that concern what is `within` (texts that their lines have, such as its folder).

    Only calls of the thread that runs the job are told; strace counts for each thread, and a traced run writes all files by that one.
    """
    path = practice.base / "trace"
    ended = practice.run(["strace", "-f", "-y", "-o", str(path), "-e", "trace=" + ",".join("?" + kind for kind in kinds)])
    calls, counts, first = [], collections.Counter(), None
    for line in path.read_text(errors="replace").splitlines():
        thread, _, text = line.partition(" ")
        text = text.strip()
        first = first or thread
        found = re.match(r"(\w+)\(", text)
        if not found or thread != first:
            continue
        kind = found.group(1)
        path = read_path(kind, text)
        for counted in {"", path}:
            counts[kind, counted] += 1
        if any(part in text for part in within) and (kind != "openat" or "O_CREAT" in text or "O_TMPFILE" in text):
            calls.append(Call(kind, counts[kind, path], text, path))
    return ended, calls


def read_path(kind, text):
    """The path that a call reads, where it is the same in every run; "" for a call that is counted among all of its kind."""
    found = re.match(r"\w+\(\d+<(/[^>]*)>[^(]", text) if kind in READING else None
    path = found.group(1) if found else ""
    return "" if ".partial-" in path else path


def injection(practice, call, what):
    """What runs the job so that something happens in a call: `signal=KILL`, `error=EIO`."""
    return ["strace", "-f", *(["-P", call.path] if call.path else []), "-o", str(practice.base / "injected"), "-e", f"trace={call.kind}",
            "-e", f"inject={call.kind}:{what}:when={call.number}"]
