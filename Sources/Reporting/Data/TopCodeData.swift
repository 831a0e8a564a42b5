import ProductivityModel

extension DataTable {
  /// One row for each clinician and each of the codes that brought the most, beside the others of the specialty.
  public static func topCodes(of results: RunResults) -> DataTable {
    struct Record {
      var clinician: ClinicianKey
      var place: Int
      var code: CodeShare
    }
    return DataTable(
      "top_codes",
      columns: ClinicianColumns.columns({ $0.clinician }, asBefore: { $0.clinician.isAsBefore }) + [
        DataColumn("place", in: "rank", "from 1, the code with the most benchmark work; equal ones by code") {
          .integer($0.place)
        },
        DataColumn("code", "the procedure code") { .literal($0.code.code) },
        DataColumn("lines", in: "lines", "lines with benchmark work") { .integer($0.code.lines) },
        DataColumn("units", in: "services", "services on those lines") { .units($0.code.units) },
        DataColumn("work_rvu_benchmark", in: "wRVU", "their benchmark work, before credit goes to anyone else") {
          .workRVU($0.code.benchmark)
        },
        DataColumn(
          "units_per_fte", in: "services a year per 1.0 clinical FTE",
          "of those on days that count; empty where nothing is annualised"
        ) { .data($0.code.unitsPerFTE, CellValue.units) },
        DataColumn(
          "peers", in: "clinicians",
          "others of the specialty with an annualised figure who have the code; empty where too few have it"
        ) { .data($0.code.peers, CellValue.integer) },
        DataColumn(
          "peer_median_units_per_fte", in: "services a year per 1.0 clinical FTE",
          "median of all those others, one without the code as none; empty where too few have it"
        ) { .data($0.code.peerMedianUnitsPerFTE, CellValue.units) },
      ], sources: results.clinicians.count
    ) { places, row in
      for place in places {
        var key = ClinicianKey(results, place)
        for (index, code) in results.clinicians[place].topCodes.enumerated() {
          row(Record(clinician: key, place: index + 1, code: code))
          key.isAsBefore = true
        }
      }
    }
  }
}
