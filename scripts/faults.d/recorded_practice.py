"""A practice of a few lines whose runs are entered in a ledger, the state that a run leaves it in, and what must be true of that.

Used by scripts/crash-sweep and scripts/error-sweep.
"""

import dataclasses
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess

JOB = """practice: Recorded Practice
year: 2025
logs: [{files: log.csv}]
roster: roster.csv
credit: {pay: unadjusted, benchmark: survey-comparable}
surveys: [{file: survey.csv}]
reports: [practice, clinician, data-quality]
formats: [html, csv, xlsx]
credits: true
output: out
failOn: never
ledger: runs.sqlite
"""
HEADER = "line_id,clinician_id,service_date,patient_id,code,modifiers,units,place_of_service,charge\n"
LINES = ["L1,C-1,2025-10-06,MRN0000001,99214,25,1,11,250.00\n", "L2,C-1,2025-10-06,MRN0000001,20610,,1,11,180.00\n",
         "L3,C-2,2025-10-07,MRN0000002,99213,,1,11,170.00\n", "L4,C-2,2025-10-08,MRN0000003,99xyz,,1,11,170.00\n"]
ROSTER = """clinician_id,name,specialty,clinical_fte,start,end
C-1,Ada Example,Family Medicine,1.0,2020-01-01,
C-2,Ben Example,Family Medicine,0.5,2020-01-01,
"""
SURVEY = """survey,year,data_year,specialty,metric,n,p25,p50,p75,p90
Invented,2026,2025,Family Medicine,work_rvu,200,1,2,3,4
"""


class Violation(Exception):
    """Something that must be true is not."""


def require(condition, message):
    if not condition:
        raise Violation(message)


@dataclasses.dataclass
class Ended:
    """How a process ended; the code is minus the signal where one ended it."""

    code: int
    output: str
    messages: str

    @property
    def acknowledged(self):
        """The number of the run that it said it had made; None where it did not say so."""
        said = re.search(r"^Run (\d+) in ", self.output, re.MULTILINE)
        return int(said.group(1)) if said else None


@dataclasses.dataclass
class Row:
    """A run in the ledger."""

    run: int
    state: str
    manifest: str


class Practice:
    """The practice's folder, with TMPDIR beside it; both can be put back to an earlier state."""

    def __init__(self, program, base, more=""):
        """`more` are lines of the job, such as one that keeps the folders of several runs."""
        self.program = str(pathlib.Path(program).resolve())
        self.base = pathlib.Path(base)
        self.folder, self.temporary = self.base / "practice", self.base / "tmp"
        self.job = self.folder / "job.yaml"
        # Nothing of this machine's settings decides what a run does.
        self.environment = dict(os.environ, TMPDIR=str(self.temporary), LC_ALL="C")
        self.base.mkdir(exist_ok=True)
        for folder in (self.folder, self.temporary):
            folder.mkdir(mode=0o700)
        for name, text in {"job.yaml": JOB + more, "roster.csv": ROSTER, "survey.csv": SURVEY}.items():
            (self.folder / name).write_text(text)
        self.own = {"job.yaml", "roster.csv", "survey.csv", "log.csv"}
        self.use(LINES[:2])

    def use(self, lines):
        """Gives the practice another log."""
        (self.folder / "log.csv").write_text(HEADER + "".join(lines))

    def save(self, name):
        """Keeps the folder as it is under a name."""
        shutil.copytree(self.folder, self.base / name, symlinks=True)

    def restore(self, name):
        """Puts the folder back to what it was."""
        for folder in (self.folder, self.temporary):
            shutil.rmtree(folder)
        shutil.copytree(self.base / name, self.folder, symlinks=True)
        self.temporary.mkdir(mode=0o700)

    # What is done with it

    def command(self):
        return [self.program, "run", str(self.job), "--quiet"]

    def start(self, command):
        return subprocess.Popen(command, cwd=self.base, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                stdin=subprocess.DEVNULL, text=True, start_new_session=True)

    def run(self, before=()):
        """Runs the job; `before` is what runs it, such as strace, under which it works on one thread.

        strace counts the calls of each thread, and with several of them it is chance which one writes which file.
        """
        process = self.start([*before, *self.command(), *(["--threads", "1"] if before else [])])
        output, messages = process.communicate(timeout=120)
        return Ended(process.returncode, output, messages)

    def ledger(self, *words):
        return subprocess.run([self.program, "ledger", *words, "--ledger", str(self.folder / "runs.sqlite")],
                              env=self.environment, capture_output=True, text=True)

    # What is there

    def published(self):
        """The SHA-256 of the manifest of the output that readers find; None where there is none."""
        folder = self.folder / "out"
        if (folder / "latest").is_symlink():
            require((folder / "latest").exists(), "latest leads nowhere")
            folder = folder / "latest"
        return None if not folder.exists() or self.has_only_runs(folder) else self.whole(folder)

    def placed(self):
        """The manifests of all outputs that have their names: the one, or one for each run whose folder is kept."""
        folder = self.folder / "out"
        folders = list(folder.glob("run-*")) if self.has_only_runs(folder) else [folder]
        return {self.whole(place) for place in folders if place.exists()}

    @staticmethod
    def has_only_runs(folder):
        return folder.exists() and not (folder / "manifest.json").exists() \
            and all(path.name == "latest" or path.name.startswith(("run-", ".")) for path in folder.iterdir())

    @staticmethod
    def whole(folder):
        """The SHA-256 of a folder's manifest.

        Raises a Violation where the folder is not whole: a file that the manifest names is not as it says, or another is there.
        """
        found = {str(path.relative_to(folder)): path for path in folder.rglob("*") if not path.is_dir()}
        require("manifest.json" in found, f"{folder.name} has no manifest")
        manifest = found.pop("manifest.json").read_bytes()
        named = {row["path"]: row["sha256"] for row in json.loads(manifest)["outputs"]}
        require(set(named) == set(found), f"the files of {folder.name} are not the manifest's: {sorted(set(named) ^ set(found))}")
        for path, sha256 in named.items():
            require(hashlib.sha256(found[path].read_bytes()).hexdigest() == sha256, f"{folder.name}/{path} is not as the manifest says")
        return hashlib.sha256(manifest).hexdigest()

    def leftovers(self, failed=False):
        """Whatever is in the folder, or in TMPDIR, that is neither an input nor what a run is to leave.

        One that `failed` leaves a page that tells it.
        """
        kept = {"out", "runs.sqlite", "runs.sqlite-wal", "runs.sqlite-shm", "runs.sqlite.archive", "runs.sqlite.key"} | ({"out-failed.html"} if failed else set())
        left = [str(path.relative_to(self.folder)) for path in self.folder.iterdir() if path.name not in self.own | kept]
        if (self.folder / "out").exists():
            left += [str(path.relative_to(self.folder)) for path in (self.folder / "out").iterdir() if path.name.startswith(".")]
        archive = self.folder / "runs.sqlite.archive"
        if archive.exists():
            # What is kept there is named by its content, and nothing else is.
            left += [str(path.relative_to(self.folder)) for path in archive.rglob("*")
                     if not path.is_dir() and path.name.startswith(".")]
        return sorted(left + [f"TMPDIR/{path.name}" for path in self.temporary.iterdir()])

    def rows(self):
        """The runs in the ledger, from a copy, so that looking changes nothing; none where there is no ledger yet.

        Raises a Violation where the ledger is damaged.
        """
        if not (self.folder / "runs.sqlite").exists():
            return []
        look = self.base / "look"
        shutil.rmtree(look, ignore_errors=True)
        look.mkdir()
        for name in ("runs.sqlite", "runs.sqlite-wal", "runs.sqlite-shm"):
            if (self.folder / name).exists():
                shutil.copy(self.folder / name, look / name)
        database = sqlite3.connect(look / "runs.sqlite")
        try:
            check = [row[0] for row in database.execute("PRAGMA integrity_check")]
            require(check == ["ok"], f"integrity_check: {check[:5]}")
            require(not database.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check finds rows of no run")
            if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'runs'").fetchone():
                return []
            return [Row(*row) for row in database.execute("SELECT run, state, manifest_sha256 FROM runs ORDER BY run")]
        except sqlite3.DatabaseError as error:
            raise Violation(f"the ledger cannot be read: {error}") from error
        finally:
            database.close()

    # What must be true

    def check_next_run(self, new, earlier):
        """Runs the job as the next night would: it must end well, and leave everything settled and nothing over.

        `new` is the manifest that it must publish, `earlier` are runs that must still be there.
        """
        ended = self.run()
        require(ended.code == 0, f"the next run ends with {ended.code}: {ended.messages.strip()}")
        require(self.published() == new, "the next run's output is not the right one")
        require(not self.leftovers(), f"left behind: {self.leftovers()}")
        rows = self.rows()
        require(rows and rows[-1].state == "published" and rows[-1].manifest == new, "the next run is not in the ledger")
        require(ended.acknowledged == rows[-1].run, "the next run did not tell its number")
        open_runs = [row.run for row in rows if row.state == "publishing"]
        require(not open_runs, f"run {open_runs} is never settled")
        for row in earlier:
            require(row in rows, f"run {row.run}, which was published, is lost or changed")
        verified = self.ledger("verify")
        require(verified.returncode == 0,
                f"ledger verify: {verified.stdout}{verified.stderr}")
        return rows
