import Benchmarking

extension Job {
  /// How clinicians are ranked among their peers: the job's key `peers`.
  public struct Peers: Hashable, Sendable {
    /// Which of equal values count as below.
    public var kind = PercentileRank.Kind.mean
    /// The percent of the interval of a percentile; nil for none.
    public var confidence: Int? = 95
  }
}

extension JobFile {
  /// Reads the key `peers`.
  static func peers(_ node: SettingsNode?) throws(InputFailure) -> Job.Peers {
    guard let node else { return Job.Peers() }
    let entries = try node.entries(allowing: ["percentile", "interval"], in: "peers")
    var peers = Job.Peers()
    if let kind = entries["percentile"] {
      peers.kind = try kind.choice(of: PercentileRank.Kind.self, "a kind of percentile rank")
    }
    if let interval = entries["interval"] {
      peers.confidence = try interval.isNone() ? nil : interval.integer()
      if let confidence = peers.confidence, !(50...99).contains(confidence) {
        throw interval.failure("\(confidence) is not between 50 and 99", hint: "write 95, or none")
      }
    }
    return peers
  }
}
