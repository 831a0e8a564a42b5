import Testing

@testable import MedicareFees

/// Every indicator column is a closed list: its texts are read, given back, and nothing else is taken.
@Suite struct IndicatorTests {
  private func check<Indicator: PublishedIndicator>(_ type: Indicator.Type, _ texts: [String]) {
    #expect(Indicator.allCases.map(\.published) == texts)
    for (indicator, text) in zip(Indicator.allCases, texts) { #expect(Indicator(published: text) == indicator) }
    for text in ["", " ", "8x", "AA", "+", "00", "0000", texts[0] + " ", "\u{e9}"] where !texts.contains(text) {
      #expect(Indicator(published: text) == nil, "\(text) is no \(type)")
    }
  }

  @Test func `the status letters are those of the record layout`() {
    check(StatusCode.self, ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "M", "N", "P", "R", "T", "X"])
    #expect(StatusCode(published: "a") == nil)
  }

  @Test(arguments: StatusCode.allCases)
  func `only A R and T rows are paid from their RVUs`(status: StatusCode) {
    #expect(status.isPaidFromRVUs == ["A", "R", "T"].contains(status.published))
  }

  @Test func `the policy indicators are those of the record layout`() {
    check(MultipleProcedureIndicator.self, ["0", "1", "2", "3", "4", "5", "6", "7", "9"])
    check(BilateralIndicator.self, ["0", "1", "2", "3", "9"])
    check(AssistantIndicator.self, ["0", "1", "2", "9"])
    check(CoSurgeonIndicator.self, ["0", "1", "2", "9"])
    check(TeamIndicator.self, ["0", "1", "2", "9"])
    check(ComponentIndicator.self, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
    check(GlobalPeriod.self, ["000", "010", "090", "MMM", "XXX", "YYY", "ZZZ"])
    check(
      RowSource.self, ["file-2026A", "values-2026+indicators-2025D", "row-2025D-zero-work", "values-only"])
  }

  @Test func `only the numbered global periods have days`() {
    #expect(GlobalPeriod.allCases.map(\.days) == [0, 10, 90, nil, nil, nil, nil])
  }

  @Test(arguments: MultipleProcedureIndicator.allCases)
  func `indicators 1 2 and 3 are ranked`(indicator: MultipleProcedureIndicator) {
    #expect(indicator.isRanked == [1, 2, 3].contains(indicator.rawValue))
  }

  @Test(arguments: ComponentIndicator.allCases)
  func `indicators 0 2 and 4 refuse modifier 26`(indicator: ComponentIndicator) {
    #expect(indicator.refusesProfessionalComponent == [0, 2, 4].contains(indicator.rawValue))
  }

  @Test func `a mark is one to three printable characters`() {
    for text in ["0", "09", "6A", "ABC"] { #expect(PublishedMark(text)?.description == text) }
    for text in ["", "ABCD", "a b", "a,b", "\"", "\u{1}"] { #expect(PublishedMark(text) == nil) }
  }

  @Test func `RVUs are written with two decimals`() {
    #expect(RVU(hundredths: 2897).description == "28.97")
    #expect((RVU(hundredths: 5) - RVU(hundredths: 105)).description == "-1.00")
    #expect(RVU(hundredths: 1) < RVU(hundredths: 2))
  }
}
