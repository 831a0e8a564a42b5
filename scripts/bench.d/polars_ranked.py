"""The job in Polars: one lazy query over the log, in whole millionths of a work RVU.

    polars_ranked.py LOG SCHEDULE SURVEY OUTPUT --threads N [--engine streaming|in-memory]
"""

import argparse
import os

FACTORS = {"50": 1.5, "62": 0.625, "assistant": 0.16, "AS": 0.136, "78": 0.8}


def read_schedule(pl, path):
    """One row a code, with the work of its own row and of its component rows, so that the join is on one key."""
    rows = pl.read_csv(
        path,
        schema={
            "code": pl.String, "modifier": pl.String, "work_rvu": pl.Float64, "multiple_procedure": pl.Int32,
            "bilateral": pl.Int32, "assistant": pl.Int32, "co_surgeon": pl.Int32,
        },
    ).with_columns((pl.col("work_rvu") * 100).round().cast(pl.Int64))  # fmt: skip
    schedule = rows.filter(pl.col("modifier").is_null()).select(
        cpt="code",
        work="work_rvu",
        is_ranked=pl.col("multiple_procedure") == 2,
        is_bilateral=pl.col("bilateral") == 1,
    )
    for modifier, name in (("26", "work_26"), ("TC", "work_tc")):
        component = rows.filter(pl.col("modifier") == modifier).select("code", pl.col("work_rvu").alias(name))
        schedule = schedule.join(component, left_on="cpt", right_on="code", how="left")
    return schedule.lazy()


def scan_log(pl, path):
    return pl.scan_csv(
        path,
        schema={
            "line_id": pl.Int64, "clinician_id": pl.Int64, "specialty": pl.String, "service_date": pl.String,
            "patient_id": pl.Int64, "cpt": pl.String, "modifiers": pl.String, "units": pl.Int32,
            "place_of_service": pl.String, "charge_amount": pl.String,
        },
    )  # fmt: skip


def price(pl, log, schedule):
    """The lines with their row's work in hundredths and their credit, before ranking, in millionths."""
    words = pl.lit(" ") + pl.col("modifiers") + pl.lit(" ")

    def carries(*modifiers):
        found = words.str.contains(f" {modifiers[0]} ", literal=True)
        for modifier in modifiers[1:]:
            found = found | words.str.contains(f" {modifier} ", literal=True)
        return found

    date = pl.when(pl.col("service_date").str.len_bytes() == 10).then(
        pl.col("service_date").str.to_date("%Y-%m-%d", strict=False)
    )
    work = pl.col("work")
    factor = (
        pl.when(pl.col("is_bilateral") & carries("50")).then(FACTORS["50"]).otherwise(1.0)
        * pl.when(carries("62")).then(FACTORS["62"]).otherwise(1.0)
        * pl.when(carries("80", "81", "82")).then(FACTORS["assistant"]).otherwise(1.0)
        * pl.when(carries("AS")).then(FACTORS["AS"]).otherwise(1.0)
        * pl.when(carries("78")).then(FACTORS["78"]).otherwise(1.0)
    )
    row_work = (
        pl.when(carries("26"))
        .then(pl.coalesce("work_26", "work"))
        .when(carries("TC"))
        .then(pl.coalesce("work_tc", "work"))
        .otherwise(work)
    )
    return (
        log.select(
            "line_id", "clinician_id", "specialty", "patient_id", "cpt", "modifiers", "units", service_date=date
        )
        .join(schedule, on="cpt", how="left")
        .with_columns(
            row_work=row_work,
            is_line=pl.col("service_date").is_not_null() & (pl.col("units") != 0),
            is_unpriced=work.is_null(),
        )
        .with_columns(
            is_ranked=pl.col("is_line") & pl.col("is_ranked").fill_null(False),
            credit=(pl.col("row_work") * pl.col("units") * 1e4 * factor).round().cast(pl.Int64),
        )
    )


def credit(pl, priced):
    """The lines with what they are credited: of each day's ranked lines the first in full, the others by half."""
    kept = ["clinician_id", "specialty", "units", "is_line", "is_unpriced", "credit"]
    day = ["clinician_id", "patient_id", "service_date"]
    ranked = (
        priced.filter("is_ranked")
        .sort([*day, "row_work", "line_id"], descending=[False, False, False, True, False])
        .with_columns(
            is_first=pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift(1)) for name in day)
        )
        .with_columns(credit=pl.when("is_first").then("credit").otherwise(pl.col("credit") // 2))
    )
    return pl.concat([priced.filter(~pl.col("is_ranked")).select(kept), ranked.select(kept)])


def summarize(pl, credited, survey):
    """One row a clinician and specialty: totals, rank in the specialty, placement in the survey."""
    is_line = pl.col("is_line")
    work = pl.col("work_rvu")
    points = [(10, "p10"), (25, "p25"), (50, "p50"), (75, "p75"), (90, "p90")]
    between = pl.when(False).then(0.0)
    for (low, a), (high, b) in zip(points, points[1:]):
        share = (work - pl.col(a)) / (pl.col(b) - pl.col(a))
        between = between.when((work < pl.col(b)) | (b == "p90")).then(low + (high - low) * share)
    percentile = (
        pl.when(work < pl.col("p10"))
        .then(pl.lit("<10"))
        .when(work > pl.col("p90"))
        .then(pl.lit(">90"))
        .otherwise(between.round(6).cast(pl.String))
    )
    return (
        credited.group_by("clinician_id", "specialty")
        .agg(
            lines=is_line.sum(),
            unpriced=(is_line & pl.col("is_unpriced")).sum(),
            rejected=(~is_line).sum(),
            units=pl.when(is_line).then(pl.col("units")).sum(),
            work_rvu=(pl.when(is_line).then(pl.col("credit")).sum() / 1e6).round(6),
        )
        .join(survey, on="specialty", how="left")
        .select(
            "clinician_id", "specialty", "lines", "unpriced", "rejected", "units", "work_rvu",
            peer_rank=work.rank("min", descending=True).over("specialty"),
            peer_count=pl.len().over("specialty"),
            percentile=percentile,
        )
        .sort("specialty", "clinician_id")
    )  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("log", "schedule", "survey", "output"):
        parser.add_argument(name)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--engine", choices=("streaming", "in-memory"), default="streaming")
    options = parser.parse_args()
    os.environ["POLARS_MAX_THREADS"] = str(options.threads)  # read when Polars is first imported
    import polars as pl

    points = ["p10", "p25", "p50", "p75", "p90"]
    survey = (
        pl.read_csv(options.survey, schema_overrides=dict.fromkeys(points, pl.Float64))
        .filter(pl.col("metric") == "work_rvu")
        .select("specialty", *points)
        .lazy()
    )
    priced = price(pl, scan_log(pl, options.log), read_schedule(pl, options.schedule))
    result = summarize(pl, credit(pl, priced), survey).collect(engine=options.engine)
    result.write_csv(options.output)


if __name__ == "__main__":
    main()
