/// A column of a small table as we keep it, and the names under which it is published.
struct TableColumn {
  /// What a cell of the column is.
  enum Role: Hashable {
    /// Part of what a row is found by: a number of so many digits, whose leading zeros may be lost.
    case number(digits: Int)
    /// A procedure code.
    case code
    /// A figure with so many decimals, above zero and below a limit.
    case figure(decimals: Int, below: Int64)
    /// A count from zero up to a limit.
    case count(through: Int64)
    /// A text, in which forms may differ by footnote marks and by being cut off.
    case text
    /// A text that stands on the first of several rows only.
    case textOfGroup
  }

  /// Its name in our layout.
  let name: String
  /// What a cell is.
  let role: Role
  /// Whether a layout may lack it.
  var isOptional = false
  /// Its published names without case, blanks and punctuation; a leading year and a stated value are taken off before.
  let published: Set<String>

  /// Whether it is part of what a row is found by.
  var isKey: Bool {
    switch role {
    case .number, .code: true
    default: false
    }
  }
  /// Whether it is a figure, which must be the same in all forms.
  var isFigure: Bool {
    switch role {
    case .figure, .count: true
    default: false
    }
  }
}

extension FeeFileKind {
  /// The columns of the small table; none for the relative values, which are no small table.
  var columns: [TableColumn] {
    switch self {
    case .relativeValues: []
    case .geographicIndices: Self.locality + Self.indices
    case .anesthesiaFactors: Self.locality + Self.factors
    case .counties: Self.locality + Self.areas
    case .anesthesiaBaseUnits: Self.baseUnits
    }
  }

  private static let locality = [
    TableColumn(
      name: "mac", role: .number(digits: 5),
      // The misspelling is CMS's.
      published: [
        "MEDICAREADMINISTRATIVECONTRACTORMAC", "MEDICAREADMINISTRATIVECONTRACTOR", "MEDICAREADMINSTRATIVECONTRACTOR",
        "CONTRACTOR", "MAC",
      ]),
    TableColumn(
      name: "locality", role: .number(digits: 2), published: ["LOCALITYNUMBER", "LOCALITYNUM", "LOCALITY"]),
  ]

  private static let indices = [
    TableColumn(name: "state", role: .text, isOptional: true, published: ["STATE"]),
    TableColumn(name: "name", role: .text, published: ["LOCALITYNAME"]),
    // Where the index is published with and without the floor of the law, the one with it is paid by.
    index("work_gpci", ["PWGPCI", "PWGPCIWITH10FLOOR", "GPCIWORK"]), index("pe_gpci", ["PEGPCI", "GPCIPE"]),
    index("mp_gpci", ["MPGPCI", "GPCIMP"]),
  ]

  private static func index(_ name: String, _ published: Set<String>) -> TableColumn {
    TableColumn(name: name, role: .figure(decimals: 3, below: 10_000), published: published)
  }

  private static let factors = [
    TableColumn(
      name: "factor", role: .figure(decimals: 2, below: 100_000),
      published: [
        "NATIONALANESCF", "ANESCF", "NONQUALIFYINGAPMNATIONALANESCF",
        "NONQUALIFYINGAPMNATIONALANESCFWITH25STATUTORYINCREASE", "ANESTHESIACONVFACTOR",
      ]),
    TableColumn(
      name: "qualifying_factor", role: .figure(decimals: 2, below: 100_000), isOptional: true,
      published: ["QUALIFYINGAPMNATIONALANESCF", "QUALIFYINGAPMNATIONALANESCFWITH25STATUTORYINCREASE"]),
  ]

  private static let areas = [
    TableColumn(name: "state", role: .textOfGroup, published: ["STATE"]),
    TableColumn(name: "area", role: .text, published: ["FEESCHEDULEAREA"]),
    TableColumn(name: "counties", role: .text, published: ["COUNTIES"]),
  ]

  private static let baseUnits = [
    TableColumn(name: "code", role: .code, published: ["CODE", "CPTCODE", "HCPCS", "HCPCSCODE", "ANESTHESIACODE"]),
    TableColumn(
      name: "base_units", role: .count(through: 99),
      published: ["BASEUNIT", "BASEUNITS", "ANESTHESIABASEUNIT", "ANESTHESIABASEUNITS", "BASEUNITVALUE"]),
  ]
}
