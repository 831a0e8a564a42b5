import ProductivityModel

/// Joins the specialty names of rosters and surveys: exactly, or by a reviewed table of synonyms, and never by a guess.
///
/// Names are the same where they differ in case and blanks only. Punctuation counts: surveys tell "Cardiology: Invasive" from
/// "Cardiology: Noninvasive" by what stands after the colon.
public struct SpecialtyNames: Hashable, Sendable {
  /// A name and the name by which it is meant.
  public struct Synonym: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The name that stands for it and its other synonyms.
    public var canonical: String

    /// A synonym.
    public init(_ name: String, for canonical: String) {
      self.name = name
      self.canonical = canonical
    }
  }

  /// What became of a name.
  public enum Match: Hashable, Sendable {
    /// The same name, in the other's spelling.
    case exact(String)
    /// A name that the table of synonyms says means the same, in the other's spelling.
    case synonym(of: String)
    /// No name, or several by the table of which none goes before the others; the suggestions are the likeliest, best first.
    case none(suggestions: [String])

    /// The name that was found; nil where none was.
    public var name: String? {
      switch self {
      case .exact(let name), .synonym(of: let name): name
      case .none: nil
      }
    }
  }

  /// The most suggestions.
  public static let mostSuggestions = 5

  /// The canonical name of each name by one's own table, and by the reviewed one.
  private let own: [String: String]
  private let reviewed: [String: String]

  /// Names with their synonyms.
  ///
  /// - Parameters:
  ///   - reviewed: the synonyms of the reference data.
  ///   - own: the user's, which go before them: what a name means by them is then looked for among the reviewed ones.
  public init(reviewed: [Synonym] = [], own: [Synonym] = []) {
    func table(_ synonyms: [Synonym]) -> [String: String] {
      Dictionary(
        synonyms.map { (Self.normalized($0.name), Self.normalized($0.canonical)) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    self.own = table(own)
    self.reviewed = table(reviewed)
  }

  /// Finds a name among others, or what it may be that was meant.
  ///
  /// - Complexity: O(n) in the names; O(n x m) in their letters where none is found.
  public func match(_ name: String, among names: [String]) -> Match {
    find(name, among: names) ?? .none(suggestions: suggestions(Self.normalized(name), names))
  }

  /// Finds a name among others; nil where none is the same or means the same.
  ///
  /// - Complexity: O(n) in the names.
  func find(_ name: String, among names: [String]) -> Match? {
    let wanted = Self.normalized(name)
    if let same = names.first(where: { Self.normalized($0) == wanted }) { return .exact(same) }
    let meant = canonical(wanted)
    var found: [String: String] = [:]
    for other in names where canonical(Self.normalized(other)) == meant {
      let key = Self.normalized(other)
      if found[key] == nil { found[key] = other }
    }
    if found.count == 1, let only = found.values.first { return .synonym(of: only) }
    return found.isEmpty ? nil : .none(suggestions: Array(found.values.sorted().prefix(Self.mostSuggestions)))
  }

  /// The name in small letters with single blanks.
  public static func normalized(_ name: String) -> String {
    ofASCII(name) ?? name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same of a name of ASCII alone, as almost all are; nil of any other.
  private static func ofASCII(_ name: String) -> String? {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      case 0x09...0x0D, 0x20: if let last = letters.last, last != 0x20 { letters.append(0x20) }
      case 0..<0x80: letters.append(byte)
      default: return nil
      }
    }
    if letters.last == 0x20 { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }

  /// What a name stands for: the same, as ``normalized(_:)`` has it, of names that the tables say mean the same.
  public func meaning(of name: String) -> String { canonical(Self.normalized(name)) }

  private func canonical(_ name: String) -> String {
    let meant = own[name] ?? name
    return reviewed[meant] ?? meant
  }

  /// The names that share most words with the wanted one, those with fewest words of their own first; then the nearest in
  /// spelling.
  private func suggestions(_ wanted: String, _ names: [String]) -> [String] {
    let common: Set<Substring> = ["and", "of", "the", "other"]
    let usual: Set<Substring> = common.union(["general", "medicine", "surgery"])
    // Words that half of all specialties have tell little, unless there is no other.
    let rare = Self.words(wanted).subtracting(usual)
    let words = rare.isEmpty ? Self.words(wanted).subtracting(common) : rare
    var unique: [String: String] = [:]
    for name in names where unique[Self.normalized(name)] == nil { unique[Self.normalized(name)] = name }
    let ranked = unique.values.map { name in
      let own = Self.words(Self.normalized(name))
      return (name: name, shared: own.intersection(words).count, others: own.subtracting(words).count)
    }.filter { $0.shared > 0 }
    var result = ranked.sorted { ($1.shared, $0.others, $0.name) < ($0.shared, $1.others, $1.name) }.map(\.name)
    if let nearest = SpellingSuggestion.nearest(to: wanted, in: unique.values.sorted()) {
      result.removeAll { $0 == nearest }
      result.insert(nearest, at: 0)
    }
    return Array(result.prefix(Self.mostSuggestions))
  }

  private static func words(_ name: String) -> Set<Substring> { Set(name.split { !$0.isLetter }) }
}
