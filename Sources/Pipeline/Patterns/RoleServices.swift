/// What a clinician did in a specialty, by kind: for case mix, levels of visits and modifiers. Only what occurs is kept.
struct RoleServices: Sendable {
  /// The work of a code family, in millionths of the benchmark ledger, before it is attributed to anyone else.
  struct Family: BitwiseCopyable {
    var family: Int16
    var benchmark: Int64
  }

  /// The visits of a code.
  struct Visits: BitwiseCopyable {
    /// The place of its level among all levels of all families.
    var level: Int16
    /// Services, in ten-thousandths.
    var units: Int64
    var benchmark: Int64
  }

  /// The lines on which a modifier means something, and those that carry it.
  struct Modifiers: BitwiseCopyable {
    /// The place of its row among those whose use is told.
    var row: Int16
    var lines: Int64
    var carrying: Int64
  }

  /// The services of a code on lines with work in the benchmark ledger, in ten-thousandths.
  struct Code: BitwiseCopyable {
    var code: Int32
    var units: Int64
    /// Of them those on days of leave or outside employment, and those of a ramp.
    var uncounted: Int64
    var ramp: Int64
  }

  var codes = CodeServices()
  var families: [Family] = []
  var visits: [Visits] = []
  var modifiers: [Modifiers] = []

  /// Lets go of all but the services of codes.
  mutating func keepCodesAlone() { self = RoleServices(codes: codes) }
}
