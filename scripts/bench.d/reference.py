"""The job said plainly and slowly, in exact integers and fractions: what every engine's result is checked against.

    reference.py LOG SCHEDULE SURVEY OUTPUT

It reads line by line, shares no code with the engines, and is meant for thousands of lines, not millions.
"""

import argparse
import csv
import datetime
from collections import defaultdict
from fractions import Fraction

# Shares of the row's work, in ten-thousandths. A line has one assistant factor.
BOTH_SIDES, CO_SURGEON, ASSISTANT, NON_PHYSICIAN_ASSISTANT, RETURN = 15_000, 6_250, 1_600, 1_360, 8_000


def hundredths(text):
    whole, _, decimals = text.partition(".")
    return int(whole) * 100 + int((decimals + "00")[:2])


def read_schedule(path):
    with open(path, newline="") as file:
        return {(row["code"], row["modifier"]): row for row in csv.DictReader(file)}


def real_date(text):
    """The date of a YYYY-MM-DD text, or None where there is no such day."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


def line_credit(line, modifiers, row):
    """The line's credit before ranking, in millionths: an exact product, or an error where it is not whole."""
    factor = Fraction(1)
    if "50" in modifiers and row["bilateral"] == "1":
        factor *= Fraction(BOTH_SIDES, 10_000)
    if "62" in modifiers:
        factor *= Fraction(CO_SURGEON, 10_000)
    if modifiers & {"80", "81", "82"}:
        factor *= Fraction(ASSISTANT, 10_000)
    if "AS" in modifiers:
        factor *= Fraction(NON_PHYSICIAN_ASSISTANT, 10_000)
    if "78" in modifiers:
        factor *= Fraction(RETURN, 10_000)
    credit = hundredths(row["work_rvu"]) * 10_000 * int(line["units"]) * factor
    if credit.denominator != 1:
        raise SystemExit(f"line {line['line_id']} has no whole number of millionths; the generator must avoid it")
    return credit.numerator


def placement(work, points):
    """The percentile of a work RVU total among (percent, value) points, exactly, or a bound outside them."""
    if work < points[0][1]:
        return f"<{points[0][0]}"
    if work > points[-1][1]:
        return f">{points[-1][0]}"
    for (low, a), (high, b) in zip(points, points[1:]):
        if a <= work <= b:
            millionths = round((low + (high - low) * (work - a) / (b - a)) * 1_000_000)
            return f"{millionths // 1_000_000}.{millionths % 1_000_000:06d}"
    raise AssertionError("points are out of order")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("log", "schedule", "survey", "output"):
        parser.add_argument(name)
    options = parser.parse_args()

    schedule = read_schedule(options.schedule)
    totals = defaultdict(lambda: {"lines": 0, "unpriced": 0, "rejected": 0, "units": 0, "millionths": 0})
    days = defaultdict(list)
    with open(options.log, newline="") as file:
        for line in csv.DictReader(file):
            total = totals[line["specialty"], line["clinician_id"]]
            date = real_date(line["service_date"])
            if date is None or int(line["units"]) == 0:
                total["rejected"] += 1
                continue
            total["lines"] += 1
            total["units"] += int(line["units"])
            base = schedule.get((line["cpt"], ""))
            if base is None:
                total["unpriced"] += 1
                continue
            modifiers = set(line["modifiers"].split())
            component = next((m for m in ("26", "TC") if m in modifiers), "")
            row = schedule.get((line["cpt"], component), base)
            credit = line_credit(line, modifiers, row)
            if base["multiple_procedure"] == "2":
                key = (-hundredths(row["work_rvu"]), int(line["line_id"]))
                days[line["clinician_id"], line["patient_id"], date].append((key, credit, total))
            else:
                total["millionths"] += credit

    for group in days.values():
        group.sort(key=lambda entry: entry[0])
        for place, (_, credit, total) in enumerate(group):
            total["millionths"] += credit if place == 0 else credit // 2

    with open(options.survey, newline="") as file:
        points = {
            row["specialty"]: [(percent, Fraction(row[f"p{percent}"])) for percent in (10, 25, 50, 75, 90)]
            for row in csv.DictReader(file)
            if row["metric"] == "work_rvu"
        }
    cohorts = defaultdict(list)
    for (specialty, _), total in totals.items():
        cohorts[specialty].append(total["millionths"])
    with open(options.output, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            "clinician_id,specialty,lines,unpriced,rejected,units,work_rvu,peer_rank,peer_count,percentile".split(",")
        )
        for (specialty, clinician), total in sorted(totals.items()):
            work = total["millionths"]
            rank = 1 + sum(other > work for other in cohorts[specialty])
            figure = f"{work // 1_000_000}.{work % 1_000_000:06d}"
            place = placement(Fraction(work, 1_000_000), points[specialty]) if specialty in points else ""
            writer.writerow(
                [clinician, specialty, total["lines"], total["unpriced"], total["rejected"], total["units"], figure]
                + [rank, len(cohorts[specialty]), place]
            )


if __name__ == "__main__":
    main()
