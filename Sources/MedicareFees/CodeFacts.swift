import ProductivityModel

/// What a release says of one code: its rows, where its work stands, and what Medicare pays nationally.
public struct CodeFacts: Sendable {
  /// The code.
  public let code: ProcedureCode
  /// Whether only its professional component has work, so that it is unpriced without modifier 26.
  public let isValuedOnlyAsProfessional: Bool
  /// Its category; nil where its number is in none.
  public let category: CodeCategory?
  /// Its rows: the code as a whole, then its professional component, technical component and the discontinued procedure.
  public let rows: [FeeRow]
  /// Where its work stands in its category; nil without work of its own.
  public let standing: CodeStanding?
  /// Where its work stands in its subsection; nil without work of its own, or in no subsection.
  public let subsectionStanding: CodeStanding?
  /// The conversion factor of the payments; nil where none is known.
  public let factor: DatedConversionFactor?
  /// The release.
  public let release: ReleaseInfo

  /// The facts of a code; nil where the release has no row of it.
  ///
  /// - Parameters:
  ///   - standings: the distributions of the release, for whoever wants the facts of many codes; made for this code where
  ///     they are not given.
  ///   - qualifying: pay by the factor of qualifying participants in an advanced alternative payment model.
  public init?(
    _ code: ProcedureCode, in schedule: FeeSchedule, standings: StandingTable? = nil, qualifying: Bool = false
  ) {
    guard let entry = schedule.rows(for: code) else { return nil }
    self.code = code
    category = CodeCategory(code)
    rows = CodeRows.Component.allCases.compactMap { entry[$0].map { schedule.rows[$0] } }
    isValuedOnlyAsProfessional = schedule.isValuedOnlyAsProfessional(code)
    if let standings {
      standing = standings.standing(of: code)
      subsectionStanding = standings.subsectionStanding(of: code)
    } else {
      standing = schedule.standing(of: code)
      subsectionStanding = schedule.subsectionStanding(of: code)
    }
    release = schedule.info
    factor = release.conversionFactors.factor(qualifying ? .qualifying : .national, on: release.effective.first)
  }

  /// The row by which the code is described: that of the code as a whole, or the first there is.
  public var leadingRow: FeeRow { rows[0] }

  /// Whether the release lacks the outpatient cap and the row may be under one, so that less may be paid than shown.
  public func mayBeCapped(_ row: FeeRow) -> Bool { row.mayBeCapped }

  /// The national payment of a row in a setting; nil where there is none, or no factor is known.
  public func payment(_ row: FeeRow, in setting: Setting) -> Payment? {
    factor.flatMap { Payment(row, in: setting, at: $0.factor) }
  }
}
