import Foundation
import TestSupport
import Testing

/// The year that docs/work-out-a-year.md works out by hand is what the program pays.
@Suite struct `The page that works out a year of pay` {
  private static let page =
    (try? String(contentsOfFile: PackageRoot.path("docs/work-out-a-year.md"), encoding: .utf8)) ?? ""

  /// The rows of the page's table of earnings, by their first cell.
  private static let rows: [(name: String, amounts: [String])] = page.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: " *"))
    }
    guard cells.count == 8, ["salary", "production", "held back", "call", "quality", "earned"].contains(cells[1]) else {
      return nil
    }
    return (cells[1], Array(cells[2...6]))
  }

  @Test func `has every amount in the program's statement`() throws {
    let job = PackageRoot.path("docs/examples/surgeon-year/job.yaml")
    let outcome = try BuiltProgram.run(["plan", "statement", job, "--clinician", "S-1"])
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(Self.rows.count == 6)
    for row in Self.rows {
      // Of what is held back and of production the statement has the year's sum in one line.
      let isNetted = row.name == "production" || row.name == "held back"
      for amount in isNetted ? row.amounts.dropLast() : row.amounts[...] where !amount.isEmpty {
        let dollars = amount.hasPrefix("-") ? "-$\(amount.dropFirst())" : "$\(amount)"
        #expect(outcome.output.contains(dollars), "\(row.name): \(dollars)")
      }
    }
    for exact in ["1,479.452055", "2,975.342466", "4,185.205479", "5,395.068493", "899.178082", "217.053425"] {
      #expect(Self.page.contains(exact))
      #expect(outcome.output.contains(exact), "\(exact)")
    }
    for owed in ["26,417.00", "4,551.74", "4,000.00"] {
      #expect(Self.page.contains(owed))
      #expect(outcome.output.contains("$\(owed)"), "\(owed)")
    }
  }
}
