import TestSupport
import Testing

/// A month of the sample practice as a table and as claims.
@Suite struct `A log of claims` {
  /// Keeps the lines of a month that claims can tell, each id once; makes the log, the claims and a job of each.
  private static let make = """
    set -e
    python3 - '\(PackageRoot.path("benchmarks-data/sample-practice/logs/2025-10.csv"))' <<'EOF'
    import csv, sys
    with open(sys.argv[1], newline='') as file: rows = list(csv.DictReader(file))
    known, kept = set(), []
    for row in rows:
        if row['line_id'] in known or row['void_of'] or row['units'].startswith('-'): continue
        known.add(row['line_id'])
        kept.append({name: value for name, value in row.items() if name not in ('specialty', 'post_date', 'void_of')})
    with open('log.csv', 'w', newline='') as file:
        writer = csv.DictWriter(file, kept[0].keys(), lineterminator='\\n')
        writer.writeheader()
        writer.writerows(kept)
    EOF
    '\(PackageRoot.path("scripts/log-to-837"))' log.csv '\(PackageRoot.path("benchmarks-data/sample-practice/roster.csv"))' claims
    mkdir table && mv log.csv table/log && cp claims/roster.csv table/ && mv claims/claims.837 claims/log
    gzip -c claims/log >claims/log.gz
    """

  @Test func `gives the figures that the same lines give as a table, packed or not`() throws {
    let folder = try TemporaryFolder()
    let made = try BuiltProgram.shell(Self.make, in: folder.path)
    #expect(made.code == 0, "\(made.messages)")
    for (name, log) in [("table", "log"), ("claims", "log"), ("packed", "../claims/log.gz")] {
      try folder.write(
        "\(name)/job.yaml",
        """
        practice: Invented
        period: 2025-10
        logs: [{files: \(log)}]
        roster: \(name == "packed" ? "../claims/" : "")roster.csv
        surveys: [{file: \(PackageRoot.path("benchmarks-data/surveys/synthetic-2026.csv"))}]
        formats: [csv]
        credits: true
        failOn: never

        """)
      let run = try BuiltProgram.run(["run", "\(name)/job.yaml"], in: folder.path)
      #expect(run.code == 0, "\(run.messages)")
    }
    let table = Self.comparable(folder, "table")
    #expect(table.count == 6 && (table["credits"]?.count ?? 0) > 100_000)
    #expect(Self.comparable(folder, "claims") == table)
    #expect(Self.comparable(folder, "packed") == table)
  }

  /// The data files without what tells where lines stand.
  private static func comparable(_ folder: TemporaryFolder, _ name: String) -> [String: String] {
    var files: [String: String] = [:]
    for file in ["clinicians", "specialties", "months", "placements"] {
      files[file] = folder.text("\(name)/out/data/\(file).csv")
    }
    let credits = folder.text("\(name)/out/data/credits.csv")?.split(separator: "\n") ?? []
    files["credits"] = credits.map { $0.split(separator: ",", maxSplits: 2)[2] }.sorted().joined(separator: "\n")
    let totals = folder.text("\(name)/out/data/control_totals.csv")?.split(separator: "\n") ?? []
    files["totals"] = totals.dropFirst().map { $0.split(separator: ",", maxSplits: 2)[2] }.joined(separator: "\n")
    return files
  }
}
