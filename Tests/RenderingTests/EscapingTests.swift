import Mustache
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

struct EscapingTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("O'Brien & \"Sons\"", "O&#39;Brien &amp; &quot;Sons&quot;"),
    // With a combining mark these are single characters that are not equal to a quote or an angle.
    ("\"\u{338}onload=x", "&quot;\u{338}onload=x"), ("<\u{301}b", "&lt;\u{301}b"),
    ("a\u{0}b\u{1B}c", "a\u{FFFD}b\u{FFFD}c"), ("a\r\nb", "a  b"),
    ("abc\u{202E}fdp.exe", "abc\u{FFFD}fdp.exe"), ("Émile 王", "Émile 王"),
  ])
  func `text is harmless in HTML whatever it is made of`(text: String, escaped: String) {
    #expect(HTMLText.escape(text) == escaped)
  }

  @Test(arguments: [
    ("run `rvubench check` first", "run <code>rvubench check</code> first"),
    ("`a` and `b`", "<code>a</code> and <code>b</code>"), ("one ` alone", "one ` alone"),
    ("`a` and ` alone", "<code>a</code> and ` alone"), ("`<b>`", "<code>&lt;b&gt;</code>"),
  ])
  func `what stands between backticks is code`(text: String, markup: String) {
    #expect(HTMLText.sentence(text) == markup)
  }

  @Test(arguments: PageTemplates.sources.map(\.name))
  func `every template asks for the escaping by scalars`(name: String) throws {
    let source = try #require(PageTemplates.sources.first { $0.name == name })
    let text = String(decoding: source.bytes, as: UTF8.self)
    #expect(text.hasPrefix("{{% CONTENT_TYPE:\(ScalarEscaping.name)}}\n"))
  }

  @Test func `a hostile name stays text on every page`() throws {
    let hostile = "\"><img src=x onerror=alert(1)>\"\u{338} onmouseover='x' </script><script>alert(2)//"
    let people = [
      PracticeFixture.Person(id: hostile, name: hostile, specialty: hostile, monthly: 500),
      PracticeFixture.Person(id: "C2", name: "</title><svg onload=x>", specialty: "Gastroenterology", monthly: 700),
    ]
    var results = PracticeFixture.results(people: people)
    results.practice = hostile
    results.cautions = [hostile]
    results.findings = [Finding(.unknownCode, at: SourcePosition(file: hostile, line: 1), hostile, hint: hostile)]
    let files = try renderRun(results, reports: Set(ReportKind.allCases), formats: [.html], version: hostile)
    #expect(files.count == 11)
    let quoteWithMark = "\"" + "\u{338}"
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<img"), "\(file.path)")
      #expect(!text.contains("alert(2)//\n"), "\(file.path)")
      #expect(!text.unicodeScalarsContain(quoteWithMark), "\(file.path)")
      let check = try MarkupCheck(text)
      #expect(check.problems == [] && check.hasPartsWhereOfUse, "\(file.path)")
    }
  }
}

extension String {
  /// Whether the scalars of a text occur in a row, whatever characters they are part of.
  func unicodeScalarsContain(_ text: String) -> Bool {
    let (all, part) = (Array(unicodeScalars), Array(text.unicodeScalars))
    guard all.count >= part.count else { return false }
    return (0...(all.count - part.count)).contains { Array(all[$0..<$0 + part.count]) == part }
  }

  /// How often a text occurs.
  func components(of text: String) -> Int { split(separator: text, omittingEmptySubsequences: false).count - 1 }
}
