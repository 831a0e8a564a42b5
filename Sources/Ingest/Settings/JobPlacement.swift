extension Job {
  /// Which rows of the surveys a clinician is placed in: the job's key `placement`.
  public struct Placement: Hashable, Sendable {
    /// Which region's rows are used.
    public enum Region: Hashable, Sendable {
      /// The nation's, or a row without a region.
      case national
      /// Each clinician's own, as the roster gives it; the nation's where there is none.
      case roster
      /// One region for everyone.
      case named(String)
    }

    /// What becomes of several surveys with a row for a specialty.
    public enum Combining: String, CaseIterable, Sendable {
      /// The survey with the latest data alone.
      case latest
      /// All of them, blended.
      case blend
    }

    /// Which region's rows are used.
    public var region = Region.national
    /// The kind of provider whose rows are used; nil for physicians of no special office.
    public var providerType: String?
    /// What becomes of several surveys.
    public var combining = Combining.latest
  }
}

extension JobFile {
  /// Reads the key `placement`.
  static func placement(_ node: SettingsNode?) throws(InputFailure) -> Job.Placement {
    guard let node else { return Job.Placement() }
    let entries = try node.entries(allowing: ["region", "providerType", "surveys"], in: "placement")
    var placement = Job.Placement()
    if let region = try entries["region"]?.text() {
      placement.region =
        switch region.lowercased() {
        case "national": .national
        case "roster": .roster
        default: .named(region)
        }
    }
    placement.providerType = try entries["providerType"]?.text()
    if let choice = entries["surveys"] {
      placement.combining = try choice.choice(of: Job.Placement.Combining.self, "a way to use several surveys")
    }
    return placement
  }
}
