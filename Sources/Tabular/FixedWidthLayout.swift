/// Where the fields of a text of fixed width stand in its lines.
public struct FixedWidthLayout: Hashable, Sendable {
  /// A field: its name and its 1-based first and last character, as record layouts are published.
  public struct Field: Hashable, Sendable {
    /// The name of the field.
    public var name: String
    /// Its first character.
    public var first: Int
    /// Its last character.
    public var last: Int

    /// A field from its first to its last character, both included.
    public init(_ name: String, _ first: Int, _ last: Int) {
      self.name = name
      self.first = first
      self.last = last
    }
  }

  /// The length of every record in characters; nil where it may be any.
  public let length: Int?
  /// The fields from left to right.
  public let fields: [Field]
  /// Whether they are all that a record has: then what stands between them must be blank.
  public let isWhole: Bool

  /// A layout.
  ///
  /// - Precondition: the fields stand in order, do not overlap and are within the length.
  public init(length: Int?, fields: [Field], isWhole: Bool = true) {
    var end = 0
    for field in fields {
      precondition(field.first > end && field.last >= field.first && field.last <= length ?? .max, "\(field.name)")
      end = field.last
    }
    self.length = length
    self.fields = fields
    self.isWhole = isWhole
  }
}
