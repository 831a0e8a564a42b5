"""Lays out the files of scripts/bench-others: a price list, a file like CMS's, a practice's log as CSV and as a workbook.

    other_inputs.py KIND FOLDER --rows N --seed S --data DIR [--program FILE]

KIND is price, cohort or workbook. Writes FOLDER/facts.json beside the files: what a right answer must come to. Everything
is drawn from the seed and the reference data; no clinician in it exists. It runs as a process of its own, since a large
parent would count in the memory of what it starts.
"""

import argparse
import csv
import json
import pathlib
import random
import shutil
import subprocess
import zipfile
from xml.sax.saxutils import escape

RELEASE = "2026A"
# The fewest people of a group that `cohort` shows unless told otherwise.
FEWEST = 10
CODES_PER_CLINICIAN = 9
ROWS_PER_SHEET = 1_048_576

# CMS, Medicare Physician & Other Practitioners by Provider and Service, data dictionary: the columns in their order.
PUBLIC_USE = (
    "Rndrng_NPI,Rndrng_Prvdr_Last_Org_Name,Rndrng_Prvdr_First_Name,Rndrng_Prvdr_MI,Rndrng_Prvdr_Crdntls,"
    "Rndrng_Prvdr_Ent_Cd,Rndrng_Prvdr_St1,Rndrng_Prvdr_St2,Rndrng_Prvdr_City,Rndrng_Prvdr_State_Abrvtn,"
    "Rndrng_Prvdr_State_FIPS,Rndrng_Prvdr_Zip5,Rndrng_Prvdr_RUCA,Rndrng_Prvdr_RUCA_Desc,Rndrng_Prvdr_Cntry,"
    "Rndrng_Prvdr_Type,Rndrng_Prvdr_Mdcr_Prtcptg_Ind,HCPCS_Cd,HCPCS_Desc,HCPCS_Drug_Ind,Place_Of_Srvc,Tot_Benes,"
    "Tot_Srvcs,Tot_Bene_Day_Srvcs,Avg_Sbmtd_Chrg,Avg_Mdcr_Alowd_Amt,Avg_Mdcr_Pymt_Amt,Avg_Mdcr_Stdzd_Amt"
)
SPECIALTIES = [
    f"{field} {kind}"
    for field in ("Cardiac", "Endocrine", "General", "Hand", "Hepatic", "Ocular", "Pediatric", "Pulmonary", "Renal", "Spine")
    for kind in ("Care", "Imaging", "Medicine", "Surgery")
]


def schedule(data):
    with open(data / "cms-pfs" / RELEASE / "rvu.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write_prices(folder, chance, rows, data):
    """A list that names release, locality and code in every row, as a payer's schedule is laid out."""
    with open(data / "cms-pfs" / RELEASE / "gpci.csv", newline="", encoding="utf-8") as file:
        places = [f"{row['mac']},{row['locality']}" for row in csv.DictReader(file)]
    known = [f"{row['code']},{row['modifier']}" for row in schedule(data) if row["status"] in ("A", "R", "T")]
    with open(folder / "list.csv", "w", newline="\n") as file:
        file.write("contract,release,mac,locality,code,modifier\n")
        for number in range(rows):
            file.write(f"K{number:08d},{RELEASE},{chance.choice(places)},{chance.choice(known)}\n")
    return {"rows": rows}


def write_public_use(folder, chance, rows, data):
    """A file of CMS's layout: some drugs, some organisations, addresses with commas, numbers with and without decimals."""
    codes = [row for row in schedule(data) if not row["modifier"]]
    worked = [row["code"] for row in codes if row["status"] == "A" and float(row["work"] or 0) > 0]
    others = [row["code"] for row in codes if float(row["work"] or 0) == 0]
    # A few codes make up most of the file.
    chance.shuffle(worked)
    chance.shuffle(others)

    def draw_code(pool):
        return pool[int(len(pool) * chance.random() ** 4)]

    people = dict.fromkeys(SPECIALTIES, 0)
    count, npi = 0, 1_000_000_000
    with open(folder / "by_provider_and_service_2025.csv", "w", newline="\n") as file:
        file.write(PUBLIC_USE + "\n")
        while count < rows:
            npi += chance.randint(1, 9)
            specialty = chance.choice(SPECIALTIES)
            kind = "O" if chance.random() < 0.05 else "I"
            who = (
                f'{npi},Invented,Name,A,M.D.,{kind},"{npi % 997} Main St, Suite {npi % 89}",,Anytown,ZZ,00,00000,1,'
                f'"Metropolitan area core: primary flow within an urbanized area of 50,000 and greater",US,{specialty},Y'
            )
            counted = False
            for number in range(min(rows - count, chance.randint(1, 2 * CODES_PER_CLINICIAN - 1))):
                draw = chance.random()
                drug = "Y" if draw < 0.05 else "N"
                has_work = number == 0 or draw > 0.25
                code = draw_code(worked if has_work else others)
                benes = chance.randint(11, 400)
                services = benes * chance.randint(1, 3)
                times = f"{services}.5" if draw < 0.01 else str(services)
                place = "F" if draw > 0.7 else "O"
                file.write(
                    f"{who},{code},An invented description of a service that is about as long as one of the file itself,"
                    f"{drug},{place},{benes},{times},{services},{services % 900}.25,{benes}.5,{benes % 80}.75,{benes}.125\n"
                )
                counted = counted or (kind == "I" and drug == "N" and has_work)
                count += 1
            people[specialty] += counted
    return {"rows": count, "people": sum(number for number in people.values() if number >= FEWEST)}


COLUMN_NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBERS = {"units", "charge"}


class SharedStrings(dict):
    """The texts of a workbook by their number, in the order in which they are met."""

    def __missing__(self, text):
        self[text] = len(self)
        return self[text]


def write_sheet(file, records, texts):
    """One sheet as Excel writes it: texts by their number, numbers as numbers, nothing for an empty cell."""
    file.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    file.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
    header, cells = None, 0
    for number, record in enumerate(records, 1):
        row = [f'<row r="{number}">']
        for place, text in enumerate(record):
            if not text:
                continue
            cells += 1
            at = f"{COLUMN_NAMES[place]}{number}"
            if header and header[place] in NUMBERS:
                row.append(f'<c r="{at}"><v>{text}</v></c>')
            else:
                row.append(f'<c r="{at}" t="s"><v>{texts[text]}</v></c>')
        row.append("</row>")
        file.write("".join(row).encode())
        header = header or record
    file.write(b"</sheetData></worksheet>")
    return cells


def write_workbook(path, records):
    """The least that makes a workbook of one sheet; Python's own zip writer is enough for it. Returns its cells."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packaged = "http://schemas.openxmlformats.org/package/2006"
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    texts = SharedStrings()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as file:
            cells = write_sheet(file, records, texts)
        with book.open("xl/sharedStrings.xml", "w", force_zip64=True) as file:
            file.write(f'<sst xmlns="{main}" uniqueCount="{len(texts)}">'.encode())
            for text in texts:
                file.write(f"<si><t>{escape(text)}</t></si>".encode())
            file.write(b"</sst>")
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packaged}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{office}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{office}.sharedStrings+xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packaged}/relationships">'
            f'<Relationship Id="r1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="Log" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{packaged}/relationships">'
            f'<Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        )
    return cells


JOB = """# The same records as CSV and as a workbook. See scripts/bench-others.
practice: Benchmark
period: 2025-10-01..2026-09-30
logs: [{files: FILE}]
credit: {pay: unadjusted, benchmark: survey-comparable}
reports: [data-quality]
formats: [csv]
failOn: never
output: out/
"""


def write_log_twice(folder, seed, rows, program):
    """The log of a practice that `rvubench demo` makes, as one CSV file and as one workbook, each with its job."""
    practice = folder / "practice"
    rows = min(rows, ROWS_PER_SHEET - 2_000 - rows // 100)
    command = [program, "demo", practice, "--lines", rows, "--seed", seed]
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    records, lines = [], 0
    for part in sorted((practice / "logs").glob("*.csv")):
        with open(part, newline="", encoding="utf-8") as file:
            own = list(csv.reader(file))
        records += own if not records else own[1:]
    # A cell that Excel would not have as a number stays a text in both.
    width = max(len(record) for record in records)
    plain = [record for record in records if len(record) == width and is_plain(record, records[0])]
    lines = len(plain) - 1
    with open(folder / "log.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(plain)
    cells = write_workbook(folder / "log.xlsx", plain)
    shutil.rmtree(practice)
    for kind in ("csv", "xlsx"):
        (folder / f"job-{kind}.yaml").write_text(JOB.replace("FILE", f"log.{kind}").replace("out/", f"out-{kind}/"))
    return {"rows": lines, "cells": cells}


def is_plain(record, header):
    """Whether the columns of numbers hold numbers: the practice has some broken records on purpose."""
    if record is header:
        return True
    return all(not text or text.replace(".", "", 1).replace("-", "", 1).isdigit()
               for name, text in zip(header, record) if name in NUMBERS)  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["price", "cohort", "workbook"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--program", help="makes the practice of the workbook")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(options.seed)
    if options.kind == "price":
        facts = write_prices(options.folder, chance, options.rows, options.data)
    elif options.kind == "cohort":
        facts = write_public_use(options.folder, chance, options.rows, options.data)
    else:
        facts = write_log_twice(options.folder, options.seed, options.rows, options.program)
    (options.folder / "facts.json").write_text(json.dumps(facts, indent=2) + "\n")


if __name__ == "__main__":
    main()
