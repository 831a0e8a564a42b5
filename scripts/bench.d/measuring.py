"""What the scripts that measure have in common: a program run and measured, the machine, the versions, one lock.

A process is measured with its threads and children, as the kernel accounts for them.
"""

import contextlib
import datetime
import fcntl
import hashlib
import json
import os
import pathlib
import platform
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PARTS = ROOT / "scripts" / "bench.d"
WORK = PARTS / "work"
REFERENCE_DATA = ROOT / "benchmarks-data"
# Another program than the one built here, as the tests take it too.
PROGRAM = pathlib.Path(os.environ.get("RVUBENCH_PROGRAM") or ROOT / ".build" / "release" / "rvubench").absolute()


class Failure(Exception):
    """Something that ends the measuring, in words for the reader."""


class TooLong(Failure):
    """A process that did not end within the time that it had."""


def say(text):
    print(text, file=sys.stderr, flush=True)


def last_lines(text):
    return "\n".join(text.strip().splitlines()[-12:])


def run_quietly(command, what, **options):
    """Runs a command whose output matters only where it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise Failure(f"{what} failed with exit code {done.returncode}:\n{last_lines(done.stdout + done.stderr)}")
    return done.stdout


def digest(*parts):
    """The SHA-256 of files and words together."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(part.read_bytes() if isinstance(part, pathlib.Path) else str(part).encode())
        sha.update(b"\0")
    return sha.hexdigest()


def digest_of_file(path):
    sha = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            sha.update(chunk)
    return sha.hexdigest()


def read_into_memory(path):
    """Reads a file once, so that the first run finds it in memory, as the others do."""
    with open(path, "rb") as file:
        while file.read(1 << 20):
            pass


def prepare_program():
    """Builds the program unless it is there; warns where its sources have changed since."""
    if not PROGRAM.exists():
        if "RVUBENCH_PROGRAM" in os.environ:
            raise Failure("RVUBENCH_PROGRAM names a program that is not there")
        say("Building rvubench (swift build -c release) ...")
        run_quietly(["swift", "build", "-c", "release", "--product", "rvubench"], "swift build -c release", cwd=ROOT)
        return
    sources = [ROOT / "Package.swift", *(ROOT / "Sources").rglob("*.swift")]
    if "RVUBENCH_PROGRAM" not in os.environ and any(
        path.stat().st_mtime > PROGRAM.stat().st_mtime for path in sources if path.is_file()
    ):
        say("warning: sources are newer than .build/release/rvubench; run swift build -c release to measure them")


def measure(title, command, folder, messages, output=None, seconds=None):
    """Runs a command once as a process of its own, in a folder.

    - messages: the file for what it says; what it prints too, unless it goes to the file `output`.
    - seconds: a process that takes longer is ended, and TooLong raised.

    Returns its CPU seconds, wall seconds and peak memory, children included.
    """
    with contextlib.ExitStack() as files:
        said = files.enter_context(open(messages, "wb"))
        printed = files.enter_context(open(output, "wb")) if output else said
        command = [str(word) for word in command]
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=printed, stderr=said, cwd=folder)
        alarm = threading.Timer(seconds, process.kill) if seconds else None
        if alarm:
            alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if alarm:
            alarm.cancel()
    if seconds and wall >= seconds:
        raise TooLong(f"{title} takes more than {seconds:.0f} seconds")
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        said = last_lines(pathlib.Path(messages).read_text(errors="replace"))
        raise Failure(f"{title} failed with exit code {process.returncode}:\n{said}")
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"cpu_s": usage.ru_utime + usage.ru_stime, "wall_s": wall, "peak_mb": peak / 1_000_000}


def first_line(command):
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=ROOT)
    except OSError:
        return None
    lines = done.stdout.strip().splitlines()
    return lines[0] if done.returncode == 0 and lines else None


def describe_machine(threads):
    cpu = None
    memory = None
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                cpu = line.split(":", 1)[1].strip()
                break
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        pass
    return {
        "cpu": cpu or platform.processor() or platform.machine(),
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
        "threads_used": threads,
        "memory_gb": round(memory / 1e9, 1) if memory else None,
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
    }


def describe_program():
    """The program's version, the last commit that changed its sources, and the compiler."""
    return {
        "rvubench": first_line([PROGRAM, "--version"]),
        "rvubench_commit": first_line(["git", "log", "-1", "--format=%H", "--", "Package.swift", "Sources"]),
        "swift": first_line(["swift", "--version"]),
    }


def keep_figures(path, section, document):
    """Writes figures as a section of a JSON file, beside the sections of other scripts that are there already."""
    kept = json.loads(path.read_text() or "{}") if path.exists() else {}
    kept[section] = {
        "measured_at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        **document,
    }
    path.write_text(json.dumps(rounded(kept), indent=2) + "\n")


def rounded(value):
    """Figures to a millionth: what is beyond is noise."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return [rounded(each) for each in value] if isinstance(value, list) else value


def cores_here():
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


@contextlib.contextmanager
def only_one():
    """Holds the lock of everything that measures, since two at once would measure each other."""
    WORK.mkdir(exist_ok=True)
    with open(WORK / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        yield


class Busy(Exception):
    """Another script is measuring."""
