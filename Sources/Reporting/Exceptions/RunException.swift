import ProductivityModel

/// Something that somebody has to do or look at before the numbers are final: what it is, what is at stake, whose task it is.
struct RunException {
  /// What kind it is, in the order of urgency.
  enum Kind: Int, CaseIterable {
    /// Something is left out of the numbers.
    case error
    /// A number may not be what the reader expects.
    case warning
    /// Worth a look: no conclusion.
    case review

    /// The word in the table.
    var word: String {
      switch self {
      case .error: "error"
      case .warning: "warning"
      case .review: "review"
      }
    }
  }

  var kind: Kind
  var owner: ProblemOwner
  /// What was found, in a sentence without a full stop.
  var message: String
  /// What to do; empty where nothing is known to do.
  var remedy: String
  /// Where it is first; nil where it concerns no single place.
  var position: SourcePosition?
  /// How many records it concerns; nil where it is of none.
  var records: Int?
  /// What they were charged; nil where it is not known.
  var charge: Money?
  /// The page that says more.
  var link: ReportAddress?

  /// Everything of a run, by owner, then urgency, then what is at stake.
  ///
  /// Not what concerns pay, which stands on the pages that show pay: this one is handed around.
  static func all(of results: RunResults) -> [RunException] {
    let found = findings(results.findingsWithoutPay) + unpriced(results) + reviews(results)
    return found.enumerated().sorted { a, b in
      let first = (rank(a.element.owner), a.element.kind.rawValue, -(a.element.charge?.cents ?? 0))
      let second = (rank(b.element.owner), b.element.kind.rawValue, -(b.element.charge?.cents ?? 0))
      if first != second { return first < second }
      return (-(a.element.records ?? 0), a.offset) < (-(b.element.records ?? 0), b.offset)
    }.map(\.element)
  }

  private static func rank(_ owner: ProblemOwner) -> Int { ProblemOwner.allCases.firstIndex(of: owner) ?? 0 }

  /// Errors and warnings; lines without a price are told by code, with their charge.
  private static func findings(_ findings: [Finding]) -> [RunException] {
    findings.compactMap { finding in
      let kind: Kind
      switch finding.severity {
      case .error: kind = .error
      case .warning: kind = .warning
      case .note: return nil
      }
      guard finding.problem != .unknownCode, finding.problem != .unpricedCode else { return nil }
      return RunException(
        kind: kind, owner: finding.problem.owner, message: finding.message, remedy: finding.hint ?? "",
        position: finding.position, records: finding.count, charge: nil, link: .dataQuality)
    }
  }

  private static func unpriced(_ results: RunResults) -> [RunException] {
    results.unpricedCodes.map { code in
      RunException(
        kind: .warning, owner: .coding, message: "code `\(code.code)` has no price: \(code.reason)",
        remedy: code.nearest.map { "did you mean \($0)? Otherwise a policy can value it" }
          ?? "a policy can value it by a code like it; the manual on policies says how",
        position: code.first, records: code.lines, charge: code.charge, link: .dataQuality)
    }
  }

  private static func reviews(_ results: RunResults) -> [RunException] {
    results.clinicians.flatMap { clinician in
      PatternWording.reviews(of: clinician).map { sentence in
        RunException(
          kind: .review, owner: .coding, message: "\(clinician.name): \(sentence)",
          remedy: "look at a sample of the records: the patients may differ", position: nil, records: nil, charge: nil,
          link: .clinician(clinician.id))
      }
    }
  }
}
