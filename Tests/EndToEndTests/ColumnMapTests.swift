import Foundation
import TestSupport
import Testing

@Suite struct `The map commands` {
  private static let samples = PackageRoot.path("benchmarks-data/column-maps/samples")

  private static func job(_ columns: String, _ log: String) -> String {
    """
    practice: A practice
    year: 2026
    logs: [{files: \(log), columns: \(columns)}]
    roster: \(samples)/roster.csv
    fees: {vintage: frozen 2026A}
    credit: {pay: unadjusted, benchmark: unadjusted}
    """
  }

  /// The lines of a job's pay ledger by clinician, as `check` counts them.
  private static func credits(_ columns: String, _ log: String, _ folder: TemporaryFolder) throws -> String? {
    try folder.write("job.yaml", job(columns, log))
    let outcome = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--output", "\(folder.path)/out", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.messages)")
    return folder.text("out/data/clinicians.csv")
  }

  @Test func `list names the built-in maps, and show prints one as it is written`() throws {
    let list = try BuiltProgram.run(["map", "list"])
    #expect(list.code == 0 && list.output.contains("epic-transactions  ") && !list.output.contains("\nheadings"))
    let show = try BuiltProgram.run(["map", "show", "nextgen-charges"])
    let file = PackageRoot.path("benchmarks-data/column-maps/nextgen-charges.yaml")
    #expect(show.output == (try String(contentsOfFile: file, encoding: .utf8)))
    let wrong = try BuiltProgram.run(["map", "show", "nextgen-charge"])
    #expect(wrong.code == 2 && wrong.messages.contains("did you mean nextgen-charges?"))
  }

  @Test func `a job names a built-in map, or the one that was proposed, and gives what the standard layout gives`()
    throws
  {
    let folder = try TemporaryFolder()
    let log = "\(Self.samples)/plain-spreadsheet.csv"
    let suggestion = try BuiltProgram.run(["map", "suggest", log])
    #expect(suggestion.code == 0 && !suggestion.output.contains("MRN-7"))
    try folder.write("columns.yaml", suggestion.output)
    let standard = try #require(try Self.credits("standard", "\(Self.samples)/plain-spreadsheet.standard.csv", folder))
    #expect(standard.split(separator: "\n").count > 4)
    #expect(try Self.credits("plain-spreadsheet", log, folder) == standard)
    #expect(try Self.credits("columns.yaml", log, folder) == standard)
  }

  @Test func `a map that finds clinicians by name is refused at once where the job has no roster`() throws {
    let folder = try TemporaryFolder()
    try folder.write("log.csv", "P,D,C\nJane Smith,2026-03-04,99214\n")
    try folder.write(
      "columns.yaml", "map: m\ncolumns: {clinician_id: {column: P, by: name}, service_date: D, code: C}\n")
    try folder.write(
      "job.yaml", "practice: A practice\nyear: 2026\nlogs: [{files: log.csv, columns: columns.yaml}]\n")
    for command in ["check", "run"] {
      let outcome = try BuiltProgram.run([command, "\(folder.path)/job.yaml"])
      #expect(outcome.code == 2 && outcome.messages.contains("finds clinicians by name, which needs a roster"))
    }
  }

  @Test func `the spreadsheet of the manual gives its own totals through the map that is proposed for it`() throws {
    let folder = try TemporaryFolder()
    _ = try BuiltProgram.shell("cp '\(PackageRoot.path("docs/examples/spreadsheet"))'/* .", in: folder.path)
    let suggestion = try BuiltProgram.run(
      ["map", "suggest", "\(folder.path)/charges.xlsx", "--roster", "\(folder.path)/roster.csv"])
    #expect(suggestion.code == 0 && suggestion.messages.contains("Sheets without the columns: Notes"))
    // The manual shows these lines.
    let manual = try String(contentsOfFile: PackageRoot.path("docs/manual/from-a-spreadsheet.md"), encoding: .utf8)
    for line in suggestion.messages.split(separator: "\n") { #expect(manual.contains(line)) }
    for line in suggestion.output.split(separator: "\n")
    where line.contains("headers:") || line.contains("take: modifiers") {
      #expect(manual.contains(line))
    }
    try folder.write("columns.yaml", suggestion.output)
    let run = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--quiet"])
    #expect(run.code == 0, "\(run.messages)")
    let totals = try #require(folder.text("out/data/control_totals.csv")?.split(separator: "\n").last)
    #expect(totals.hasPrefix("charges.xlsx") && totals.hasSuffix(",16,16,12810.00,6"))
  }

  @Test func `a name but a slip away from one of the roster is told with it, and any other is not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("log.csv", "P,D,C\nJane Smyth,2026-03-04,99214\nMary Patient,2026-03-04,99214\n")
    try folder.write(
      "roster.csv", "clinician_id,name,specialty,clinical_fte,start,end\nC-1,Jane Smith,Family Medicine,1,2020-01-01,\n"
    )
    try folder.write(
      "columns.yaml", "map: m\ncolumns: {clinician_id: {column: P, by: name}, service_date: D, code: C}\n")
    try folder.write(
      "job.yaml",
      "practice: A\nyear: 2026\nlogs: [{files: log.csv, columns: columns.yaml}]\nroster: roster.csv\n")
    let check = try BuiltProgram.run(["check", "\(folder.path)/job.yaml"])
    #expect(check.output.contains("or add it to the roster; the nearest to this one is \"Jane Smith\"\n"))
    #expect(!check.output.contains("Smyth") && !check.output.contains("Mary"))
    _ = try BuiltProgram.run(["run", "\(folder.path)/job.yaml", "--quiet"])
    let rejects = try #require(folder.text("out/data/rejects.csv")).split(separator: "\n")
    #expect(rejects.count == 3 && rejects[1].contains("Jane Smith") && !rejects[2].contains("Jane Smith"), "\(rejects)")
  }

  @Test func `suggest says on standard error what is to decide, and what is missing`() throws {
    let outcome = try BuiltProgram.run(["map", "suggest", "\(Self.samples)/cms-by-provider-and-service.csv"])
    #expect(outcome.code == 1 && outcome.messages.contains("it has no service_date"))
    let none = try BuiltProgram.run(["map", "suggest", "\(Self.samples)/none.csv"])
    #expect(none.code == 3 && none.output.isEmpty)
  }
}
