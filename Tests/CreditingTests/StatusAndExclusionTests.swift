import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Crediting

@Suite struct `A status code` {
  private static let policies: [(Shipped, StatusCode)] = Shipped.allCases.flatMap { shipped in
    StatusCode.allCases.map { (shipped, $0) }
  }

  /// The meanings are those of Attachment A of the record layout; which are credited is the policies' own choice.
  @Test(arguments: policies)
  func `of a row with work decides what becomes of the line`(shipped: Shipped, status: StatusCode) throws {
    let credit = try shipped.engine().credit(in: Invented.schedule(Invented.row(status: status)))
    switch status {
    case .active, .restricted, .injection:
      #expect(credit.fate == .credited)
      #expect(credit.adjustments.count == 1)
      #expect(credit.credit(units: .one) == .of("10"))
    case .noncovered, .notValid, .bundled, .statutoryExclusion:
      #expect(credit.fate == .credited)
      #expect(credit.adjustments.last?.reason == .valuedStatus(status))
      #expect(credit.adjustments.last?.rule == .statusAndExclusion)
      #expect(credit.credit(units: .one) == .of("10"))
    case .contractorPriced:
      #expect(credit.fate == .unpriced)
      #expect(credit.cause == .contractorPriced)
    case .anesthesia:
      #expect(credit.fate == .held)
      #expect(credit.cause == .anesthesia)
    case .deleted, .excluded, .discontinued, .replacedWithGrace, .deletedModifier, .measurement, .bundledOrExcluded:
      #expect(credit.fate == .excluded)
      #expect(credit.cause == .excludedByStatus(status))
    }
    if credit.fate != .credited { #expect(credit.credit(units: .one) == .zero) }
  }

  @Test(arguments: policies)
  func `of a row without work never makes a credit`(shipped: Shipped, status: StatusCode) throws {
    let credit = try shipped.engine().credit(in: Invented.schedule(Invented.row(status: status, work: 0)))
    switch status {
    case .contractorPriced: #expect(credit.fate == .unpriced)
    case .anesthesia: #expect(credit.fate == .held)
    default: #expect(credit.fate == .zeroValued)
    }
    #expect(credit.credit(units: .one) == .zero)
  }

  @Test func `R without any RVUs has no price, and R with practice expense alone has no work`() throws {
    let without = Invented.row(status: .restricted, work: 0, nonfacilityPE: 0, facilityPE: 0, malpractice: 0)
    let with = Invented.row(status: .restricted, work: 0, nonfacilityPE: 100, facilityPE: 0, malpractice: 0)
    for shipped in Shipped.allCases {
      let engine = try shipped.engine()
      #expect(engine.credit(in: try Invented.schedule(without)).cause == .restrictedWithoutValue)
      #expect(engine.credit(in: try Invented.schedule(without)).fate == .unpriced)
      #expect(engine.credit(in: try Invented.schedule(with)).fate == .zeroValued)
    }
  }

  @Test func `that the source lacks leaves the line without a price`() throws {
    for shipped in Shipped.allCases {
      let credit = try shipped.engine().credit(in: Invented.schedule(Invented.row(status: nil)))
      #expect(credit.fate == .unpriced)
      #expect(credit.cause == .indicatorMissing)
    }
  }

  @Test func `of a policy is the policy's choice`() throws {
    var policy = try Shipped.surveyComparable.policy()
    policy.creditedStatuses = [.active]
    policy.creditedWhenValued = []
    let engine = CreditEngine(policy)
    for status in StatusCode.allCases where ![.active, .contractorPriced, .anesthesia].contains(status) {
      #expect(engine.credit(in: try Invented.schedule(Invented.row(status: status))).cause == .excludedByStatus(status))
    }
    #expect(engine.credit(in: try Invented.schedule(Invented.row())).fate == .credited)
  }

  @Test func `B without work is zero-valued: 99024 of 2025D`() throws {
    let schedule = try Shipped.release("2025D")
    for shipped in Shipped.allCases {
      #expect(try shipped.engine().credit("99024", in: schedule).fate == .zeroValued)
    }
  }
}

@Suite struct `An exclusion` {
  private static let codes: [(ProcedureCode, Bool)] = [
    ("90459", false), ("90460", true), ("90471", true), ("90474", true), ("90475", false),
    ("96372", true),
  ]

  @Test(arguments: codes)
  func `takes the codes from its first to its last`(code: ProcedureCode, isExcluded: Bool) throws {
    var policy = try Shipped.unadjusted.policy()
    policy.exclusions = [
      CodeExclusion(first: "90460", last: "90474", reason: "vaccine administration"),
      CodeExclusion(first: "96372", last: "96372", reason: "injection"),
    ]
    let credit = CreditEngine(policy).credit(code, in: try Invented.schedule(Invented.row(code, work: 17)))
    #expect(credit.fate == (isExcluded ? .excluded : .credited))
    if isExcluded { #expect(credit.cause == .excludedByList(code == "96372" ? "injection" : "vaccine administration")) }
  }

  @Test func `comes before the status, so that an excluded code of status C is excluded`() throws {
    var policy = try Shipped.unadjusted.policy()
    policy.exclusions = [CodeExclusion(first: "10000", last: "10000", reason: "by contract")]
    let credit = CreditEngine(policy).credit(in: try Invented.schedule(Invented.row(status: .contractorPriced)))
    #expect(credit.fate == .excluded)
  }

  @Test func `leaves a code that the release does not have unpriced`() throws {
    var policy = try Shipped.unadjusted.policy()
    policy.exclusions = [CodeExclusion(first: "00000", last: "ZZZZZ", reason: "all")]
    let credit = CreditEngine(policy).credit("99999", in: try Invented.schedule(Invented.row()))
    #expect(credit.fate == .unpriced)
  }
}
