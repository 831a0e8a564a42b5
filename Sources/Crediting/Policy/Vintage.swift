/// Which fee schedule release values a line.
public enum Vintage: Hashable, Sendable {
  /// The release in effect on the day of service.
  case serviceDate
  /// The release in effect on the day on which the line was posted; on the day of service where it names none.
  case postDate
  /// The release of the year whose data the job's survey holds, so that a placement is like for like.
  case survey
  /// One release for every line, as contracts often freeze a year's values.
  case frozen(release: String)
}

extension Vintage {
  /// Reads a vintage as job, policy and plan files write it; nil for any other text.
  public init?(_ text: String) {
    for vintage in [Vintage.serviceDate, .postDate, .survey] where text == vintage.description {
      self = vintage
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == "frozen" else { return nil }
    self = .frozen(release: String(words[1]))
  }
}

extension Vintage: CustomStringConvertible {
  /// `service-date` or `frozen 2021A`, as job and policy files write it.
  public var description: String {
    switch self {
    case .serviceDate: "service-date"
    case .postDate: "post-date"
    case .survey: "survey"
    case .frozen(let release): "frozen \(release)"
    }
  }
}
