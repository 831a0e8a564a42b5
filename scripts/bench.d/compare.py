"""Holds two engines' results against each other, clinician by clinician.

    compare.py RESULT OTHER...        each a peer's CSV file, or the `out` folder of a run of the program

Lines, units, work RVUs and ranks must be the same; percentiles too, to within PERCENTILE_TOLERANCE, since each engine
rounds them for printing in its own way. Totals of rejected and unpriced lines are compared over the whole log.
"""

import csv
import pathlib
import sys
from decimal import Decimal

PERCENTILE_TOLERANCE = Decimal("0.000002")
SHOWN = 5


class Unreadable(Exception):
    """A result that is not there or lacks something."""


class Result:
    """What an engine found: one entry for each (specialty, clinician), and totals over the log."""

    def __init__(self, name, clinicians, rejected, unpriced):
        self.name = name
        self.clinicians = clinicians
        self.rejected = rejected
        self.unpriced = unpriced


def read(path, name=None):
    """Reads a peer's file, or the program's output folder."""
    path = pathlib.Path(path)
    name = name or path.name
    try:
        return read_product(path, name) if path.is_dir() else read_peer(path, name)
    except (OSError, KeyError, ValueError, ArithmeticError) as error:
        raise Unreadable(f"{name}: no usable result in {path}: {type(error).__name__} {error}") from error


def figures(row, work):
    return {
        "lines": int(row["lines"]),
        "units": Decimal(row["units"]),
        "work_rvu": Decimal(row[work]),
        "peer_rank": row["peer_rank"],
        "peer_count": row["peer_count"],
        "percentile": row["percentile"],
    }


def rows_by_key(path, work):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    found = {(row["specialty"], row["clinician_id"]): figures(row, work) for row in rows}
    if len(found) != len(rows):
        raise ValueError("a clinician is there twice")
    return rows, found


def read_peer(path, name):
    rows, found = rows_by_key(path, "work_rvu")
    return Result(name, found, sum(int(row["rejected"]) for row in rows), sum(int(row["unpriced"]) for row in rows))


def read_product(folder, name):
    _, found = rows_by_key(folder / "data" / "clinicians.csv", "work_rvu_benchmark")
    with open(folder / "data" / "control_totals.csv", newline="") as file:
        totals = list(csv.DictReader(file))
    return Result(
        name, found, sum(int(row["rejected"]) for row in totals), sum(int(row["unpriced"]) for row in totals)
    )


def same(field, a, b):
    if field == "percentile" and a and b and a[0] not in "<>" and b[0] not in "<>":
        return abs(Decimal(a) - Decimal(b)) <= PERCENTILE_TOLERANCE
    return a == b


def differences(a, b):
    """Every way in which two results differ, as sentences; empty where they agree."""
    found = []
    for what in ("rejected", "unpriced"):
        if getattr(a, what) != getattr(b, what):
            found.append(f"{what} lines: {a.name} {getattr(a, what)}, {b.name} {getattr(b, what)}")
    for present, absent in ((a, b), (b, a)):
        for specialty, clinician in sorted(present.clinicians.keys() - absent.clinicians.keys()):
            found.append(f"clinician {clinician} ({specialty}) is in {present.name} only")
    for key in sorted(a.clinicians.keys() & b.clinicians.keys()):
        for field, value in a.clinicians[key].items():
            other = b.clinicians[key][field]
            if not same(field, value, other):
                specialty, clinician = key
                found.append(
                    f"clinician {clinician} ({specialty}): {field} is {value or 'blank'} in {a.name}, "
                    f"{other or 'blank'} in {b.name}"
                )
    return found


def report(found, file=sys.stderr):
    """Prints the first few differences and how many more there are."""
    for sentence in found[:SHOWN]:
        print(f"  {sentence}", file=file)
    if len(found) > SHOWN:
        print(f"  and {len(found) - SHOWN} more", file=file)


def main(paths):
    if len(paths) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        first, *others = (read(path) for path in paths)
    except Unreadable as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    status = 0
    for other in others:
        found = differences(first, other)
        print(f"{first.name} and {other.name}: {len(first.clinicians)} clinicians, {len(found)} differences")
        report(found)
        status = status or int(bool(found))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
