import Benchmarking
import ProductivityModel
import Reporting
import Testing

@testable import Rendering

struct PageTests {
  private static let results = PracticeFixture.results()

  private func render(
    _ results: RunResults = results, _ kinds: Set<ReportKind> = Set(ReportKind.allCases),
    _ formats: Set<ReportFormat> = Set(ReportFormat.allCases)
  ) throws -> [String: String] {
    let files = try renderRun(results, reports: kinds, formats: formats, version: "0.1.0")
    #expect(files.map(\.path) == files.map(\.path).sorted())
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func pages(_ files: [String: String]) -> [(path: String, text: String)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  @Test func `the same results give the same bytes`() throws {
    let once = try renderRun(
      Self.results, reports: Set(ReportKind.allCases), formats: Set(ReportFormat.allCases), version: "1")
    let again = try renderRun(
      PracticeFixture.results(), reports: Set(ReportKind.allCases.reversed()),
      formats: Set(ReportFormat.allCases.reversed()),
      version: "1")
    #expect(once == again)
  }

  @Test func `there is a page for the run, the practice, the data, every specialty and every clinician`() throws {
    let paths = pages(try render()).map(\.path)
    #expect(
      paths == [
        "clinician/c001.html", "clinician/c002.html", "clinician/c003.html", "clinician/c004.html",
        "clinician/c005.html", "clinician/c006.html", "clinician/c007.html", "clinician/c008.html",
        "clinician/c009.html",
        "clinician/c010.html", "clinician/c011.html", "clinician/c012.html", "data-quality.html", "exceptions.html",
        "index.html", "monthly.html", "practice.html",
      ] + (1...12).map { "scorecard/c0\($0 < 10 ? "0" : "")\($0).html" } + [
        "specialty/family-medicine.html", "specialty/gastroenterology.html",
        "specialty/general-surgery.html", "specialty/internal-medicine.html", "specialty/palliative-medicine.html",
      ])
  }

  @Test func `every page is well formed, with one title, ordered headings and ids that are there once`() throws {
    for (path, text) in pages(try render()) {
      let check = try MarkupCheck(text)
      #expect(check.problems == [], "\(path)")
      #expect(check.elements.count { $0 == "h1" } == 1, "\(path)")
      #expect(check.elements.first { $0.hasPrefix("h") && $0.count == 2 } == "h1", "\(path)")
      #expect(text.hasPrefix("<!DOCTYPE html>"), "\(path)")
    }
  }

  @Test func `every link and every reference leads somewhere`() throws {
    let files = try render()
    for (path, text) in pages(files) {
      let check = try MarkupCheck(text)
      let folder = path.split(separator: "/").dropLast()
      for (_, name, value) in check.attributes where name == "href" {
        if value.hasPrefix("#") {
          #expect(check.ids.contains(String(value.dropFirst())), "\(path): \(value)")
          continue
        }
        var place = folder.map(String.init)
        for part in value.split(separator: "/") {
          if part == ".." { place.removeLast() } else { place.append(String(part)) }
        }
        #expect(files[place.joined(separator: "/")] != nil, "\(path): \(value)")
      }
      for (_, name, value) in check.attributes where name == "aria-labelledby" {
        for id in value.split(separator: " ") { #expect(check.ids.contains(String(id)), "\(path): \(id)") }
      }
    }
  }

  @Test func `no page fetches anything`() throws {
    for (path, text) in pages(try render()) {
      let check = try MarkupCheck(text)
      #expect(!check.attributes.contains { ["src", "srcset", "action", "xlink:href"].contains($0.name) }, "\(path)")
      #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url("), "\(path)")
      #expect(!text.contains("@import"), "\(path)")
    }
  }

  @Test func `every page carries the cautions, the policies and the releases`() throws {
    for (path, text) in pages(try render()) {
      #expect(text.contains("is invented for demonstration"), "\(path)")
      #expect(text.contains("Benchmark ledger: survey-comparable"), "\(path)")
      #expect(text.contains("releases 2026A and 2026C"), "\(path)")
      #expect(text.contains("rvubench 0.1.0"), "\(path)")
    }
  }

  @Test func `a clinician's page gives the headline, the figures and the basis`() throws {
    let text = try #require(try render()["clinician/c003.html"])
    #expect(text.contains("<strong>Above the 90th percentile</strong> <span>1.8x median</span>"))
    #expect(text.contains("is above the highest point that Synthetic Productivity Survey 2025 publishes"))
    #expect(text.contains("1 of 6"))
    for sentence in Self.results.clinicians[0].basis { #expect(text.contains("<li>\(sentence)</li>")) }
  }

  @Test func `a clinician of two specialties has one page with both`() throws {
    let text = try #require(try render()["clinician/c011.html"])
    #expect(text.contains(">Internal medicine: standing</h2>"))
    #expect(text.contains(">Palliative medicine: standing</h2>"))
    #expect(text.contains("No row of the survey can be used for Palliative medicine; the data quality page says why."))
  }

  @Test func `what is not shown says why`() throws {
    let files = try render()
    let surgeon = try #require(files["clinician/c008.html"])
    #expect(
      surgeon.contains(
        "a rank is shown only among at least 5 others of the specialty with an annualised figure; here are 2"))
    let specialty = try #require(files["specialty/general-surgery.html"])
    #expect(
      specialty.contains("a distribution is shown only for at least 6 clinicians with an annualised figure; here are 3")
    )
    #expect(!specialty.contains("quantiles of its clinicians"))
    let newcomer = try #require(files["clinician/c007.html"])
    #expect(newcomer.contains("Fewer than 90 days are counted, too few to be annualised."))
    #expect(newcomer.contains("<strong>Not placed</strong>"))
    let unknown = try #require(files["clinician/c012.html"])
    #expect(
      unknown.contains("<dd class=\"value missing\">n/a</dd><dd class=\"detail\">some lines have no patient</dd>"))
  }

  @Test func `the data quality page adds up and says so`() throws {
    let text = try #require(try render()["data-quality.html"])
    #expect(text.contains("Checked: in each of 2 files the fates add up to the records read"))
    for fate in [
      "Rejected", "Duplicate", "Superseded", "Voided", "Held", "Out of period", "Excluded", "Unpriced", "Zero-valued",
      "Credited",
    ] {
      #expect(text.contains("<th scope=\"row\">\(fate)</th>"), "\(fate)")
    }
    #expect(text.contains("the multiple endoscopy rule"))
    #expect(text.contains("<code>rvubench fees import</code>"))
  }

  @Test func `rows that are no records are told beside the control totals`() throws {
    var results = PracticeFixture.results()
    let words = "1,200 rows of the files are no records and in none of these numbers"
    #expect(try #require(try render(results)["data-quality.html"]).contains(words) == false)
    results.controlTotals[1].otherRows = 1_200
    #expect(try #require(try render(results)["data-quality.html"]).contains(words))
  }

  @Test func `fates that do not add up are told as a fault`() throws {
    var results = PracticeFixture.results()
    results.controlTotals[1].records += 1
    let files = try render(results)
    #expect(
      try #require(files["data-quality.html"]).contains("do not add up to the records read; in logs/2026-q2-q3.csv"))
    #expect(try #require(files["index.html"]).contains("This is a fault of the program"))
    #expect(!(try #require(files["practice.html"]).contains("the fates add up to the records read.")))
  }

  @Test func `only the reports that are asked for are made, and nothing links to the others`() throws {
    let files = try render(Self.results, [.practice], [.html])
    #expect(files.keys.sorted() == ["index.html", "practice.html"])
    for (path, text) in pages(files) {
      #expect(
        !text.contains("clinician/") && !text.contains("specialty/") && !text.contains("href=\"data-quality"), "\(path)"
      )
    }
  }

  @Test func `a run without records, clinicians or findings still gives pages`() throws {
    var results = PracticeFixture.results(people: [])
    results.controlTotals = []
    results.findings = []
    results.unpricedCodes = []
    results.releases = []
    results.inputs = []
    let files = try render(results)
    #expect(
      pages(files).map(\.path) == [
        "data-quality.html", "exceptions.html", "index.html", "monthly.html", "practice.html",
      ])
    for (path, text) in pages(files) { #expect(try MarkupCheck(text).problems == [], "\(path)") }
    #expect(try #require(files["index.html"]).contains("No records were read."))
    #expect(try #require(files["data-quality.html"]).contains("Nothing was found."))
  }

  @Test func `a long list of findings of one problem is cut on the page and counted`() throws {
    var results = PracticeFixture.results()
    results.findings = (1...20).map {
      Finding(
        .unknownModifier, at: SourcePosition(file: "log.csv", line: $0), "modifier \($0) is not in the policy",
        count: $0)
    }
    let text = try #require(try render(results)["data-quality.html"])
    #expect(text.contains("modifier 12 is not in the policy") || text.contains("Modifier 12 is not in the policy"))
    #expect(!text.contains("odifier 13 is not in the policy"))
    #expect(text.contains("8 more of this kind, in data/findings.csv"))
  }

  @Test func `findings that say the same of several files are one row with the sum of their counts`() throws {
    var results = PracticeFixture.results()
    results.findings = (1...5).map {
      Finding(.repeatedLine, at: SourcePosition(file: "log-\($0).csv", line: 9), "lines are there again", count: $0)
    }
    let files = try render(results)
    let text = try #require(files["data-quality.html"])
    #expect(text.components(of: ">Lines are there again<") == 1)
    #expect(text.contains("log-1.csv:9</span> <small>and in 4 other places</small></td><td class=\"number\">15</td>"))
    #expect(try #require(files["data/findings.csv"]).components(of: "lines are there again") == 5)
  }

  @Test func `data files that others write are listed on the index`() throws {
    let files = try renderRun(
      Self.results, reports: [], formats: [.html], version: "1", otherDataFiles: ["data/credits.csv"])
    #expect(String(decoding: try #require(files.first).bytes, as: UTF8.self).contains("href=\"data/credits.csv\""))
  }

  @Test func `footnotes are lettered and shared`() {
    #expect((0..<28).map(TableHTML.letter).joined(separator: " ").hasSuffix("x y z aa ab"))
    let table = ReportTable(
      "t", columns: [.words("a"), .numbers("b")],
      rows: [["x", "y", "x"].map { Cell(.notAvailable($0)) }, [Cell(.notAvailable("y"))]])
    var html = Markup()
    var tableHTML = TableHTML(table, id: "t") { _ in nil }
    tableHTML.add(to: &html)
    let markup = html.string
    #expect(markup.components(of: "<li id=") == 2)
    #expect(markup.components(of: "href=\"#t-note-2\"") == 2)
  }

  @Test func `a summary in plain text names the headline, the figures and the basis`() throws {
    let clinician = try #require(Self.results.clinicians.first { $0.id == "C001" })
    let summary = ClinicianSummary(of: clinician, in: Self.results)
    #expect(summary.headline == "57th percentile, 1.1x median")
    #expect(summary.lines.first == "Adaeze Okafor, Gastroenterology")
    #expect(summary.figures.map(\.label).contains("Rank in this practice"))
    #expect(summary.lines.suffix(Self.results.cautions.count) == Self.results.cautions.map { "- " + $0 }[...])
    let unknown = try #require(Self.results.clinicians.first { $0.id == "C012" })
    #expect(ClinicianSummary(of: unknown, in: Self.results).headline == "not placed: clinical FTE is not known")
  }
}
