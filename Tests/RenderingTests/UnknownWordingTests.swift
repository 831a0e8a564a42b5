import Benchmarking
import ProductivityModel
import Testing

@testable import Reporting

@Suite struct `What figures cannot tell` {
  /// C002 of the fixture: 0.8 clinical FTE, with a placement and peers, changed as a case needs.
  private static func sentences(_ change: (inout ClinicianResult) -> Void = { _ in }) throws -> [String] {
    let results = PracticeFixture.results()
    var clinician = try #require(results.clinicians.first { $0.id == "C002" })
    clinician.annualizedPerFTE = clinician.perFTE
    clinician.period = results.period
    clinician.days = 365
    change(&clinician)
    return UnknownWording.sentences(for: clinician, in: results)
  }

  @Test func `is nothing for a whole year within the published points`() throws {
    #expect(try Self.sentences { $0.placement = Placement(position: .at(71.2), timesMedian: 1.3) } == [])
  }

  @Test(arguments: [
    (Placement.Position.above(90), "How far above the 90th percentile"),
    (.below(10), "How far below the 10th percentile"), (.ratioOnly, "publishes fewer than two points"),
  ])
  func `is how far beyond the published points`(position: Placement.Position, words: String) throws {
    let sentences = try Self.sentences { $0.placement = Placement(position: position, timesMedian: 1.468) }
    #expect(sentences.count == 1)
    #expect(sentences.first?.contains(words) == true)
    #expect(sentences.first?.contains("1.47x the median") == (position != .ratioOnly))
  }

  @Test func `is anyone's whole work, beside a survey of Medicare's alone`() throws {
    let sentences = try Self.sentences {
      $0.placement = Placement(position: .at(71.2), timesMedian: 1.3)
      $0.surveyRow?.metric = .medicareWorkRVU
    }
    #expect(sentences.count == 1)
    #expect(sentences.first?.contains("The percentile is not one of productivity.") == true)
  }

  @Test func `is a year, of one who has too few days`() throws {
    let sentences = try Self.sentences {
      $0.annualizedPerFTE = nil
      $0.placement = nil
      $0.days = 60
      $0.gap = .shortPeriod(days: 60)
    }
    #expect(sentences == ["What a year would come to: 60 days are too few to tell."])
  }

  @Test func `is whether a pace would hold at full time and for a year, and whether there was a ramp`() throws {
    let sentences = try Self.sentences {
      $0.clinicalFTEMillionths = 500_000
      $0.annualizedPerFTE = $0.perFTE.map { $0 + WorkRVU(hundredths: 100) }
      $0.days = 120
      $0.period =
        DayRange(PracticeFixture.range("2026-06-03", "2026-09-30").first, through: $0.period.last) ?? $0.period
    }
    #expect(
      sentences.prefix(3) == [
        "Whether the rest of a year is like the 120 days counted: the figure takes it that it is, by days.",
        "Whether the time from June 3, 2026 on was a ramp: the roster gives none, so every day counts.",
        "Whether the pace would hold at full time: the figure is 2.00x what was done at 0.50 clinical FTE.",
      ])
  }

  @Test func `is each specialty of a split role`() throws {
    let sentences = try Self.sentences { clinician in
      clinician.split =
        RoleSplit(
          ["A", "B"].map { specialty in
            RosterInterval(
              clinicianID: "C002", name: "", specialty: specialty, clinicalFTEMillionths: 400_000,
              start: PracticeFixture.range("2020-01-01", "2020-01-01").first, end: nil,
              position: SourcePosition(file: "roster.csv"))
          }, in: clinician.period)?.parts ?? []
      clinician.peers = nil
    }
    #expect(sentences.contains { $0.hasPrefix("How the clinician stands within each specialty") })
    #expect(!sentences.contains { $0.hasPrefix("The rank") })
  }

  @Test func `is much about a few peers`() throws {
    let sentences = try Self.sentences { $0.peerInterval = 8.3...75 }
    #expect(sentences.contains { $0.contains("anywhere from 8.3 to 75.0") })
    #expect(try Self.sentences { $0.peerInterval = 40...75 }.allSatisfy { !$0.contains("anywhere") })
  }
}
