import FoundationEssentials

/// What time it is: only the command line asks, and only for the record of runs. No figure depends on it.
enum WallClock {
  /// The present moment in universal time: `2026-10-01T02:00:00Z`.
  static func now() -> String { Date().formatted(.iso8601) }

  /// The seconds since 1970.
  static func seconds() -> Int { Int(Date().timeIntervalSince1970) }
}
