import ProductivityModel

/// Which rows of a fee schedule belong to a code, as indices into its `rows`.
public struct CodeRows: Hashable, Sendable {
  /// What a row values.
  public enum Component: Hashable, Sendable, CaseIterable {
    /// The code as a whole.
    case base
    /// Its professional component, modifier 26.
    case professional
    /// Its technical component, modifier TC.
    case technical
    /// The procedure discontinued, modifier 53.
    case discontinued

    /// The component of a row's modifier, the base for none; nil for a modifier that has no rows of its own.
    public init?(_ modifier: Modifier?) {
      switch modifier {
      case nil: self = .base
      case "26": self = .professional
      case "TC": self = .technical
      case "53": self = .discontinued
      default: return nil
      }
    }

    /// The modifier in the file; nil for the code as a whole.
    public var modifier: Modifier? {
      switch self {
      case .base: nil
      case .professional: "26"
      case .technical: "TC"
      case .discontinued: "53"
      }
    }
  }

  private var baseIndex: Int32 = -1
  private var professionalIndex: Int32 = -1
  private var technicalIndex: Int32 = -1
  private var discontinuedIndex: Int32 = -1

  init() {}

  /// The row of the code as a whole; a few codes have only a 26 row.
  public var base: Int? { self[.base] }
  /// The row of the professional component (26).
  public var professional: Int? { self[.professional] }
  /// The row of the technical component (TC).
  public var technical: Int? { self[.technical] }
  /// The row of the discontinued procedure (53).
  public var discontinued: Int? { self[.discontinued] }

  /// The row of a component.
  public subscript(component: Component) -> Int? {
    let index =
      switch component {
      case .base: baseIndex
      case .professional: professionalIndex
      case .technical: technicalIndex
      case .discontinued: discontinuedIndex
      }
    return index < 0 ? nil : Int(index)
  }

  /// Notes a row; false where the component has one.
  mutating func set(_ row: Int, for component: Component) -> Bool {
    guard self[component] == nil else { return false }
    switch component {
    case .base: baseIndex = Int32(row)
    case .professional: professionalIndex = Int32(row)
    case .technical: technicalIndex = Int32(row)
    case .discontinued: discontinuedIndex = Int32(row)
    }
    return true
  }
}
