import MedicareFees
import ProductivityModel

/// Works out what the rules need that look at lines together: the key by which one unit ranks, its side, its family.
///
/// Lines that are not credited, that return to the operating room (78) or that are not payable in their role take no place and
/// are no part of a pair or family.
///
/// - Source: CMS PFS Relative Value File record layout, "Multiple Procedure", "Bilateral Surgery", "Endoscopic Base Code".
struct SessionStanding: LineRule {
  static let name = RuleName.multipleProcedures

  func apply(to line: inout LineInProgress) {
    guard let row = line.row, let index = line.credit.row else { return }
    let policy = line.policy
    var terms = SessionTerms()
    terms.value = line.credit.work.millionths
    terms.role = line.role
    terms.side = Self.side(of: line.modifiers)
    terms.kind = Int32(index) << 1 | (line.setting == .facility ? 1 : 0)
    terms.isOutsideRanking = line.isOutsideRanking
    setBundling(&terms, line, row)
    defer { line.credit.session = terms }
    guard line.credit.fate == .credited, line.credit.factor != .zero else { return }
    setRank(&terms, &line, row)
    if policy.bilateralPairs != nil, line.credit.countsUnits, !line.isEnded { setPairs(&terms, line, row) }
  }

  private func setRank(_ terms: inout SessionTerms, _ line: inout LineInProgress, _ row: FeeRow) {
    let policy = line.policy
    guard policy.multipleProcedures != nil || policy.endoscopyFamilies != nil else { return }
    guard let indicator = row.multipleProcedure else { return line.end(.unpriced, .indicatorMissing) }
    let isFormer = indicator == .formerStandard && policy.multipleProcedures?.formerShares.isEmpty == false
    guard indicator == .standard || indicator == .endoscopy || isFormer, !line.isOutsideRanking else { return }
    terms.ranks = true
    terms.isFormer = isFormer
    terms.key = key(of: row, line)
    if policy.endoscopyFamilies != nil, indicator == .endoscopy, let base = row.endoscopicBase {
      guard let baseRow = line.schedule?.row(base) else {
        line.credit.flags.append(
          .assumption(
            "an endoscopy whose base code is not in the release ranks as any other procedure", key: "endoscopyFamilies")
        )
        return
      }
      terms.family = base.packed
      terms.baseValue = baseRow.work.millionths
      terms.baseKey = key(of: baseRow, line)
    }
  }

  private func key(of row: FeeRow, _ line: LineInProgress) -> Int64 {
    let value =
      switch line.policy.multipleProcedures?.rankBy ?? .totalRVU {
      case .totalRVU: Int64(row.total(line.setting).hundredths) * 10_000
      case .workRVU: row.work.millionths
      }
    return line.bilateralFactor.scaled(value)
  }

  private func setBundling(_ terms: inout SessionTerms, _ line: LineInProgress, _ row: FeeRow) {
    guard let status = row.status, line.credit.fate == .credited || line.credit.fate == .zeroValued else { return }
    for rule in line.policy.bundledServices {
      if rule.statuses.contains(status) { terms.isBundled = true }
      if rule.includedIn.contains(status), row.total(line.setting) > .zero, line.isPayable(row) {
        terms.includesOthers = true
      }
    }
  }

  /// What both sides are worth: the policy's row for 50, if there is one for the row's indicator.
  private func setPairs(_ terms: inout SessionTerms, _ line: LineInProgress, _ row: FeeRow) {
    guard let pairs = line.policy.bilateralPairs, let indicator = row.bilateral, !line.modifiers.contains("50"),
      pairs.sides.contains(indicator) || pairs.units.contains(indicator), let total = line.bothSides(row)
    else { return }
    let millionths = total.scaled(1_000_000)
    // Each side in full is what the lines earn anyway; only among several procedures it matters that they are one.
    guard terms.ranks || millionths != 2_000_000 else { return }
    if pairs.sides.contains(indicator), terms.side == .left || terms.side == .right { terms.sidesTotal = millionths }
    if pairs.units.contains(indicator), terms.side == .none { terms.unitsTotal = millionths }
    terms.mayBeBothSides = indicator == .halfMore && terms.side == .none
  }

  static func side(of modifiers: ModifierList) -> SessionTerms.Side {
    if modifiers.modifiers.contains(where: isDigit) { return .digit }
    let (left, right) = (modifiers.contains("LT"), modifiers.contains("RT"))
    return left == right ? .none : left ? .left : .right
  }

  /// Eyelids (E1 to E4), fingers (FA, F1 to F9) and toes (TA, T1 to T9).
  private static func isDigit(_ modifier: Modifier) -> Bool {
    let (first, second) = (UInt8(modifier.packed >> 8), UInt8(modifier.packed & 0xFF))
    let isNumber = second >= 0x31 && second <= 0x39
    switch first {
    case 0x45: return second >= 0x31 && second <= 0x34
    case 0x46, 0x54: return isNumber || second == 0x41
    default: return false
    }
  }
}
