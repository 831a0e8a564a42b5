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
  /// How many findings of the run it stands for; none where it is a review, which is no finding.
  var findings = 1

  /// Everything of a run, by owner, then urgency, then what is at stake; those with the same remedy follow each other.
  ///
  /// Not what concerns pay, which stands on the pages that show pay: this one is handed around.
  static func all(of results: RunResults) -> [RunException] {
    let found = findings(of: results) + unpriced(results) + reviews(results)
    let ordered = found.enumerated().sorted { a, b in
      let first = (rank(a.element.owner), a.element.kind.rawValue, -(a.element.charge?.cents ?? 0))
      let second = (rank(b.element.owner), b.element.kind.rawValue, -(b.element.charge?.cents ?? 0))
      if first != second { return first < second }
      return (-(a.element.records ?? 0), a.offset) < (-(b.element.records ?? 0), b.offset)
    }.map(\.element)
    return inRemedies(ordered)
  }

  private static func rank(_ owner: ProblemOwner) -> Int { ProblemOwner.allCases.firstIndex(of: owner) ?? 0 }

  /// The same, each moved up to the first of its owner, kind and remedy.
  private static func inRemedies(_ ordered: [RunException]) -> [RunException] {
    var places: [[String]: Int] = [:]
    var groups: [[RunException]] = []
    for exception in ordered {
      let key = [exception.owner.rawValue, exception.kind.word, exception.remedy]
      if !exception.remedy.isEmpty, let place = places[key] {
        groups[place].append(exception)
      } else {
        places[key] = groups.count
        groups.append([exception])
      }
    }
    return groups.flatMap { $0 }
  }

  /// Errors and warnings; lines without a price are told by code, with their charge.
  private static func findings(of results: RunResults) -> [RunException] {
    results.findingsWithoutPay.compactMap { finding in
      let kind: Kind
      switch finding.severity {
      case .error: kind = .error
      case .warning: kind = .warning
      case .note: return nil
      }
      guard finding.problem != .unknownCode, finding.problem != .unpricedCode else { return nil }
      return RunException(
        kind: kind, owner: results.owner(of: finding), message: finding.message, remedy: finding.hint ?? "",
        position: finding.position, records: finding.count, charge: nil, link: .dataQuality)
    }
  }

  /// One for each code, whatever the releases in which it was looked for. Lines of a day without a release are told as such.
  private static func unpriced(_ results: RunResults) -> [RunException] {
    var codes: [String] = []
    var groups: [String: [UnpricedCode]] = [:]
    for code in results.unpricedCodes where !code.release.isEmpty {
      if groups[code.code] == nil { codes.append(code.code) }
      groups[code.code, default: []].append(code)
    }
    return codes.compactMap { name in
      guard let all = groups[name], let first = all.map(\.first).min() else { return nil }
      let nearest = all.compactMap(\.nearest).first
      return RunException(
        kind: .warning, owner: .coding, message: "code `\(name)` has no price: \(reasons(of: all))",
        remedy: nearest.map { "did you mean \($0)? Otherwise a policy can value it" }
          ?? "a policy can value it by a code like it; the manual on policies says how",
        position: first, records: all.reduce(0) { $0 + $1.lines },
        charge: all.reduce(Money.zero) { $0 + $1.charge }, link: .dataQuality, findings: all.count)
    }
  }

  /// Why a code has no price, each reason once with its releases: `unlisted, in 2025D and 2026A`.
  private static func reasons(of codes: [UnpricedCode]) -> String {
    var reasons: [String] = []
    for code in codes where !reasons.contains(code.reason) { reasons.append(code.reason) }
    return reasons.map { reason in
      let releases = Set(codes.filter { $0.reason == reason }.map(\.release)).sorted()
      return "\(reason), in \(CountWording.list(releases))"
    }.joined(separator: "; ")
  }

  private static func reviews(_ results: RunResults) -> [RunException] {
    var reviews: [RunException] = []
    results.forEachClinician { clinician in
      for sentence in PatternWording.reviews(of: clinician) {
        reviews.append(
          RunException(
            kind: .review, owner: .coding, message: "\(clinician.name): \(sentence)",
            remedy: "look at a sample of the records: the patients may differ", position: nil, records: nil,
            charge: nil,
            link: .clinician(clinician.id), findings: 0))
      }
    }
    return reviews
  }
}
