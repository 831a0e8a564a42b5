/// The payment localities of a release, found by contractor and number.
public struct LocalityTable: Sendable {
  /// All localities, by contractor, then number.
  public let localities: [Locality]
  private let indices: [LocalityKey: Int]

  /// A table; of localities with the same key the first is kept, and a reader makes sure that there is but one.
  public init(_ localities: [Locality]) {
    self.localities = localities.sorted { $0.key < $1.key }
    indices = Dictionary(
      zip(self.localities.map(\.key), self.localities.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The locality of a key; nil where the release has none.
  ///
  /// - Complexity: O(1).
  public subscript(key: LocalityKey) -> Locality? { indices[key].map { localities[$0] } }

  /// The position of a locality in ``localities``: a small number by which tables of one's own can be kept.
  public func index(of key: LocalityKey) -> Int? { indices[key] }
}
