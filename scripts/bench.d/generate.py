"""Makes a procedure log of any length, with the fee schedule and survey it is to be measured by.

    generate.py FOLDER --rows N --seed S

Writes FOLDER/log.csv, FOLDER/schedule.csv, FOLDER/survey.csv and FOLDER/facts.json. Everything is drawn from the seed:
nothing in it is about a real clinician, patient, price or survey.

The log keeps to what every engine defines alike (README.md, "What the log leaves out"), so that a difference between
two results is an error and never a difference of opinion.
"""

import argparse
import datetime
import json
import pathlib

import numpy as np
import polars as pl

YEAR = 2025
CODES = 9_000
LETTER_CODES = 400
LINES_PER_CLINICIAN = 1_000
LEAST_PEERS = 6
LINES_PER_CHUNK = 2_000_000

SPECIALTIES = [
    f"{field} {kind}"
    for field in (
        "General", "Pediatric", "Vascular", "Thoracic", "Spine", "Hand", "Cardiac", "Renal", "Hepatic", "Pulmonary",
        "Endocrine", "Neurologic", "Ocular", "Dermal", "Pelvic",
    )
    for kind in ("Surgery", "Medicine", "Imaging", "Care")
]  # fmt: skip
# Lines that a specialty of each kind draws from indicator-2 codes, before single codes are weighed.
PROCEDURE_SHARE = {"Surgery": 0.70, "Medicine": 0.22, "Imaging": 0.20, "Care": 0.12}
MENU_LENGTH = {"Surgery": 500, "Medicine": 250, "Imaging": 200, "Care": 200}

PLACES = ["11", "22", "21", "23", "24", "19", "31", "02"]
PLACE_SHARES = [0.52, 0.17, 0.15, 0.06, 0.05, 0.02, 0.02, 0.01]
IMPOSSIBLE_DATES = ["2025-02-30", "2025-13-01", "2025-04-31", "2025-00-10", "", "N/A"]
UNKNOWN_CODES = ["0000Z", "9999Z", "0001Y", "Z9999"]

# Modifiers by the kind of line that may carry them, with weights; LINES_MODIFIED of all lines carry any.
LINES_MODIFIED = 0.08
MODIFIERS = {
    "ranked": {"51": 5, "59": 6, "25": 1, "GC": 2, "51 59": 1, "XS": 2, "76": 1, "59 GC": 1, "79": 1, "51 GC": 1},
    "split": {"26": 14, "TC": 3, "26 GC": 2, "26 59": 1, "59 TC": 1},
    "plain": {
        "25": 26, "59": 12, "GC": 6, "24": 3, "57": 3, "25 GC": 3, "50": 10, "62": 4, "80": 5, "AS": 4, "78": 4,
        "81": 1, "82": 1, "LT": 5, "RT": 5, "59 RT": 2, "59 LT": 2, "62 78": 1, "80 GC": 1, "50 78": 1, "50 59": 1,
        "62 59 GC": 1, "AS 59": 1,
    },
}  # fmt: skip


def draw_schedule(random):
    """The codes in order with their work in hundredths and indicators, as a data frame with one row a code."""
    numbers = np.arange(10_000, 99_000)
    numbers = numbers[numbers % 100 != 99]  # unlisted services, by custom
    numbers = np.sort(random.choice(numbers, CODES - LETTER_CODES, replace=False))
    letters = np.sort(random.choice(np.arange(1, 10_000), LETTER_CODES, replace=False))
    codes = [f"{number:05d}" for number in numbers] + [f"G{number:04d}" for number in letters]

    multiple = random.choice([2, 0, 4], CODES, p=[0.57, 0.36, 0.07])
    center = np.where(multiple == 2, 1.8, 0.4)
    work = np.exp(random.normal(center, 0.8)) * 100
    work = np.clip(np.rint(work), 3, 12_000).astype(np.int64)
    work[random.random(CODES) < 0.07] = 0
    splittable = np.flatnonzero((multiple != 2) & (work > 0))
    has_split = np.zeros(CODES, dtype=bool)
    has_split[random.choice(splittable, CODES * 6 // 100, replace=False)] = True
    return pl.DataFrame(
        {
            "code": codes,
            "work": work,
            "multiple": multiple,
            "bilateral": random.choice([0, 1, 2, 3], CODES, p=[0.46, 0.42, 0.05, 0.07]),
            "assistant": random.choice([0, 1, 2, 9], CODES, p=[0.30, 0.20, 0.40, 0.10]),
            "co_surgeon": random.choice([0, 1, 2, 9], CODES, p=[0.40, 0.35, 0.15, 0.10]),
            "split": has_split,
        }
    )


def write_schedule(path, schedule):
    """One row for each code, and one for each of its professional and technical components."""
    with open(path, "w", newline="\n") as file:
        file.write("code,modifier,work_rvu,multiple_procedure,bilateral,assistant,co_surgeon\n")
        for row in schedule.iter_rows(named=True):
            work = f"{row['work'] // 100}.{row['work'] % 100:02d}"
            indicators = "{multiple},{bilateral},{assistant},{co_surgeon}".format(**row)
            file.write(f"{row['code']},,{work},{indicators}\n")
            if row["split"]:
                file.write(f"{row['code']},26,{work},{indicators}\n{row['code']},TC,0.00,{indicators}\n")


def draw_menus(random, schedule):
    """For each specialty the codes it bills, most frequent first, as rows of one padded array with their lengths."""
    ranked = np.flatnonzero(schedule["multiple"].to_numpy() == 2)
    others = np.flatnonzero(schedule["multiple"].to_numpy() != 2)
    split = np.flatnonzero(schedule["split"].to_numpy())
    lengths = np.array([MENU_LENGTH[name.split()[1]] for name in SPECIALTIES])
    menus = np.zeros((len(SPECIALTIES), lengths.max()), dtype=np.int32)
    for row, name in enumerate(SPECIALTIES):
        kind = name.split()[1]
        length = lengths[row]
        is_procedure = random.random(length) < PROCEDURE_SHARE[kind]
        menu = np.empty(length, dtype=np.int32)
        menu[is_procedure] = random.choice(ranked, is_procedure.sum(), replace=False)
        pool = np.concatenate([others, np.repeat(split, 8)]) if kind == "Imaging" else others
        menu[~is_procedure] = random.choice(pool, (~is_procedure).sum(), replace=False)
        menus[row, :length] = menu
    return menus, lengths


def draw_clinicians(random, count):
    """Ten-digit ids and a specialty each: at least LEAST_PEERS in every specialty, the first ones the largest."""
    ids = 1_000_000_000 + np.sort(random.choice(8_999_999_999, count, replace=False))
    random.shuffle(ids)
    skewed = (random.random(count) ** 1.5 * len(SPECIALTIES)).astype(np.int64)
    assured = np.repeat(np.arange(len(SPECIALTIES)), LEAST_PEERS)
    skewed[: len(assured)] = assured
    return ids, skewed


def draw_encounters(random, lines, clinicians):
    """For every line the visit it belongs to, in the order of posting; and each visit's clinician, day and patient."""
    visits = int(lines / 1.3) + 200
    volume = random.lognormal(0, 0.7, clinicians)
    clinician = random.choice(clinicians, visits, p=volume / volume.sum()).astype(np.int32)
    first = datetime.date(YEAR, 1, 1)
    days = (datetime.date(YEAR + 1, 1, 1) - first).days
    weight = np.array([0.15 if (first.weekday() + day) % 7 >= 5 else 1.0 for day in range(days)])
    day = random.choice(days, visits, p=weight / weight.sum()).astype(np.int16)
    patient = 1_000_000 + (random.random(visits) ** 1.4 * (lines // 4 + 500)).astype(np.int64)

    several = random.random(visits) < 0.02  # days in the operating room
    size = random.choice([1, 2, 3, 4, 5, 6], visits, p=[0.815, 0.12, 0.04, 0.015, 0.006, 0.004])
    size[several] = random.integers(2, 7, several.sum())
    visit = np.repeat(np.arange(visits, dtype=np.int32), size)
    while len(visit) < lines:
        visit = np.concatenate([visit, random.integers(0, visits, lines - len(visit)).astype(np.int32)])

    delay = np.minimum(random.geometric(0.4, visits) - 1, 20).astype(np.int16)
    posted = day[visit] + delay[visit]
    late = random.random(len(visit)) < 0.03
    posted[late] += random.integers(1, 30, late.sum()).astype(np.int16)
    visit = visit[np.argsort(posted, kind="stable")[:lines]]
    return visit, clinician, day, patient, several


def draw_modifiers(random, schedule, code):
    """The modifiers as an index into the returned names, kept to the lines that may carry them."""
    names = [""] + [name for group in MODIFIERS.values() for name in group]
    index = {}
    for position, (group, name) in enumerate(
        ((group, name) for group, weights in MODIFIERS.items() for name in weights), start=1
    ):
        index[group, name] = position
    chosen = np.zeros(len(code), dtype=np.uint8)
    ranked = (schedule["multiple"].to_numpy() == 2)[code]
    split = schedule["split"].to_numpy()[code]
    carries = random.random(len(code)) < LINES_MODIFIED
    carries |= split & (random.random(len(code)) < 0.05)
    for group, lines in (("ranked", ranked), ("split", split), ("plain", ~ranked & ~split)):
        lines = np.flatnonzero(lines & carries)
        weights = np.array(list(MODIFIERS[group].values()), dtype=float)
        positions = np.array([index[group, name] for name in MODIFIERS[group]], dtype=np.uint8)
        chosen[lines] = random.choice(positions, len(lines), p=weights / weights.sum())

    has_side = np.array([bool({"LT", "RT"} & set(name.split())) for name in names])
    has_both = np.array(["50" in name.split() for name in names])
    bilateral = schedule["bilateral"].to_numpy()[code]
    chosen[has_side[chosen] & (bilateral != 3)] = index["plain", "59"]
    chosen[has_both[chosen] & (bilateral == 3)] = index["plain", "59"]
    return names, chosen, has_both[chosen]


def draw_units(random, schedule, code, is_fifty):
    """One unit on most lines, and always on ranked lines and those with modifier 50; two only where no pair is meant."""
    units = np.ones(len(code), dtype=np.int64)
    several = np.flatnonzero(random.random(len(code)) < 0.10)
    units[several] = random.integers(2, 13, len(several))
    pairs = np.isin(schedule["bilateral"].to_numpy()[code], (1, 2))
    units[pairs & (units == 2)] = 4
    units[(schedule["multiple"].to_numpy() == 2)[code] | is_fifty] = 1
    return units


def write_survey(path, random, schedule, code, units, clinician, specialties):
    """One row a specialty, its points spread about what the practice's median clinician did."""
    work = np.bincount(clinician, schedule["work"].to_numpy()[code] * units, minlength=len(specialties)) / 100
    header = "survey,year,data_year,specialty,region,provider_type,metric,n,organisations,mean,sd,p10,p25,p50,p75,p90\n"
    with open(path, "w", newline="\n") as file:
        file.write(header)
        for number, name in enumerate(SPECIALTIES):
            median = max(float(np.median(work[specialties == number])), 10.0) * random.uniform(0.85, 1.15)
            points = ",".join(f"{median * share:.1f}" for share in (0.45, 0.72, 1.0, 1.37, 1.85))
            file.write(f"Synthetic,{YEAR},{YEAR},{name},,,work_rvu,200,40,,,{points}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(options.seed)
    rows = options.rows

    schedule = draw_schedule(random)
    write_schedule(options.folder / "schedule.csv", schedule)
    menus, menu_lengths = draw_menus(random, schedule)
    clinicians = max(rows // LINES_PER_CLINICIAN, LEAST_PEERS * len(SPECIALTIES))
    ids, specialties = draw_clinicians(random, clinicians)
    visit, visit_clinician, visit_day, visit_patient, several = draw_encounters(random, rows, clinicians)
    clinician = visit_clinician[visit]
    specialty = specialties[clinician]

    # A code's place in its specialty's menu follows a power law; days in the operating room draw procedures.
    popularity = np.minimum(random.zipf(1.35, rows), 10_000_000) - 1
    code = menus[specialty, popularity % menu_lengths[specialty]]
    procedures = np.flatnonzero(schedule["multiple"].to_numpy() == 2)
    surgical = np.flatnonzero(several[visit])
    code[surgical] = procedures[(random.random(len(surgical)) ** 2 * len(procedures)).astype(np.int64)]

    names, modifiers, is_fifty = draw_modifiers(random, schedule, code)
    units = draw_units(random, schedule, code, is_fifty)
    write_survey(options.folder / "survey.csv", random, schedule, code, units, clinician, specialties)
    charge = np.rint(schedule["work"].to_numpy()[code] * random.uniform(60, 160, rows) * units + 1_250) / 100

    # Bad lines, one fault each; only of clinicians with enough lines to be seen all the same.
    day = visit_day[visit].astype(np.int64)
    dates = [str(datetime.date(YEAR, 1, 1) + datetime.timedelta(days=n)) for n in range(365)] + IMPOSSIBLE_DATES
    codes = schedule["code"].to_list() + UNKNOWN_CODES
    bad = np.flatnonzero((random.random(rows) < 0.0012) & (np.bincount(clinician)[clinician] >= 20))
    fault = random.integers(0, 3, len(bad))
    day[bad[fault == 0]] = 365 + random.integers(0, len(IMPOSSIBLE_DATES), (fault == 0).sum())
    code[bad[fault == 1]] = CODES + random.integers(0, len(UNKNOWN_CODES), (fault == 1).sum())
    units[bad[fault == 2]] = 0
    place = random.choice(len(PLACES), rows, p=PLACE_SHARES).astype(np.uint8)
    first_id = 10 ** len(str(rows)) + 1

    def words(values, numbers):
        return pl.Series(values).gather(pl.Series(numbers.astype(np.uint32)))

    log = options.folder / "log.csv"
    with open(log, "wb") as file:
        for start in range(0, rows, LINES_PER_CHUNK):
            part = slice(start, min(rows, start + LINES_PER_CHUNK))
            frame = pl.DataFrame(
                {
                    "line_id": np.arange(first_id + part.start, first_id + part.stop, dtype=np.int64),
                    "clinician_id": ids[clinician[part]],
                    "specialty": words(SPECIALTIES, specialty[part]),
                    "service_date": words(dates, day[part]),
                    "patient_id": visit_patient[visit[part]],
                    "cpt": words(codes, code[part]),
                    "modifiers": words(names, modifiers[part]),
                    "units": units[part],
                    "place_of_service": words(PLACES, place[part]),
                    "charge_amount": charge[part],
                }
            )
            frame.write_csv(file, include_header=start == 0, float_precision=2, quote_style="never")

    known = code[code < CODES]
    facts = {
        "rows": rows,
        "seed": options.seed,
        "bytes": log.stat().st_size,
        "clinicians": int(len(np.unique(clinician))),
        "specialties": len(SPECIALTIES),
        "schedule_codes": CODES,
        "lines_ranked": int((schedule["multiple"].to_numpy()[known] == 2).sum()),
        "lines_with_modifiers": int((modifiers != 0).sum()),
        "lines_bad_date": int((fault == 0).sum()),
        "lines_unknown_code": int((fault == 1).sum()),
        "lines_zero_units": int((fault == 2).sum()),
    }
    (options.folder / "facts.json").write_text(json.dumps(facts, indent=2) + "\n")


if __name__ == "__main__":
    main()
