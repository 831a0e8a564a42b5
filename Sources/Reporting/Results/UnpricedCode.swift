import ProductivityModel

/// A code that earned nothing because it has no price.
public struct UnpricedCode: Hashable, Sendable {
  /// The code; where its text has not the published form, what kind of text it is.
  public var code: String
  /// The release in which it was looked for.
  public var release: String
  /// Why: `not in the release`, `contractor-priced`, `unlisted` and the like.
  public var reason: String
  /// The nearest code of the release, where one is near.
  public var nearest: String?
  /// How many lines.
  public var lines: Int
  /// Their services.
  public var units: Units
  /// What they were charged.
  public var charge: Money
  /// The first of them.
  public var first: SourcePosition
  /// What the release of the day of service says, where another release values the lines: its name and the code's work.
  public var onServiceDate: (release: String, work: WorkRVU)? {
    get { serviceDateRelease.flatMap { release in serviceDateWork.map { (release, $0) } } }
    set { (serviceDateRelease, serviceDateWork) = (newValue?.release, newValue?.work) }
  }
  private var serviceDateRelease: String?
  private var serviceDateWork: WorkRVU?

  /// A code without a price.
  public init(
    code: String, release: String, reason: String, nearest: String?, lines: Int, units: Units, charge: Money,
    first: SourcePosition
  ) {
    self.code = code
    self.release = release
    self.reason = reason
    self.nearest = nearest
    self.lines = lines
    self.units = units
    self.charge = charge
    self.first = first
  }
}
