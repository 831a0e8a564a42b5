/// Which fee schedule release values a line.
public enum Vintage: Hashable, Sendable {
  /// The release in effect on the day of service.
  case serviceDate
  /// One release for every line, as contracts often freeze a year's values.
  case frozen(release: String)
}

extension Vintage: CustomStringConvertible {
  /// `service-date` or `frozen 2021A`, as job and policy files write it.
  public var description: String {
    switch self {
    case .serviceDate: "service-date"
    case .frozen(let release): "frozen \(release)"
    }
  }
}
