import Benchmarking
import Reporting
import Testing

struct PlacementWordingTests {
  @Test(arguments: [
    (0, "0th"), (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
    (14, "14th"), (20, "20th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (76, "76th"), (99, "99th"), (100, "100th"),
    (101, "101st"), (111, "111th"), (112, "112th"), (113, "113th"), (121, "121st"), (1_011, "1011th"),
  ])
  func `an ordinal has the ending that is said`(number: Int, text: String) {
    #expect(PlacementWording.ordinal(number) == text)
  }

  @Test(arguments: [
    (Placement.Position.at(76.24), 1.4264, "76th percentile, 1.4x median"),
    (.at(89.6), 1.85, "89th percentile, 1.9x median"),
    (.at(89.999), 1.0, "89th percentile, 1.0x median"),
    (.at(75.999_999_999_9), 1.0, "76th percentile, 1.0x median"),
    (.at(21), 0.25, "21st percentile, 0.3x median"),
    (.at(11.9), 0.04, "11th percentile, under 0.05x median"),
    (.below(10), 0.349, "below the 10th percentile, 0.3x median"),
    (.above(90), 2.1001, "above the 90th percentile, 2.1x median"),
    (.above(99), 12.96, "above the 99th percentile, 13.0x median"),
    (.ratioOnly, 1.25, "1.3x median"),
  ])
  func `a headline floors the percentile and rounds the ratio once`(
    position: Placement.Position, ratio: Double, text: String
  ) {
    #expect(PlacementWording.headline(Placement(position: position, timesMedian: ratio)) == text)
  }

  @Test func `a headline without a median says the percentile alone`() {
    #expect(PlacementWording.headline(Placement(position: .at(42.5), timesMedian: nil)) == "42nd percentile")
    #expect(PlacementWording.headline(Placement(position: .ratioOnly, timesMedian: nil)) == "no percentile")
  }

  @Test(arguments: [
    (Placement.Position.at(71.679), "71.7"), (.at(25), "25.0"), (.at(89.96), "89.9"), (.at(89.94), "89.9"),
    (.at(9.97), "9.9"), (.below(10), "<10"), (.below(25), "<25"), (.above(90), ">90"), (.ratioOnly, "n/a"),
  ])
  func `a table gives one decimal and never the next whole percent`(position: Placement.Position, text: String) {
    #expect(PlacementWording.cell(position) == text)
  }

  @Test func `a table never says a higher whole percent than the headline`() {
    for step in 0...10_000 {
      let percentile = Double(step) / 100
      let cell = PlacementWording.cell(percentile)
      let headline = PlacementWording.statement(Placement(position: .at(percentile), timesMedian: nil))
      #expect(headline.hasPrefix(String(cell.prefix { $0 != "." })), "\(percentile): \(cell) against \(headline)")
    }
  }

  @Test func `the published example stands where it is said to stand`() {
    let points = [(25, 5_015), (50, 5_996), (75, 8_307), (90, 11_284)].map {
      SurveyPoint(percent: $0.0, millionths: Int64($0.1) * 1_000_000)
    }
    func headline(_ value: Int64) -> String {
      PlacementWording.headline(Placement(ofMillionths: value * 1_000_000, among: points))
    }
    #expect(headline(8_000) == "71st percentile, 1.3x median")
    #expect(headline(8_553) == "76th percentile, 1.4x median")
    #expect(headline(5_015) == "25th percentile, 0.8x median")
    #expect(headline(5_014) == "below the 25th percentile, 0.8x median")
    #expect(headline(12_592) == "above the 90th percentile, 2.1x median")
  }
}
