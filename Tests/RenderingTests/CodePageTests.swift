import MedicareFees
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

struct CodePageTests {
  private func text(_ page: CodePage, _ format: CodePageFormat) throws -> String {
    String(
      decoding: try renderCodePage(page, as: format, version: "1"),
      as: UTF8.self)
  }

  private func full() throws -> CodePage {
    try CodePageFixture.page(
      note: CodePageFixture.note, history: CodePageFixture.history, usage: CodePageFixture.usage,
      locality: CodePageFixture.localities.localities.first)
  }

  // MARK: The model

  @Test func `the key figures are the work, the payment, the standing and the global period`() throws {
    let figures = try full().keyFigures
    #expect(figures.map(\.label).prefix(2) == ["Work RVU", "Medicare pays"])
    #expect(figures.map(\.value.text).contains("17.15"))
    #expect(figures.map(\.value.text).contains("$967.62"))
    #expect(figures.map(\.value.text).contains("90 days"))
    #expect(figures.count { $0.isLeading } == 1)
  }

  @Test func `work RVUs times the conversion factor is said not to be the payment`() throws {
    let remarks = try full().paymentRemarks.joined(separator: " ")
    #expect(remarks.contains("17.15 x $33.4009 is $572.83, the part of the $967.62"))
  }

  @Test func `the least and the most paid localities are found and named`() throws {
    let localities = try #require(try full().localities)
    #expect(LocalityWording.name(of: localities.lowest.locality) == "Nebraska")
    // (17.15 + 7.97 x 0.9 + 3.85 x 0.3) x 33.4009
    #expect(localities.amount(localities.lowest) == Money(cents: 85_099))
    #expect(localities.rows.count == 2)
    #expect(localities.rows[0].amounts[0] == nil, "outside a facility it is NA")
  }

  @Test func `a change by the year's adjustment is told as such`() throws {
    let history = try #require(try full().history)
    #expect(history.sentence.contains("17.59 in 2025A and is 17.15 in 2026A (-2.5 %)"))
    #expect(history.sentence.contains("adjustment"))
  }

  @Test func `answers give exact amounts`() throws {
    let answers = Dictionary(
      try full().questions.map { ($0.question, $0.answer) }, uniquingKeysWith: { first, _ in first })
    #expect(
      answers["Is an assistant at surgery paid with 44310?"]?.contains("$154.82; 85 % of that is $131.60") == true)
    #expect(answers["Can two surgeons be paid for 44310?"]?.contains("$604.76") == true)
    #expect(answers["What is 44310 worth with modifier 50?"]?.hasPrefix("$967.62 in a facility.") == true)
  }

  @Test(arguments: [
    (BilateralIndicator.noIncrease, "$967.62"), (.halfMore, "$1,451.43"), (.valuedAsBilateral, "$967.62"),
    (.eachSideInFull, "$1,935.24"),
  ])
  func `modifier 50 is worth what the indicator says`(indicator: BilateralIndicator, amount: String) throws {
    var row = CodePageFixture.surgery()
    row.bilateral = indicator
    let answer = try CodePageFixture.page(row).questions.first { $0.question.contains("modifier 50") }?.answer
    #expect(answer?.hasPrefix("\(amount) in a facility") == true)
  }

  @Test func `a code without a payment says why, and asks nothing that it cannot answer`() throws {
    let row = FeeRow(
      code: "44238", status: .contractorPriced, componentIndicator: .physicianService, globalPeriod: .contractorDecides,
      multipleProcedure: .standard, bilateral: .halfMore, assistant: .payable, coSurgeon: .notPermitted,
      team: .notPermitted)
    let page = try CodePageFixture.page(row)
    #expect(!page.hasValues)
    #expect(page.comparisons.isEmpty)
    #expect(page.localities == nil)
    #expect(page.questions.contains { $0.question.hasPrefix("Why does the fee schedule show no payment") })
    #expect(!page.questions.contains { $0.question.contains("modifier 50") || $0.answer.contains("$0.00") })
    for format in CodePageFormat.allCases where format != .json {
      let text = try text(page, format)
      #expect(!text.contains("0.00"), "\(format) shows rows of zeros")
      #expect(!text.contains("Description") && !text.contains("DESCRIPTION"))
    }
  }

  @Test func `a setting in which a code is never done has neither a total nor a payment`() throws {
    let row = CodePageFixture.surgery()
    let schedule = try FeeSchedule(info: CodePageFixture.release, rows: [row])
    let facts = try #require(CodeFacts(row.code, in: schedule))
    var context = CodePage.Context()
    context.settings = [.nonfacility]
    let page = CodePage(facts, context)
    #expect(page.keyFigures.map(\.value.text).prefix(2) == ["17.15", "NA"])
    for format in CodePageFormat.allCases { #expect(!(try text(page, format)).contains("28.97"), "\(format)") }
  }

  // MARK: The forms

  @Test func `the HTML is well formed, with ordered ids, and fetches nothing`() throws {
    let text = try text(try full(), .html)
    let check = try MarkupCheck(text)
    #expect(check.problems == [])
    #expect(check.elements.count { $0 == "h1" } == 1)
    #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("@import") && !text.contains("url("))
    #expect(!check.elements.contains("script"), "a page needs no script")
    #expect(check.elements.count { $0 == "svg" } == 4)
    for name in ["href", "src"] {
      for attribute in check.attributes where attribute.name == name { #expect(attribute.value.hasPrefix("#")) }
    }
    for attribute in check.attributes where attribute.name.hasPrefix("aria-labelledby") {
      for id in attribute.value.split(separator: " ") { #expect(check.ids.contains(String(id))) }
    }
  }

  @Test(arguments: CodePageFormat.allCases)
  func `a hostile descriptor stays text`(format: CodePageFormat) throws {
    let hostile = "</title><script>alert(1)</script> | **b** \u{1B}[31m \"q\" \u{202E}"
    let text = try text(try CodePageFixture.page(descriptor: hostile), format)
    #expect(!text.contains("\u{1B}"))
    switch format {
    case .html:
      #expect(!text.contains("<script"))
      #expect(try MarkupCheck(text).problems == [])
    case .markdown: #expect(!text.contains("<script") || text.contains("\\<script"))
    case .text: #expect(!text.contains("\u{202E}"))
    case .json: #expect(text.contains("\\\"q\\\""))
    }
  }

  @Test(arguments: CodePageFormat.allCases)
  func `every form has the figures, the caution and the same bytes again`(format: CodePageFormat) throws {
    let first = try text(try full(), format)
    #expect(first == (try text(try full(), format)))
    for words in ["17.15", "28.97", "967.62", "invented"] { #expect(first.contains(words), "\(format) lacks \(words)") }
  }

  @Test func `lines of the text are no wider than a terminal`() throws {
    for line in try text(try full(), .text).split(separator: "\n") { #expect(line.count <= 96, "\(line)") }
  }

  // MARK: Many pages

  @Test func `pages, lists and index of a book lead to each other, and to nothing else`() throws {
    let page = try full()
    let other = try CodePageFixture.page(CodePageFixture.surgery("27488", work: 1716))
    let book = try CodeBook(
      codes: ["44310", "27488"], release: CodePageFixture.release, localities: CodePageFixture.localities, version: "1")
    let files = [page, other].map(book.file(of:)) + book.lists(of: [page, other].map(CodeEntry.init))
    let paths = Set(files.map(\.path))
    #expect(paths == ["code/44310.html", "code/27488.html", "index.html", "category/surgery.html"])
    for file in files {
      let check = try MarkupCheck(String(decoding: file.bytes, as: UTF8.self))
      #expect(check.problems == [], "\(file.path)")
      let folder = file.path.split(separator: "/").dropLast().map(String.init)
      for link in check.attributes where link.name == "href" && !link.value.hasPrefix("#") {
        var parts = folder
        for step in link.value.prefix(while: { $0 != "#" }).split(separator: "/") {
          if step == ".." { parts.removeLast() } else { parts.append(String(step)) }
        }
        #expect(paths.contains(parts.joined(separator: "/")), "\(file.path) leads to \(link.value)")
      }
    }
  }

  @Test func `the data of the index cannot end their element`() throws {
    let page = try CodePageFixture.page(descriptor: "a</script><b>")
    let book = try CodeBook(codes: ["44310"], release: CodePageFixture.release, localities: nil, version: "1")
    let index = try #require(book.lists(of: [CodeEntry(page)]).first { $0.path == "index.html" })
    let text = String(decoding: index.bytes, as: UTF8.self)
    #expect(text.contains("a\\u003c/script>\\u003cb>"))
    #expect(try MarkupCheck(text).problems == [])
  }
}
