/// Whose part in a procedure a line is; several procedures are ranked within a role.
public enum RoleClass: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case surgeon
  case assistant
  case coSurgeon
  case team
}
