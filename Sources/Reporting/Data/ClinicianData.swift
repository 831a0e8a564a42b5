import Benchmarking
import ProductivityModel

extension DataTable {
  /// One row for each clinician in each specialty.
  public static func clinicians(of results: RunResults) -> DataTable {
    DataTable(
      "clinicians",
      columns: [
        DataColumn("period_start", in: "day", "the first day counted") { _ in .date(results.period.first) },
        DataColumn("period_end", in: "day", "the last day counted") { _ in .date(results.period.last) },
        DataColumn("clinician_id", "the id in the roster, or in the log without a roster") { .text($0.id) },
        DataColumn("name", "the name in the roster; the id where there is none") { .text($0.name) },
        DataColumn("specialty", "the specialty; of a split role the largest") { .text($0.specialty) },
      ] + ProductivityColumns.columns { $0.totals } + [
        DataColumn(
          "clinical_fte", in: "FTE",
          "mean over the days counted, each at most 1 unless the job says otherwise; empty without a roster, or for a clinician not in it"
        ) { .data($0.clinicalFTEMillionths, CellValue.clinicalFTE) },
        DataColumn(
          "work_rvu_per_fte", in: "wRVU per 1.0 clinical FTE",
          "work_rvu_benchmark without uncounted_work_rvu and ramp_work_rvu / clinical_fte, by exact days"
        ) { .data($0.perFTE, CellValue.workRVURate) },
        DataColumn(
          "annualized_work_rvu_per_fte", in: "wRVU a year per 1.0 clinical FTE",
          "work_rvu_per_fte x days of the year / days counted, or by working days or season; empty below 90 days"
        ) { .data($0.annualizedPerFTE, CellValue.workRVURate) },
      ] + SurveyColumns.columns { $0.surveyRow } + [
        DataColumn(
          "percentile", in: "0 to 100, or a bound such as <10 or >90",
          "the placement of annualized_work_rvu_per_fte in the survey; a bound outside what the survey publishes"
        ) { .data($0.placement, CellValue.placement) },
        DataColumn("times_median", in: "ratio", "annualized_work_rvu_per_fte / survey_median") {
          .data($0.placement?.timesMedian, CellValue.ratio)
        },
        DataColumn(
          "peer_rank", in: "rank",
          "from the top among the practice's clinicians of the specialty; equal figures share a rank; empty where there are too few peers"
        ) { .data($0.peers?.rank, CellValue.integer) },
        DataColumn(
          "peer_count", in: "clinicians", "how many of the specialty have an annualised figure, this one included"
        ) { .integer($0.peers?.count ?? $0.peerCount) },
        DataColumn(
          "peer_percentile", in: "0 to 100",
          "share of the peers below plus half the share equal, this one included, or the kind that the job's peers.percentile names"
        ) { .data($0.peers?.percentile, CellValue.percentile) },
        DataColumn("unpriced_lines", in: "lines", "lines without a price, which bring no work") {
          .integer($0.totals.unpricedLines)
        },
        DataColumn("unpriced_charge", in: "dollars", "what the lines without a price were charged") {
          .money($0.totals.unpricedCharge)
        },
        DataColumn(
          "work_rvu_unpriced_valued", in: "wRVU",
          "what the pay policy makes of the lines without a price, in no other column"
        ) { .workRVU($0.totals.valued) },
        DataColumn("asa_units", in: "ASA units", "anesthesia, which has no work RVUs") {
          .units(Units(tenThousandths: $0.totals.asaUnits.tenThousandths))
        },
        DataColumn("days_counted", in: "days", "employed, not on leave and not in a ramp that is left out") {
          .integer($0.days)
        },
        DataColumn("leave_days", in: "days", "employed and on leave; empty where everything counts") {
          .data($0.apart?.leaveDays, CellValue.integer)
        },
        DataColumn(
          "uncounted_lines", in: "lines",
          "on days of leave or outside employment: in the totals and not in the two columns per FTE"
        ) { .data($0.apart?.uncountedLines, CellValue.integer) },
        DataColumn("uncounted_work_rvu", in: "wRVU", "benchmark work of the uncounted lines") {
          .data($0.apart?.uncountedWork, CellValue.workRVU)
        },
        DataColumn(
          "ramp_days", in: "days", "employed and in a ramp that is not compared; empty where everything counts"
        ) { .data($0.apart?.rampDays, CellValue.integer) },
        DataColumn(
          "ramp_work_rvu", in: "wRVU",
          "benchmark work of the ramp, in work_rvu_benchmark and not in the two columns per FTE"
        ) { .data($0.apart?.rampWork, CellValue.workRVU) },
        DataColumn("annualized_by", "by days, by working days or by season; empty where nothing is annualised") {
          .data($0.annualizedPerFTE == nil ? nil : $0.annualizing, CellValue.text)
        },
        DataColumn(
          "peer_interval_low", in: "0 to 100",
          "the lower end of the interval of peer_percentile, 95 % unless the job says otherwise; empty for the first and the last"
        ) { .data($0.peerInterval?.lowerBound, CellValue.percentile) },
        DataColumn("peer_interval_high", in: "0 to 100", "the upper end of the interval of peer_percentile") {
          .data($0.peerInterval?.upperBound, CellValue.percentile)
        },
        DataColumn(
          "role_split",
          "the specialties of a split role with their shares; empty where the role is not split"
        ) { .text($0.split.isEmpty ? "" : StandingWording.split($0.split)) },
      ], sources: results.clinicians.count, records: results.forEachClinician)
  }

  /// One row for each month of each clinician in each specialty.
  public static func months(of results: RunResults) -> DataTable {
    struct Record {
      var month: YearMonth
      var clinician: ClinicianKey
      var totals: ProductivityTotals
      /// Whether these are the sums of the row before: of whoever has few lines those of most months are nothing.
      var hasSameTotals: Bool
      var fteDays: Int64?
      var uncounted: WorkRVU
    }
    return DataTable(
      "months",
      columns: [
        DataColumn("month", in: "month", "the calendar month, by date of service") { .month($0.month) }
      ] + ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn(of: { $0.totals }, asBefore: { $0.hasSameTotals }, ProductivityColumns.all + moreOfMonths),
        DataColumn("fte_days", in: "FTE days", "FTE days employed and not on leave; empty where they are not known") {
          .data($0.fteDays, CellValue.clinicalFTE)
        },
        DataColumn(
          "uncounted_work_rvu", in: "wRVU",
          "what of work_rvu_benchmark is of days of leave or outside employment, which are not among the FTE days"
        ) { .workRVU($0.uncounted) },
      ], sources: results.clinicians.count
    ) { places, row in
      var last: ProductivityTotals?
      for place in places {
        var key = ClinicianKey(results, place)
        let (monthly, fteDays) = (results.clinicians[place].monthly, results.clinicians[place].monthlyFTEDays)
        let uncounted = results.clinicians[place].monthlyUncounted
        for (index, (month, totals)) in zip(results.months, monthly).enumerated() {
          row(
            Record(
              month: month, clinician: key, totals: totals, hasSameTotals: totals == last,
              fteDays: index < fteDays.count ? fteDays[index] : nil,
              uncounted: index < uncounted.count ? uncounted[index] : .zero))
          last = totals
          key.isAsBefore = true
        }
      }
    }
  }

  private static var moreOfMonths: [DataColumn<ProductivityTotals>] {
    [
      DataColumn("unpriced_lines", in: "lines", "lines without a price, which bring no work") {
        .integer($0.unpricedLines)
      },
      DataColumn("unpriced_charge", in: "dollars", "what the lines without a price were charged") {
        .money($0.unpricedCharge)
      },
      DataColumn(
        "charge", in: "dollars", "what the lines of the month were charged, to compare with the billing system"
      ) { .money($0.charge) },
    ]
  }

  /// One row for each clinician and metric that the survey has a row for.
  public static func placements(of results: RunResults) -> DataTable {
    struct Record {
      var clinician: ClinicianKey
      var value: WorkRVU?
      var row: SurveyRow
      /// Whether the row before has the same row of the survey, and whether it has the same basis.
      var hasSameRow = false
      var placement: Placement?
      var basis: String
      var hasSameBasis = false
    }
    return DataTable(
      "placements",
      columns: ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn("metric", "what is compared: work_rvu, encounters or asa_units") { .text($0.row.metric.rawValue) },
        DataColumn(
          "value", in: "per 1.0 clinical FTE a year, in the metric", "the annualised figure; empty where there is none"
        ) { .data($0.value, CellValue.workRVURate) },
        DataColumn(of: { $0.row }, asBefore: { $0.hasSameRow }, surveyOfPlacements),
        DataColumn(
          "percentile", in: "0 to 100, or a bound such as <10 or >90",
          "where the value stands; a bound outside what the survey publishes"
        ) { .data($0.placement, CellValue.placement) },
        DataColumn("times_median", in: "ratio", "value / the row's median") {
          .data($0.placement?.timesMedian, CellValue.ratio)
        },
        DataColumn(
          of: { $0.basis }, asBefore: { $0.hasSameBasis },
          [DataColumn("basis", "what the figure stands on and what to beware of") { .text($0) }]),
        DataColumn(of: { $0.row }, asBefore: { $0.hasSameRow }, cellOfPlacements),
      ], sources: results.clinicians.count
    ) { places, row in
      var last: (row: Boxed<SurveyRow>, sentences: [String], basis: String)?
      for place in places {
        guard let surveyRow = results.clinicians[place].sharedSurveyRow else { continue }
        var key = ClinicianKey(results, place)
        // Thousands have the same sentences, each of which is held once: they are put together once too.
        let sentences = results.clinicians[place].basis
        let (known, isSame) = (last, last.map { $0.sentences == sentences } ?? false)
        let basis = isSame ? known?.basis ?? "" : sentences.joined(separator: " ")
        row(
          Record(
            clinician: key, value: results.clinicians[place].annualizedPerFTE, row: surveyRow.wrappedValue,
            hasSameRow: known.map { $0.row.isIdentical(to: surveyRow) } ?? false,
            placement: results.clinicians[place].placement, basis: basis, hasSameBasis: isSame))
        last = (surveyRow, sentences, basis)
        key.isAsBefore = true
        for other in results.clinicians[place].otherPlacements {
          row(
            Record(
              clinician: key, value: WorkRVU(millionths: other.millionths), row: other.row, placement: other.placement,
              basis: other.basis.joined(separator: " ")))
          last = nil
        }
      }
    }
  }

  private static var surveyOfPlacements: [DataColumn<SurveyRow>] {
    [
      DataColumn("survey", "the survey whose row is used") { .text($0.survey) },
      DataColumn("survey_year", in: "year", "the survey's year") { .year($0.year) },
      DataColumn("survey_data_year", in: "year", "the year that the survey's data are of; empty where it is not said") {
        .data($0.dataYear, CellValue.year)
      },
      DataColumn("n", in: "respondents", "how many clinicians the row is of") {
        .data($0.respondents, CellValue.integer)
      },
    ]
  }

  private static var cellOfPlacements: [DataColumn<SurveyRow>] {
    [
      DataColumn("survey_specialty", "the specialty of the row that was used; for a split role with the shares") {
        .text($0.specialty)
      },
      DataColumn("region", "the region of the row; empty for all") { .text($0.region) },
      DataColumn("provider_type", "the provider type of the row; empty for all") { .text($0.providerType) },
    ]
  }
}
