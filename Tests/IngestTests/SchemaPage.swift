import TestSupport

@testable import Ingest

/// A page of the schemas of input files: its columns and its example.
struct SchemaPage {
  /// The names in the first column of its table, in order.
  let columns: [String]
  /// Its first block of CSV.
  let example: String

  /// Reads a page by its name without `.md`.
  init(_ name: String) throws {
    let bytes = try FileSource.contents(PackageRoot.path("benchmarks-data/schema/\(name).md")).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.filter { $0.hasPrefix("| ") }.dropFirst()
    columns = rows.map { $0.dropFirst(2).prefix { $0 != " " }.description }
    let block = lines.drop { $0 != "```csv" }.dropFirst().prefix { $0 != "```" }
    example = block.map { $0 + "\n" }.joined()
  }
}
