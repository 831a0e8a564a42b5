import ProductivityModel
import Tabular

/// Whom a claim or a line names as the one who billed, rendered or supervised.
enum ClaimProvider: Sendable {
  /// The claim names nobody.
  case none
  /// The id of the roster, or the national provider identifier where the roster has it not.
  case id([UInt8])
  /// Somebody without a national provider identifier.
  case noIdentifier
  /// Somebody whose identifier is none, or is that of several clinicians.
  case fault(ClinicianLookup.Fault)

  /// The most bytes that are looked up: more than ten digits are no identifier.
  private static let longest = 16

  /// Whom an NM1 segment names.
  ///
  /// - Source: NM108 is XX where NM109 is a national provider identifier.
  init(_ reader: borrowing InterchangeReader, _ lookup: inout ClinicianLookup) {
    let identifier = CellText.trimmed(reader.element(9))
    guard ShortCode(reader.element(8)) == "XX", !identifier.isEmpty else {
      self = .noIdentifier
      return
    }
    guard identifier.count <= Self.longest else {
      self = .fault(.notAnNPI)
      return
    }
    switch lookup.outcome(identifier) {
    case .id(let id): self = .id(id)
    case .fault(let fault): self = .fault(fault)
    }
  }

  /// Whether somebody is named.
  var isNamed: Bool { if case .none = self { false } else { true } }

  /// The id, where there is one.
  var identifier: [UInt8]? { if case .id(let id) = self { id } else { nil } }

  /// What is wrong, and what to do, where the provider cannot be told.
  var complaint: (message: String, hint: String)? {
    switch self {
    case .none, .id: nil
    case .noIdentifier:
      ("has no national provider identifier (NM108 XX)", "have the claims written with identifiers of clinicians")
    case .fault(.ambiguous):
      ("has an identifier that several clinicians of the roster have", "correct the column npi of the roster")
    case .fault:
      ("has an identifier that is no national provider identifier", "correct it in the system that wrote the claims")
    }
  }
}
