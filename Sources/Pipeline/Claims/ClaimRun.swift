import Crediting
import Ingest
import MedicareFees
import ProductivityModel

/// Prices the claims of a file: the lines of one claim, clinician, patient, day and place together.
public struct ClaimRun {
  /// The built-in policy of payments.
  public static let policyName = "cms-payment"

  private let library: FeeLibrary
  private let policy: CreditPolicy
  private let rules: PaymentRules
  private let qualifying: Bool
  private var schedules: [String: FeeSchedule] = [:]
  private var localities: [String: LocalityTable?] = [:]
  private var baseUnits: [String: [ProcedureCode: Int64]] = [:]

  /// What the records of a group are priced by.
  private struct Ground {
    var pricing: ClaimPricing
    var basis: PriceBasis
    var baseUnits: [ProcedureCode: Int64]
  }

  /// Prices records that were understood.
  ///
  /// - Throws: ``InputFailure`` where a release, a day or a place of theirs is not on board, at the first line that names it, or
  ///   the reference data cannot be used.
  public static func price(
    _ records: [ClaimRecord], file: String, library: FeeLibrary, dataFolder: String, qualifying: Bool
  ) throws(InputFailure) -> PricedClaims {
    let path = "\(dataFolder)/credit-policies/\(policyName).yaml"
    let policy = try CreditPolicyFile.read(FileSource.contents(path).bytes, file: path)
    var run = ClaimRun(
      library: library, policy: policy, rules: try library.paymentRules(), qualifying: qualifying)
    return try run.priceAll(records, file)
  }

  private init(library: FeeLibrary, policy: CreditPolicy, rules: PaymentRules, qualifying: Bool) {
    self.library = library
    self.policy = policy
    self.rules = rules
    self.qualifying = qualifying
  }

  private mutating func priceAll(_ records: [ClaimRecord], _ file: String) throws(InputFailure) -> PricedClaims {
    var result = PricedClaims(policy: policy)
    var groups: [ClaimRecord.Group: [Int]] = [:]
    var order: [ClaimRecord.Group] = []
    for (index, record) in records.enumerated() {
      if groups[record.group] == nil { order.append(record.group) }
      groups[record.group, default: []].append(index)
    }
    var lines = [PricedClaims.Line?](repeating: nil, count: records.count)
    for group in order {
      let indices = groups[group] ?? []
      let ground = try ground(of: group, file, line: records[indices[0]].line)
      if !result.bases.contains(ground.basis) { result.bases.append(ground.basis) }
      let services = indices.map { index in
        var service = records[index].service
        if service.baseUnits == nil { service.baseUnits = ground.baseUnits[service.code] }
        return service
      }
      for (index, payment) in zip(indices, ground.pricing.payments(of: services)) {
        lines[index] = PricedClaims.Line(
          record: records[index], release: ground.basis.release.release,
          payment: noted(payment, records[index], ground.basis))
      }
    }
    result.lines = lines.compactMap { $0 }
    return result
  }

  /// The payment with what the line's own record makes uncertain.
  private func noted(_ payment: LinePayment, _ record: ClaimRecord, _ basis: PriceBasis) -> LinePayment {
    var payment = payment
    if record.placeOfService == nil {
      payment.flags.append(.assumption("the place of service is blank: taken as a facility", key: ""))
    }
    if basis.isSubstitute {
      payment.flags.append(
        .assumption("the release of the day is not on board: \(basis.release.release) stands in for it", key: ""))
    }
    return payment
  }

  private mutating func ground(
    of group: ClaimRecord.Group, _ file: String, line: Int
  ) throws(InputFailure) -> Ground {
    let (info, day, isSubstitute) = try release(of: group, file, line)
    guard let factor = library.conversionFactor(qualifying ? .qualifying : .national, on: day) else {
      throw InputFailure(
        file, line: line,
        "no conversion factor \(qualifying ? "of qualifying participants " : "")is known for \(day)",
        hint: qualifying ? "leave out --qualifying" : "add it to conversion-factors.csv")
    }
    let national = library.conversionFactor(qualifying ? .anesthesiaQualifying : .anesthesia, on: day)
    let basis = PriceBasis(
      release: info, isSubstitute: isSubstitute, factor: factor, anesthesiaFactor: national,
      limitingCharge: rules.rule(.limitingCharge, on: day),
      nonparticipatingShare: rules.rule(.nonparticipatingShare, on: day),
      anesthesiaMinutes: rules.rule(.anesthesiaMinutes, on: day),
      directedShare: rules.rule(.anesthesiaDirectedShare, on: day))
    let place = try place(group.place, info, basis, file, line)
    let terms = PaymentTerms(
      schedule: try schedule(info), gpci: place.gpci, factor: factor.factor, anesthesiaFactor: place.anesthesiaFactor,
      anesthesiaMinutes: basis.anesthesiaMinutes, directedShare: basis.directedShare)
    return Ground(
      pricing: ClaimPricing(policy.inEffect(on: day), terms: terms), basis: basis,
      baseUnits: baseUnits[info.release] ?? [:])
  }

  private func release(
    of group: ClaimRecord.Group, _ file: String, _ line: Int
  ) throws(InputFailure) -> (ReleaseInfo, CalendarDate, Bool) {
    if !group.release.isEmpty {
      guard let info = library.info(group.release) else {
        throw InputFailure(
          file, line: line, "a release is not on board",
          hint: "use one of \(library.releases.map(\.release).joined(separator: ", "))")
      }
      return (info, group.day ?? info.effective.first, false)
    }
    guard let day = group.day, let choice = library.calendar.choose(for: day) else {
      throw InputFailure(
        file, line: line, "no release on board covers the day", hint: "import one: rvubench fees import")
    }
    return (library.releases[choice.index], day, choice.isSubstitute)
  }

  private mutating func schedule(_ info: ReleaseInfo) throws(InputFailure) -> FeeSchedule {
    if let known = schedules[info.release] { return known }
    let schedule = try library.load(info.release).schedule
    schedules[info.release] = schedule
    baseUnits[info.release] = try library.anesthesiaBaseUnits(of: info)
    return schedule
  }

  private mutating func place(
    _ place: PriceRow.Place, _ info: ReleaseInfo, _ basis: PriceBasis, _ file: String, _ line: Int
  ) throws(InputFailure) -> PricePlace {
    guard case .locality(let key) = place else {
      return PricePlace(gpci: .national, anesthesiaFactor: basis.anesthesiaFactor?.factor)
    }
    if localities[info.release] == nil { localities[info.release] = .some(try library.localities(of: info)) }
    guard let table = localities[info.release] ?? nil else {
      throw InputFailure(
        file, line: line, "release \(info.release) has no localities", hint: "price it nationally: --locality national")
    }
    guard let locality = table[key] else {
      throw InputFailure(
        file, line: line, "release \(info.release) has no locality \(key)",
        hint: "gpci.csv in the release's folder lists its localities")
    }
    return PricePlace(
      gpci: locality.gpci,
      anesthesiaFactor: qualifying ? locality.qualifyingAnesthesiaFactor : locality.anesthesiaFactor)
  }
}
