import ProductivityModel
import Tabular

/// Turns what a log's cells name clinicians by into ids of the roster; each different cell is looked up once.
struct ClinicianLookup: Sendable {
  /// What a cell comes to.
  enum Outcome: Sendable {
    /// The id; the identifier itself where the roster has not the national provider identifier.
    case id([UInt8])
    /// It cannot be turned into an id.
    case fault(Fault)
  }

  /// Why a cell cannot be turned into an id.
  enum Fault: Sendable {
    /// It has not the ten digits of a national provider identifier.
    case notAnNPI
    /// Nobody in the roster has the name; where it is but a slip away from one, that one.
    case unknownName(nearest: String?)
    /// Several people in the roster have the name or the identifier.
    case ambiguous
  }

  private let directory: ClinicianDirectory?
  private let key: ClinicianKey
  private var cells = ByteInterner()
  private var outcomes: [Outcome] = []

  /// - Parameter directory: the roster's clinicians; nil where there is no roster.
  init(_ directory: ClinicianDirectory?, by key: ClinicianKey) {
    self.directory = directory
    self.key = key
  }

  /// The outcome of a cell without blanks around it.
  mutating func outcome(_ cell: UnsafeBufferPointer<UInt8>) -> Outcome {
    let (id, isNew) = cells.id(cell)
    if isNew { outcomes.append(find(cell)) }
    return outcomes[Int(id)]
  }

  private func find(_ cell: UnsafeBufferPointer<UInt8>) -> Outcome {
    switch key {
    case .id: return .id(Array(cell))
    case .npi:
      guard let npi = Self.npi(cell) else { return .fault(.notAnNPI) }
      switch directory?.clinician(npi: String(decoding: npi, as: UTF8.self)) {
      case .found(let id): return .id(Array(id.utf8))
      case .ambiguous: return .fault(.ambiguous)
      case .unknown, nil:
        // A number that a narrow column has rounded is nobody's: its check digit is wrong.
        return npi.elementsEqual(cell) || ProviderIdentifier.isValid(npi) ? .id(npi) : .fault(.notAnNPI)
      }
    case .name:
      let name = String(decoding: cell, as: UTF8.self)
      switch directory?.clinician(name: name) {
      case .found(let id): return .id(Array(id.utf8))
      case .ambiguous: return .fault(.ambiguous)
      case .unknown, nil: return .fault(.unknownName(nearest: directory?.nearest(to: name)))
      }
    }
  }

  /// The ten digits of an identifier, also where a spreadsheet made a number of it: `1.23456789E+09`, `1234567890.0`.
  private static func npi(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let digits = ScientificText.plain(cell).filter { $0 != 0x20 && $0 != 0x2D }
    return digits.count == 10 && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Array(digits) : nil
  }
}
