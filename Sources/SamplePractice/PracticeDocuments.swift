/// The files of a sample practice beside its logs: roster, job and a page that says what it is.
enum PracticeDocuments {
  /// The practice's name.
  static let practice = "Lakeside Medical Group"

  /// The most records of which every single credit is worth writing out.
  private static let mostCredits = 200_000

  /// The roster, one row an interval of employment. No clinician has an NPI, since a real person might have it.
  static func roster(_ staff: [StaffMember]) -> String {
    var text =
      "clinician_id,npi,name,specialty,share,clinical_fte,total_fte,start,end,leave,ramp,region,plan\n"
    for member in staff {
      for interval in member.employment {
        let leave = interval.leave.map(\.description).joined(separator: " ")
        let cells = [
          member.identifier, "", member.name, SampleSpecialty.all[member.specialty].name, "1",
          hundredths(interval.clinicalFTE), hundredths(interval.totalFTE), interval.start.description,
          interval.end?.description ?? "", leave, "", "", SamplePlans.id(of: member),
        ]
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  /// The job file.
  ///
  /// - Parameter hasEarlierYear: whether there are logs of the year before.
  static func job(expectedRecords: Int, hasEarlierYear: Bool) -> String {
    let earlier =
      hasEarlierYear
      ? "\n  - files: earlier/*.csv      # the year before: in no total, only to compare with\n    columns: standard"
      : ""
    let credits =
      expectedRecords <= mostCredits
      ? "credits: true                 # every line's credit, and why, in data/credits.csv and data/adjustments.csv\n"
      : ""
    return """
      # What to report on, from which files, by which rules. Paths are relative to this file.
      # Everything here is synthetic: no patient, clinician, practice or survey behind it exists.
      practice: \(practice)
      period: \(PracticeCalendar.period)
      logs:
        - files: logs/*.csv         # one file a month of posting
          columns: standard\(earlier)
      roster: roster.csv
      fees: {vintage: service-date} # each line on the fee schedule of its own date: 2025D until December, then 2026A
      credit: {pay: unadjusted, benchmark: survey-comparable}
      surveys: [{file: surveys/synthetic-2026.csv}]
      targets: targets.csv          # for the calendar year 2026, in the pay ledger
      compensation:
        plans: plans.yaml           # what each plan pays; the roster's column plan says who has which
        paid: pay/paid.csv
        releases: {from: 2025D, to: 2026A} # what the fee schedule of 2026 does to pay, on the same lines
      reports:
        [monthly, practice, specialty, clinician, scorecard, goals, exceptions, fee-impact, data-quality, compensation, statement]
      formats: [html, pdf, xlsx, csv, json]
      owners: {logs: Dana Reyes, coding: Kim Osei, roster: Dana Reyes} # who has what to do, on the page of exceptions
      \(credits)output: reports/
      privacy: {minimumPeers: 5}    # a rank is shown only where there are this many others to be ranked among

      # When a run should end with exit code 1, so that a schedule or script notices. The levels are note, warning and
      # error; never means: report what was found, and end with 0. This sample has a few broken records on purpose, and
      # each is an error, because work may be missing from the numbers. So the sample says never. For your own practice say
      # error: then nobody sends out numbers before someone has looked at the data-quality report.
      failOn: never

      """
  }

  /// The page that says what the folder holds.
  static func readme(staff: [StaffMember], hasEarlierYear: Bool) -> String {
    let earlier =
      hasEarlierYear
      ? "\n| `earlier/*.csv` | logs of the year before, \(PracticeCalendar.earlierPeriod), with few columns, to compare with |"
      : ""
    return """
      # \(practice): a sample practice

      **Everything in this folder is synthetic.** It was written by `rvubench demo`. No patient, clinician, practice, charge
      or survey in it exists; a likeness to anyone is chance. The procedure codes are real codes, as bare numbers, so that a
      real fee schedule applies to them.

      | file | what it is |
      |---|---|
      | `job.yaml` | what to report on: start here |
      | `logs/*.csv` | the procedure log, one file a month of posting, \(PracticeCalendar.period) |\(earlier)
      | `roster.csv` | the clinicians (\(staff.count)) with their specialties, FTEs, changes and leave |
      | `targets.csv` | what clinicians are to bring in 2026, invented |
      | `surveys/synthetic-2026.csv` | invented percentiles to compare with |
      | `plans.yaml` | invented compensation plans, one of every kind |
      | `pay/*.csv` | shifts, panels, quality and what was paid, all invented |

      Run it with

          rvubench run job.yaml

      and look at `reports/index.html`.

      ## What to look for

      - Two fee schedules: services to 31 December 2025 are worth what release 2025D says, later ones what 2026A says.
      - Part time, a change of FTE in mid-year, an arrival, a departure and leave: work is compared per clinical FTE.
      - Specialties with one or two clinicians, whose ranks are not shown, and a survey row with too few respondents.
      - Reversals (about 4 lines in 1,000), late posts (about 3 in 100), a few duplicates and corrected lines.
      - Pay: tiers, a draw, a guarantee, a ramp, caps, a withhold, a pool, a change of plan in mid-year; and a salary that was
        paid at the old FTE for a month after it changed, which the balance shows.
      - Visits after surgery, laboratory and unlisted codes, which have no work value.
      - Records that are wrong on purpose: a 30 February, a letter O for a zero in a code, a missing code, units in words,
        a record that breaks off, a locum who is not in the roster, a service before the period, a reversal without its line.
        The data-quality report tells of each, with its file and line.

      Charges, volumes and paces are invented, and are no evidence of what any specialty earns or does.

      """
  }

  /// A number of hundredths as a decimal: `0.75`, `1.10`.
  private static func hundredths(_ number: Int) -> String {
    "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}
