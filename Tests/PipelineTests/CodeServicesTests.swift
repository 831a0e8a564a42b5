import Testing

@testable import Pipeline

/// Services of codes come back as they were put in, however many, and of whatever days.
@Suite struct CodeServicesTests {
  private static let codes = [
    CodeSums.Sum(code: 2, lines: 1, units: 10_000),
    CodeSums.Sum(code: 3, lines: 4, units: 80_000, uncounted: 30_000, ramp: 10_000),
    CodeSums.Sum(code: 7, lines: 1, units: Int64(Int32.max)),
    CodeSums.Sum(code: 8, lines: 1, units: Int64(Int32.max) + 1),
    CodeSums.Sum(code: 9, lines: 2, units: Int64(Int32.min) - 1),
    CodeSums.Sum(code: 40, lines: 9, units: 9_000_000_000_000_000),
    CodeSums.Sum(code: 41, lines: 1, units: -10_000),
    CodeSums.Sum(code: 42, lines: 1, units: 15_000),
    CodeSums.Sum(code: 43, lines: 7, units: 655_350_000),
    CodeSums.Sum(code: 44, lines: 7, units: 655_360_000),
    CodeSums.Sum(code: 65_535, lines: 1, units: 20_000),
    CodeSums.Sum(code: 65_536, lines: 1, units: 20_000),
  ]

  @Test(arguments: codes) func `a code's services are those of its sum`(sum: CodeSums.Sum) throws {
    let services = CodeServices(Self.codes)
    let found = try #require(services.of(sum.code))
    #expect((found.units, found.uncounted, found.ramp) == (sum.units, sum.uncounted, sum.ramp))
  }

  @Test func `all codes are there once, and no others`() {
    let services = CodeServices(Self.codes)
    let all = services.indices.map { (code: services.number(at: $0), units: services[$0].units) }.sorted {
      $0.code < $1.code
    }
    #expect(all.map(\.code) == Self.codes.map(\.code) && all.map(\.units) == Self.codes.map(\.units))
    #expect([1, 4, 45, 65_537, 65_538].allSatisfy { services.of($0) == nil })
  }
}
