import ProductivityModel
import Tabular

/// Finds how a delimited log marks its fields, from its start and what its column map looks for.
///
/// What the map states is not looked for. The mark between fields is the first under which the sample has the header. Double
/// quotes, doubled within a field, are the rule; single quotes and backslashes are taken only where the sample has them and
/// then reads better: fewer records that do not fit the header, and fewer cells left in quotes of either kind.
struct DialectSearch {
  private let sample: [UInt8]
  private let map: ColumnMap

  /// The dialect of a log.
  ///
  /// - Parameter sample: its first bytes, in UTF-8.
  static func dialect(_ sample: [UInt8], _ map: ColumnMap) -> TextDialect {
    // A record that the sample cuts off is none.
    let end = sample.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? sample.count
    return DialectSearch(sample: Array(sample[..<end]), map: map).dialect
  }

  private var dialect: TextDialect {
    var best: (dialect: TextDialect, trial: Trial)?
    for dialect in candidates {
      let trial = trial(dialect)
      if best.map({ trial.isBetter(than: $0.trial) }) ?? true { best = (dialect, trial) }
      // Nothing reads better than without any fault.
      if trial.hasHeader, trial.faults + trial.cellsInQuotes == 0 { break }
    }
    return best?.dialect ?? TextDialect()
  }

  /// The dialects that may be, the likeliest first.
  private var candidates: [TextDialect] {
    let delimiters: [UInt8] = if let stated = map.delimiter { [stated] } else { [0x2C, 0x09, 0x3B, 0x7C] }
    let quotes: [TextDialect.Quote] =
      if let stated = map.quote { [stated] } else {
        sample.contains(0x27) ? [.double, .single] : [.double]
      }
    let escapes: [TextDialect.Escape] =
      if let stated = map.escape { [stated] } else {
        hasEscapedQuote ? [.doubled, .backslash] : [.doubled]
      }
    return quotes.flatMap { quote in
      escapes.flatMap { escape in
        delimiters.map { TextDialect(delimiter: $0, quote: quote, escape: escape) }
      }
    }
  }

  private var hasEscapedQuote: Bool {
    zip(sample, sample.dropFirst()).contains { $0 == 0x5C && ($1 == 0x22 || $1 == 0x27) }
  }

  /// How the sample reads in a dialect.
  private struct Trial {
    var hasHeader = false
    /// How many of the map's headers are in one row, where it has not all that it needs.
    var headersThere = 0
    var records = 0
    var faults = 0
    var cellsInQuotes = 0

    func isBetter(than other: Trial) -> Bool {
      if hasHeader != other.hasHeader { return hasHeader }
      // Without the header under any mark, that under which most of it is there is the one to name in the error.
      guard hasHeader else { return headersThere > other.headersThere }
      return (faults + cellsInQuotes) * max(1, other.records) < (other.faults + other.cellsInQuotes) * max(1, records)
    }
  }

  private func trial(_ dialect: TextDialect) -> Trial {
    var trial = Trial()
    var reader = DelimitedReader(MemorySource(sample), dialect: dialect)
    guard let search = try? HeaderSearch(&reader, map, file: "") else { return trial }
    trial.headersThere = search.headersThere
    guard search.isFound else { return trial }
    trial.hasHeader = true
    reader.expect(fields: search.header.count)
    while (try? reader.next()) == true {
      trial.records += 1
      if reader.fault(expecting: search.header.count) != nil { trial.faults += 1 }
      for index in 0..<reader.fieldCount {
        let field = reader.field(index)
        guard field.count > 1, let first = field.first, first == field.last else { continue }
        if first == 0x27 || first == 0x22 { trial.cellsInQuotes += 1 }
      }
    }
    return trial
  }
}
