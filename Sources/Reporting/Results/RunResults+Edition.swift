import Compensation
import ProductivityModel

extension RunResults {
  /// What of a run one clinician may have: that clinician's own figures, and what was worked out of others where groups are large
  /// enough not to lay anyone open.
  ///
  /// Everything else is dropped here, before anything is rendered, so that no page, sheet or file can show it: other clinicians,
  /// sums of specialties and of the practice, files and their totals, findings, who shares credit, codes without a price, whose
  /// task what is, fee schedules compared, and of compensation everything but the clinician's own. Standings stay as they were
  /// worked out among all; pictures of others' single figures do not.
  ///
  /// - Parameters:
  ///   - id: the clinician's id.
  ///   - showsPay: whether what plans pay the clinician is told.
  /// - Returns: the results; nil where there is nothing of the clinician.
  public func edition(for id: String, showsPay: Bool) -> RunResults? {
    var edition = self
    edition.recipient = id
    edition.clinicians = clinicians.filter { isSame($0.id, id) }
    for index in edition.clinicians.indices {
      // The median of an odd number is one person's figure: in two digits it is nobody's mark.
      if let median = edition.clinicians[index].patterns.caseMix?.nearest?.median {
        edition.clinicians[index].patterns.caseMix?.nearest?.median = WorkRVU(
          millionths: Self.twoDigits(median.millionths))
      }
      for code in edition.clinicians[index].topCodes.indices {
        edition.clinicians[index].topCodes[code].peerMedianUnitsPerFTE = edition.clinicians[index].topCodes[code]
          .peerMedianUnitsPerFTE.map { Units(tenThousandths: Self.twoDigits($0.tenThousandths)) }
      }
    }
    edition.goals = goals.filter { isSame($0.id, id) }
    edition.compensation = showsPay ? compensation?.edition(for: id) : nil
    guard !edition.clinicians.isEmpty || edition.compensation != nil else { return nil }
    // A bridge is asked for by characters: it is left out where two ids are alike in them.
    edition.lastYear = lastYear.flatMap { bridge in recipients.count { $0 == id } > 1 ? nil : bridge.only(id) }
    edition.specialties = []
    edition.controlTotals = []
    edition.unpricedCodes = []
    edition.attributions = []
    edition.reconciliation = nil
    edition.findings = []
    edition.inputs = []
    edition.owners = [:]
    edition.feeImpact = nil
    return edition
  }

  /// A number in two digits, the others zero: 848,534,275 is 850,000,000.
  static func twoDigits(_ number: Int64) -> Int64 {
    var unit: Int64 = 1
    while number.magnitude / unit.magnitude >= 100 { unit *= 10 }
    return (number + (number < 0 ? -unit / 2 : unit / 2)) / unit * unit
  }

  /// The ids of all who have an edition, each once, in the order in which clinicians are shown.
  public var recipients: [String] {
    var seen: Set<[UInt8]> = []
    return (clinicians.map(\.id) + (compensation?.clinicians.map(\.id) ?? [])).filter {
      seen.insert(Array($0.utf8)).inserted
    }
  }
}

extension CompensationResults {
  /// What plans pay one clinician; nil where the clinician has none.
  func edition(for id: String) -> CompensationResults? {
    var own = clinicians.filter { isSame($0.id, id) }
    guard !own.isEmpty else { return nil }
    for index in own.indices {
      for statement in own[index].statements.indices {
        own[index].statements[statement].plans = own[index].statements[statement].plans.map { $0.terms(for: id) }
      }
      own[index].member.assignments = own[index].member.assignments.map {
        var assignment = $0
        assignment.plan = assignment.plan.terms(for: id)
        return assignment
      }
    }
    let plans = Set(own.flatMap(\.statements).flatMap(\.plans).map(\.id))
    var edition = CompensationResults(
      plans: self.plans.filter { plans.contains($0.id) }.map { $0.terms(for: id) }, clinicians: own, period: period,
      basis: basis)
    edition.withoutPlan = withoutPlan.filter { isSame($0.id, id) }
    edition.alignmentRules = alignmentRules
    edition.alignsPaid = alignsPaid
    return edition
  }
}

extension CompensationPlan {
  /// The plan without the stipends that are for others alone, whom their words would name.
  fileprivate func terms(for id: String) -> CompensationPlan {
    var plan = self
    plan.terms.stipends = terms.stipends.compactMap { stipend in
      if stipend.clinicians.isEmpty { return stipend }
      guard stipend.clinicians.contains(where: { isSame($0, id) }) else { return nil }
      var own = stipend
      own.clinicians = [id]
      return own
    }
    return plan
  }
}

/// Whether two ids are the same, byte by byte: two ways to write the same letters are two clinicians.
private func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
