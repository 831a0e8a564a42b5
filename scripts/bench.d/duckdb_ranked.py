"""The job in DuckDB: one SQL statement over the log, in whole millionths of a work RVU.

    duckdb_ranked.py LOG SCHEDULE SURVEY OUTPUT --threads N
"""

import argparse

import duckdb

# One row a code, with the work of its own row and of its component rows, so that the join is on one key.
SCHEDULE = """
create temp table schedule as
select code,
  any_value(cast(round(work_rvu * 100) as bigint)) filter (where modifier is null) as work,
  any_value(cast(round(work_rvu * 100) as bigint)) filter (where modifier = '26') as work_26,
  any_value(cast(round(work_rvu * 100) as bigint)) filter (where modifier = 'TC') as work_tc,
  any_value(multiple_procedure = 2) filter (where modifier is null) as is_ranked,
  any_value(bilateral = 1) filter (where modifier is null) as is_bilateral
from read_csv($schedule, header = true, auto_detect = false, delim = ',', columns = {
  'code': 'varchar', 'modifier': 'varchar', 'work_rvu': 'decimal(9,2)', 'multiple_procedure': 'integer',
  'bilateral': 'integer', 'assistant': 'integer', 'co_surgeon': 'integer'})
group by code
"""

SURVEY = """
create temp table survey as
select specialty, p10, p25, p50, p75, p90
from read_csv($survey, header = true, auto_detect = false, delim = ',', columns = {
  'survey': 'varchar', 'year': 'integer', 'data_year': 'integer', 'specialty': 'varchar', 'region': 'varchar',
  'provider_type': 'varchar', 'metric': 'varchar', 'n': 'integer', 'organisations': 'integer', 'mean': 'double',
  'sd': 'double', 'p10': 'double', 'p25': 'double', 'p50': 'double', 'p75': 'double', 'p90': 'double'})
where metric = 'work_rvu'
"""


def carries(modifier):
    """A condition: the blank-separated modifiers hold this one."""
    return f"contains(modifier_words, ' {modifier} ')"


JOB = f"""
copy (
  with lines as (
    select line_id, clinician_id, specialty, patient_id, cpt, units,
      ' ' || modifiers || ' ' as modifier_words,
      case when length(service_date) = 10 then try_cast(service_date as date) end as service_date
    from read_csv($log, header = true, auto_detect = false, delim = ',', columns = {{
      'line_id': 'bigint', 'clinician_id': 'bigint', 'specialty': 'varchar', 'service_date': 'varchar',
      'patient_id': 'bigint', 'cpt': 'varchar', 'modifiers': 'varchar', 'units': 'integer',
      'place_of_service': 'varchar', 'charge_amount': 'varchar'}})
  ),
  priced as materialized (
    select line_id, clinician_id, specialty, patient_id, service_date, units,
      service_date is not null and units <> 0 as is_line,
      schedule.code is null as is_unpriced,
      is_line and schedule.is_ranked is true as is_ranked,
      case when modifier_words is null then schedule.work
        when {carries("26")} then coalesce(work_26, schedule.work)
        when {carries("TC")} then coalesce(work_tc, schedule.work)
        else schedule.work end as row_work,
      case when modifier_words is null then row_work * units * 10000
        else cast(round(row_work * units * 1e4
          * case when is_bilateral and {carries("50")} then 1.5e0 else 1e0 end
          * case when {carries("62")} then 0.625e0 else 1e0 end
          * case when {carries("80")} or {carries("81")} or {carries("82")} then 0.16e0 else 1e0 end
          * case when {carries("AS")} then 0.136e0 else 1e0 end
          * case when {carries("78")} then 0.8e0 else 1e0 end) as bigint) end as credit
    from lines left join schedule on schedule.code = lines.cpt
  ),
  credited as (
    select clinician_id, specialty, units, is_line, is_unpriced, credit from priced where not is_ranked
    union all
    select clinician_id, specialty, units, is_line, is_unpriced,
      case when row_number() over (
        partition by clinician_id, patient_id, service_date order by row_work desc, line_id) = 1
        then credit else credit // 2 end
    from priced where is_ranked
  ),
  totals as (
    select clinician_id, specialty,
      count(*) filter (where is_line) as lines,
      count(*) filter (where is_line and is_unpriced) as unpriced,
      count(*) filter (where not is_line) as rejected,
      coalesce(sum(units) filter (where is_line), 0) as units,
      coalesce(sum(credit) filter (where is_line), 0)::bigint / 1e6 as work_rvu
    from credited group by clinician_id, specialty
  )
  select clinician_id, specialty, lines, unpriced, rejected, units, work_rvu,
    rank() over (partition by specialty order by work_rvu desc) as peer_rank,
    count(*) over (partition by specialty) as peer_count,
    case when p50 is null then null
      when work_rvu < p10 then '<10'
      when work_rvu > p90 then '>90'
      else cast(round(case
        when work_rvu < p25 then 10 + 15 * (work_rvu - p10) / (p25 - p10)
        when work_rvu < p50 then 25 + 25 * (work_rvu - p25) / (p50 - p25)
        when work_rvu < p75 then 50 + 25 * (work_rvu - p50) / (p75 - p50)
        else 75 + 15 * (work_rvu - p75) / (p90 - p75) end, 6) as varchar) end as percentile
  from totals left join survey using (specialty)
  order by specialty, clinician_id
) to '$output' (header, delimiter ',')
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("log", "schedule", "survey", "output"):
        parser.add_argument(name)
    parser.add_argument("--threads", type=int, required=True)
    options = parser.parse_args()

    connection = duckdb.connect()
    connection.execute(f"set threads = {options.threads}")
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set enable_progress_bar = false")
    connection.execute(SCHEDULE, {"schedule": options.schedule})
    connection.execute(SURVEY, {"survey": options.survey})
    connection.execute(JOB.replace("$output", options.output.replace("'", "''")), {"log": options.log})


if __name__ == "__main__":
    main()
