import Crediting
import ProductivityModel
import Publishing
import Rendering
import Tabular

/// The rows of the trail that one thread makes while it credits, a clinician at a time.
///
/// Lines that nothing around them changes have rows in common with all of their combination and units, but for a few cells: these are
/// made once.
final class TrailRows {
  /// Where the rows of a clinician are.
  struct Part {
    let clinician: Int32
    fileprivate let credits: Range<Int>
    fileprivate let adjustments: Range<Int>

    /// Where those of a file are.
    func stretch(of file: LineTrail.File) -> Range<Int> {
      switch file {
      case .credits: credits
      case .adjustments: adjustments
      }
    }
  }

  /// On what the rows of a line depend that nothing around it changes.
  private struct Key: Hashable {
    let combination: Int32
    let units: Int64
  }

  private let explainer: LineExplainer
  /// The cells of each file, and of the clinician and the day at hand, each with the comma behind it.
  private let files: [[UInt8]]
  private var clinician: [UInt8] = []
  private var day: (number: Int32, cell: [UInt8])?
  private var texts: [Key: TrailText] = [:]
  /// So many take some tens of megabytes.
  private static let mostTexts = 1 << 17
  /// The start of the rows of the line at hand: its file and line.
  private var place: [UInt8] = []

  private(set) var parts: [Part] = []
  private var credits = WaitingText()
  private var adjustments = WaitingText()

  init(_ explainer: LineExplainer) {
    self.explainer = explainer
    files = explainer.fileNames.map { Self.cell(FormulaGuard.harmless($0)) }
  }

  /// Adds the rows of one clinician's lines, as they were credited.
  ///
  /// - Parameter lines: in the order of the input, in which their rows stay.
  /// - Throws: `OutputFailure` where a temporary file cannot be written.
  func add(
    _ lines: UnsafeBufferPointer<ServiceLine>, of crediting: borrowing PartitionCrediting
  ) throws(OutputFailure) {
    guard let first = lines.first else { return }
    clinician = Self.cell(FormulaGuard.harmless(explainer.clinicianID(first.clinician)))
    let start = (credits: credits.size, adjustments: adjustments.size)
    try crediting.forEachOutcome(of: lines) { line, outcome, sessions, cache throws(OutputFailure) in
      add(line, text(of: line, outcome, sessions, cache))
      try credits.putAway()
      try adjustments.putAway()
    }
    parts.append(
      Part(
        clinician: first.clinician, credits: start.credits..<credits.size,
        adjustments: start.adjustments..<adjustments.size))
  }

  private func add(_ line: ServiceLine, _ text: TrailText) {
    place.removeAll(keepingCapacity: true)
    place += files[Int(line.file)]
    DecimalText.append(Int64(line.line), scale: 0, to: &place)
    place.append(0x2C)
    if day?.number != line.serviceDay {
      day = (line.serviceDay, Self.cell(CalendarDate(daysSinceEpoch: line.serviceDay).description))
    }
    credits.bytes += place
    credits.bytes += clinician
    if let day { credits.bytes += day.cell }
    credits.bytes += text.credit
    for step in text.steps {
      adjustments.bytes += place
      adjustments.bytes += step
    }
  }

  /// What the rows of a line say.
  private func text(
    of line: ServiceLine, _ outcome: LineOutcome, _ sessions: [SessionLine], _ cache: borrowing CreditCache
  ) -> TrailText {
    // Anesthesia is measured line by line.
    let isCommon =
      outcome.isSettled && outcome.paySession < 0 && outcome.benchmarkSession < 0
      && !cache.entry(Int(outcome.combination)).pay.isAnesthesia
    if !isCommon { return TrailText(explainer.explanation(of: line, outcome, sessions, cache)) }
    let key = Key(combination: outcome.combination, units: line.units)
    if let known = texts[key] { return known }
    let text = TrailText(explainer.explanation(of: line, outcome, sessions, cache))
    if texts.count == Self.mostTexts { texts.removeAll(keepingCapacity: true) }
    texts[key] = text
    return text
  }

  private static func cell(_ text: String) -> [UInt8] {
    var writer = DelimitedWriter()
    writer.field(text)
    return writer.bytes + [0x2C]
  }

  /// Adds a stretch of the rows of a file to others.
  ///
  /// - Throws: `OutputFailure` where a temporary file cannot be read back.
  func add(_ stretch: Range<Int>, of file: LineTrail.File, to text: inout [UInt8]) throws(OutputFailure) {
    switch file {
    case .credits: try credits.add(stretch, to: &text)
    case .adjustments: try adjustments.add(stretch, to: &text)
    }
  }
}
