"""The peers and the data of the benchmark, made once and kept in scripts/bench.d/work/."""

import json
import shutil
import sys

from measuring import PARTS, WORK, digest, run_quietly, say

PYTHON = WORK / "venv" / "bin" / "python"
REQUIREMENTS = PARTS / "requirements.txt"


def prepare_peers():
    """Makes the virtual environment with the pinned versions, unless it is there."""
    stamp = WORK / "venv" / "requirements.sha256"
    wanted = digest(REQUIREMENTS, sys.version)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Installing DuckDB, Polars and NumPy into scripts/bench.d/work/venv ...")
    shutil.rmtree(WORK / "venv", ignore_errors=True)
    run_quietly([sys.executable, "-m", "venv", WORK / "venv"], "Making a virtual environment (python3-venv is needed)")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]
    run_quietly(pip, "Installing the pinned packages")
    stamp.write_text(wanted)


def prepare_data(rows, seed):
    """Makes the log, unless the same generator has made it before. Returns its folder and facts."""
    folder = WORK / f"{rows}-{seed}"
    stamp = folder / "generator.sha256"
    wanted = digest(PARTS / "generate.py", REQUIREMENTS)
    if not (stamp.exists() and stamp.read_text() == wanted):
        say(f"Generating {rows:,} lines ...")
        shutil.rmtree(folder, ignore_errors=True)
        run_quietly([PYTHON, PARTS / "generate.py", folder, "--rows", rows, "--seed", seed], "Generating the log")
        stamp.write_text(wanted)
    return folder, json.loads((folder / "facts.json").read_text())
