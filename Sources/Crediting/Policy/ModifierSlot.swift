/// Which adjustment a modifier makes; the order of the cases is the order in which they are told.
public enum ModifierSlot: String, CaseIterable, Hashable, Sendable {
  case bilateral
  case extended
  case reduced
  case discontinued
  case splitCare = "split-care"
  case coSurgeon = "co-surgeon"
  case team
  case returnToRoom = "return-to-room"
  case assistant
  case technical
  case repeated
  case several

  /// The role class in which a line with this adjustment ranks, if it is not the surgeon's.
  public var role: RoleClass? {
    switch self {
    case .assistant: .assistant
    case .coSurgeon: .coSurgeon
    case .team: .team
    default: nil
    }
  }
}
