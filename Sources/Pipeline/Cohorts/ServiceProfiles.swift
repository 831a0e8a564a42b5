import ProductivityModel

/// How many people of each specialty gave a code, and how many services, where rows come in any order.
///
/// - Complexity: O(pairs of a person and a code) memory, 8 bytes each, and 8 bytes a specialty and code.
struct ServiceProfiles {
  /// A specialty's use of a code.
  struct Row {
    /// The number of the specialty.
    var specialty: Int32
    /// The number of the code.
    var code: Int
    /// How many people gave it.
    var people: Int
    /// Ten-thousandths of services.
    var services: Int64
  }

  private let codes: Int
  /// A person, its specialty's number aside, and a code each; sorted up to ``sorted``.
  private var pairs: [UInt64] = []
  private var sorted = 0
  private var services: [Int64] = []
  private var specialties: [Int32] = []

  /// Profiles over so many codes.
  init(codes: Int) { self.codes = codes }

  /// Adds a row of a person.
  mutating func add(person: Int, specialty: Int32, code: Int, _ units: Units) {
    while specialties.count <= person { specialties.append(specialty) }
    specialties[person] = specialty
    let missing = (Int(specialty) + 1) * codes - services.count
    if missing > 0 { services.append(contentsOf: repeatElement(0, count: missing)) }
    services[Int(specialty) * codes + code] += units.tenThousandths
    // A person has several rows of a code, one a kind of place, mostly one after the other.
    let pair = UInt64(person) << 32 | UInt64(code)
    if pairs.last == pair { return }
    pairs.append(pair)
    if pairs.count > 2 * sorted + 4_000_000 { settle() }
  }

  /// Brings pairs into order, each once.
  private mutating func settle() {
    pairs.sort()
    var kept = 0
    for index in pairs.indices where index == 0 || pairs[index] != pairs[kept - 1] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
    sorted = kept
  }

  /// The use of every code by every specialty that gave it, by specialty and code.
  mutating func rows() -> [Row] {
    settle()
    var people = [Int32](repeating: 0, count: services.count)
    for pair in pairs {
      people[Int(specialties[Int(pair >> 32)]) * codes + Int(pair & 0xFFFF_FFFF)] += 1
    }
    return people.indices.filter { people[$0] > 0 }.map { place in
      Row(
        specialty: Int32(place / codes), code: place % codes, people: Int(people[place]), services: services[place])
    }
  }
}
