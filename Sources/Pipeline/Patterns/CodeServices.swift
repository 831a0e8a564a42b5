/// A clinician's services of each code, in little memory: a practice has thousands of clinicians with hundreds of codes each.
struct CodeServices: Sendable {
  private var numbers: [Int32] = []
  private var units: [Int32] = []
  /// The codes that have services on days that do not count, or of a ramp, and those of more services than the shorter numbers hold:
  /// few clinicians have any.
  private var apart: [RoleServices.Code] = []

  /// No services.
  init() {}

  /// The services of some codes, in the order of their numbers, each once.
  init(_ codes: [CodeSums.Sum]) {
    numbers = codes.map(\.code)
    units = codes.map { Int32(truncatingIfNeeded: $0.units) }
    apart = codes.filter { $0.uncounted != 0 || $0.ramp != 0 || Int32(exactly: $0.units) == nil }
      .map { RoleServices.Code(code: $0.code, units: $0.units, uncounted: $0.uncounted, ramp: $0.ramp) }
  }

  /// The places of the codes.
  var indices: Range<Int> { numbers.indices }

  /// The number of the code at a place.
  func number(at place: Int) -> Int32 { numbers[place] }

  /// The services of the code at a place.
  subscript(place: Int) -> RoleServices.Code {
    let code = numbers[place]
    let whole = RoleServices.Code(code: code, units: Int64(units[place]), uncounted: 0, ramp: 0)
    return apart.isEmpty ? whole : apart.first { $0.code == code } ?? whole
  }

  /// The services of a code; nil without a line of it.
  ///
  /// - Complexity: O(log n).
  func of(_ number: Int32) -> RoleServices.Code? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? self[low] : nil
  }
}
