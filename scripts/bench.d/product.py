"""Lays out the benchmark's data as the program wants it: a fee schedule release, a policy, a column map and a job.

The release is made up, so it is kept apart from `benchmarks-data` and named BENCH.
"""

import csv
import hashlib
import json
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent
RELEASE = "BENCH"
SHARED_TABLES = ["place-of-service.csv", "conversion-factors.csv"]
COLUMNS = (
    "code,modifier,status,not_used_for_medicare,work,nonfacility_pe,nonfacility_na,facility_pe,facility_na,mp,pctc,"
    "global,pre,intra,post,multiple_procedure,bilateral,assistant,co_surgeon,team"
).split(",")


def write_release(schedule, folder):
    """Turns schedule.csv into `rvu.csv` and `release.json`: no practice expense, no malpractice, no global period."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(schedule, newline="") as file:
        rows = list(csv.DictReader(file))
    split = {row["code"] for row in rows if row["modifier"]}
    figures = folder / "rvu.csv"
    with open(figures, "w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow(
                {
                    "code": row["code"],
                    "modifier": row["modifier"],
                    "status": "A",
                    "work": row["work_rvu"],
                    "nonfacility_pe": "0.00",
                    "facility_pe": "0.00",
                    "mp": "0.00",
                    "pctc": "1" if row["code"] in split else "0",
                    "global": "XXX",
                    "pre": "0.00",
                    "intra": "0.00",
                    "post": "0.00",
                    "multiple_procedure": row["multiple_procedure"],
                    "bilateral": row["bilateral"],
                    "assistant": row["assistant"],
                    "co_surgeon": row["co_surgeon"],
                    "team": "0",
                }
            )
    days = {"first": "2025-01-01", "last": "2025-12-31"}
    release = {
        "release": RELEASE,
        "title": "Made-up values for scripts/bench",
        "effective": days,
        "conversion_factors": [
            {"kind": "national", "dollars": 30.0, "citation": "made up for scripts/bench"} | days,
        ],
        "source": {
            "file": "schedule.csv",
            "sha256": hashlib.sha256(pathlib.Path(schedule).read_bytes()).hexdigest(),
            "is_reexport": False,
            "description": "drawn from a seed by scripts/bench.d/generate.py",
        },
        "rows": len(rows),
        "rvu_csv_sha256": hashlib.sha256(figures.read_bytes()).hexdigest(),
        "lacks": ["gpci.csv", "anesthesia.csv"],
        "caution": "These values are made up for measuring speed; no payment or placement may rest on them.",
    }
    (folder / "release.json").write_text(json.dumps(release, indent=2) + "\n")


def lay_out(folder, reference_data):
    """Adds to a folder of generated data what the program needs beside it.

    - folder: holds log.csv, schedule.csv and survey.csv.
    - reference_data: the repository's `benchmarks-data`, for the tables that are no part of a release.

    Returns the job file and the folder to give as `--data`.
    """
    data = folder / "data"
    write_release(folder / "schedule.csv", data / "cms-pfs" / RELEASE)
    for table in SHARED_TABLES:
        source = reference_data / "cms-pfs" / table
        if source.exists():
            shutil.copyfile(source, data / "cms-pfs" / table)
    # The tables that every run reads beside fees and policies.
    for table in sorted(reference_data.glob("*.csv")):
        shutil.copyfile(table, data / table.name)
    shutil.copytree(reference_data / "survey-maps", data / "survey-maps", dirs_exist_ok=True)
    (data / "credit-policies").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HERE / "product" / "policy.yaml", data / "credit-policies" / "bench-j1.yaml")
    shutil.copyfile(HERE / "product" / "columns.yaml", folder / "columns.yaml")
    shutil.copyfile(HERE / "product" / "job.yaml", folder / "job.yaml")
    return folder / "job.yaml", data


def vary(job, name, keys):
    """Writes the job once more, beside it, with other values of some keys. Returns the file."""
    lines = [line for line in job.read_text().splitlines() if line.split(":")[0] not in keys]
    varied = job.with_name(f"job-{name}.yaml")
    varied.write_text("\n".join([*lines, *(f"{key}: {value}" for key, value in keys.items())]) + "\n")
    return varied
