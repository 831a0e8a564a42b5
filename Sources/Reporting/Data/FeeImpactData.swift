import ProductivityModel

extension DataTable {
  /// One row for all, for each specialty, clinician and family of codes: the same lines on two sides.
  public static func feeImpact(of impact: Impact) -> DataTable {
    typealias Record = (group: String, row: Impact.Row)
    let groups = [
      ("all", [Impact.Row(id: "", name: "All", sums: impact.total)]), ("specialty", impact.specialties),
      ("clinician", impact.clinicians), ("family", impact.families),
    ]
    return DataTable(
      "fee_impact", of: groups.flatMap { group, rows in rows.map { Record(group, $0) } },
      columns: [
        DataColumn("group", "all, specialty, clinician or family") { .text($0.group) },
        DataColumn("id", "the specialty, the clinician's id or the family's range of codes; empty for all") {
          .text($0.row.id)
        },
        DataColumn("name", "what it is called") { .text($0.row.name) },
        DataColumn("lines", in: "lines", "lines with pay work under either release") { .integer($0.row.sums.lines) },
        DataColumn("work_rvu_from", in: "wRVU", "pay work of the lines under the first release") {
          .workRVU($0.row.sums.from)
        },
        DataColumn("work_rvu_to", in: "wRVU", "pay work of the same lines under the second release") {
          .workRVU($0.row.sums.to)
        },
        DataColumn("difference", in: "wRVU", "work_rvu_to less work_rvu_from") { .workRVU($0.row.sums.difference) },
        DataColumn(
          "adjustment", in: "wRVU",
          "of the difference, what adjustments between the releases make, such as 2026's efficiency adjustment"
        ) { .workRVU($0.row.sums.adjustment) },
        DataColumn(
          "one_side_only", in: "wRVU", "of the difference, what comes from codes that one release does not value"
        ) { .workRVU($0.row.sums.onlyOneSide) },
        DataColumn("other", in: "wRVU", "of the difference, the rest: new values, ranks that moved, rules") {
          .workRVU($0.row.sums.other)
        },
        DataColumn(
          "payment_from", in: "dollars", "national payments under the first release, of lines with an amount under both"
        ) { .money($0.row.sums.paymentFrom) },
        DataColumn("payment_to", in: "dollars", "national payments of the same lines under the second release") {
          .money($0.row.sums.paymentTo)
        },
        DataColumn("lines_without_payment", in: "lines", "lines without an amount under one release: in no payment") {
          .integer($0.row.sums.unpaidLines)
        },
        DataColumn("release_from", "the release of the first side; empty where each line's own values it") { _ in
          .data(impact.from.release, CellValue.text)
        },
        DataColumn("release_to", "the release of the second side; empty where each line's own values it") { _ in
          .data(impact.to.release, CellValue.text)
        },
      ])
  }
}
