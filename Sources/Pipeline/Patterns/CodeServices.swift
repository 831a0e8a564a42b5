/// A clinician's services of each code, in little memory: a practice has thousands of clinicians with hundreds of codes each.
struct CodeServices: Sendable {
  /// The codes of which there are whole services and no more than the shorter numbers hold, all on days that count, as almost all are: by
  /// their numbers.
  private var numbers: [UInt16] = []
  private var services: [UInt16] = []
  /// All others, in the same order.
  private var apart: [RoleServices.Code] = []

  /// No services.
  init() {}

  /// The services of some codes, in the order of their numbers, each once.
  init(_ codes: [CodeSums.Sum]) {
    var few = 0
    for sum in codes where Self.isShort(sum) { few += 1 }
    numbers.reserveCapacity(few)
    services.reserveCapacity(few)
    for sum in codes {
      if Self.isShort(sum) {
        numbers.append(UInt16(truncatingIfNeeded: sum.code))
        services.append(UInt16(truncatingIfNeeded: sum.units / Self.one))
      } else {
        apart.append(
          RoleServices.Code(code: sum.code, units: sum.units, uncounted: sum.uncounted, ramp: sum.ramp))
      }
    }
  }

  /// One service, in ten-thousandths.
  private static let one: Int64 = 10_000

  private static func isShort(_ sum: CodeSums.Sum) -> Bool {
    sum.uncounted == 0 && sum.ramp == 0 && UInt16(exactly: sum.code) != nil
      && sum.units % one == 0 && UInt16(exactly: sum.units / one) != nil
  }

  /// The places of the codes.
  var indices: Range<Int> { 0..<numbers.count + apart.count }

  /// The number of the code at a place.
  func number(at place: Int) -> Int32 {
    place < numbers.count ? Int32(numbers[place]) : apart[place - numbers.count].code
  }

  /// The services of the code at a place.
  subscript(place: Int) -> RoleServices.Code {
    guard place < numbers.count else { return apart[place - numbers.count] }
    return RoleServices.Code(
      code: Int32(numbers[place]), units: Int64(services[place]) * Self.one, uncounted: 0, ramp: 0)
  }

  /// The services of a code; nil without a line of it.
  ///
  /// - Complexity: O(log n).
  func of(_ number: Int32) -> RoleServices.Code? {
    let place = Self.place(of: number, in: numbers.indices) { Int32(numbers[$0]) }
    if let place { return self[place] }
    return Self.place(of: number, in: apart.indices) { apart[$0].code }.map { apart[$0] }
  }

  /// Where a number is among those that ascend by place; nil where it is not.
  private static func place(of number: Int32, in places: Range<Int>, _ at: (Int) -> Int32) -> Int? {
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if at(middle) < number { low = middle + 1 } else { high = middle }
    }
    return low < places.upperBound && at(low) == number ? low : nil
  }
}
