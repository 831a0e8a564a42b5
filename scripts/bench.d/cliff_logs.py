"""Makes of a plain log the forms of it that might cost far more than their lines: scripts/bench-cliffs.

    cliff_logs.py LOG FOLDER --seed S --long BYTES

LOG is that of generate.py. Writes a folder a form with its log.csv, and FOLDER/facts.json: how many records each has, and
how many of them must be rejected. It runs as a process of its own, since a large parent would count in the memory of what
it starts.
"""

import argparse
import json
import pathlib
import random

DIRTY_SHARE = 0.01
LINE_ID, CLINICIAN, SPECIALTY, DATE, UNITS = 0, 1, 2, 3, 7
# What is wrong with a dirty line: one of these a line.
FAULTS = [
    lambda fields: fields[:DATE] + ["2025-02-30"] + fields[DATE + 1:],
    lambda fields: fields[:DATE] + ["soon"] + fields[DATE + 1:],
    lambda fields: fields[:UNITS] + ["0"] + fields[UNITS + 1:],
    lambda fields: fields[:UNITS] + ["one"] + fields[UNITS + 1:],
    lambda fields: fields[:CLINICIAN] + [""] + fields[CLINICIAN + 1:],
    lambda fields: fields[:UNITS],
]  # fmt: skip
# What generate.py has among its dates, and what it has in place of units, where a line is bad.
IMPOSSIBLE_DATES = {"2025-02-30", "2025-13-01", "2025-04-31", "2025-00-10", "", "N/A"}


def is_bad(fields):
    return fields[DATE] in IMPOSSIBLE_DATES or fields[UNITS] == "0"


def plain(lines, chance):
    return lines


def dirty(lines, chance):
    return [chance.choice(FAULTS)(fields) if chance.random() < DIRTY_SHARE else fields for fields in lines]


def quoted(lines, chance):
    return [[f'"{field}"' for field in fields] for fields in lines]


def by_clinician(lines, chance):
    return sorted(lines, key=lambda fields: fields[CLINICIAN])


def in_no_order(lines, chance):
    return chance.sample(lines, len(lines))


def one_clinician(lines, chance):
    first = lines[0]
    return [[fields[LINE_ID], *first[CLINICIAN:DATE], *fields[DATE:]] for fields in lines]


def a_clinician_a_line(lines, chance):
    # A step that shares no factor with the count of numbers gives each line another, in no order.
    return [
        [fields[LINE_ID], str(1_000_000_000 + number * 7_654_321 % 8_999_999_999), *fields[SPECIALTY:]]
        for number, fields in enumerate(lines)
    ]


FORMS = {
    "plain": plain,
    "dirty": dirty,
    "quoted": quoted,
    "mapped": plain,
    "by-clinician": by_clinician,
    "in-no-order": in_no_order,
    "one-clinician": one_clinician,
    "clinician-a-line": a_clinician_a_line,
}


def rejected(name, lines, changed):
    if name != "dirty":
        return sum(map(is_bad, lines))
    return sum(is_bad(before) or before is not after for before, after in zip(lines, changed))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--long", type=int, required=True, help="bytes of the long line")
    options = parser.parse_args()
    header, *rows = options.log.read_text().splitlines()
    lines = [row.split(",") for row in rows]
    facts = {}

    def write(name, rows, bad):
        folder = options.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / "log.csv", "w", newline="\n") as file:
            for row in rows:
                file.write(row + "\n")
        facts[name] = {"records": len(rows) - 1, "rejected": bad, "bytes": (folder / "log.csv").stat().st_size}

    for name, form in FORMS.items():
        changed = form(lines, random.Random(options.seed))
        write(name, [header, *map(",".join, changed)], rejected(name, lines, changed))
    # A line that goes on and on, in the midst of lines as they should be.
    middle = len(rows) // 2
    few = rows[middle - middle // 10:middle] + ["9" * options.long] + rows[middle:middle + middle // 10]  # fmt: skip
    bad = sum(1 for row in few if "," not in row or is_bad(row.split(",")))
    write("long-line", [header, *few], bad)
    (options.folder / "facts.json").write_text(json.dumps(facts, indent=2) + "\n")


if __name__ == "__main__":
    main()
