import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// Two ledgers in one pass, and which release and policy rows credit a line.
@Suite struct `A ledger` {
  @Test func `follows its own policy`() throws {
    let outcome = try Practice([
      LogLine("49505", "50", place: "22"), LogLine("44140", "AS", date: "2025-10-07", place: "21"),
    ])
    .run()
    let clinician = try outcome.clinician("C-1")
    #expect(clinician["work_rvu_unadjusted"] == "30.55")
    #expect(clinician["work_rvu_pay"] == "30.55")
    // 7.96 x 1.5 + 22.59 x 0.136.
    #expect(clinician["work_rvu_benchmark"] == "15.01224")
  }

  @Test func `may be ranked for pay and plain for the benchmark`() throws {
    var practice = Practice([LogLine("10061"), LogLine("12018")])
    practice.pay = "survey-comparable"
    practice.benchmark = "unadjusted"
    let clinician = try practice.run().clinician("C-1")
    // 2.45 + 3.61 / 2, and 2.45 + 3.61.
    #expect(clinician["work_rvu_pay"] == "4.255")
    #expect(clinician["work_rvu_benchmark"] == "6.06")
    #expect(clinician["work_rvu_unadjusted"] == "6.06")
  }

  @Test func `values each line by the release of its day, and tells where another stands in`() throws {
    let outcome = try Practice([
      LogLine("44310", date: "2025-12-31"), LogLine("44310", date: "2026-01-01"), LogLine("44310", date: "2025-07-01"),
    ]).run()
    let records = outcome.records("credits")
    #expect(records.map { $0["release"] } == ["2025D", "2026A", "2025D"])
    #expect(records.map { $0["work_rvu"] } == ["17.59", "17.15", "17.59"])
    // July to September 2025 has no release on board: the nearest later one of the year stands in.
    #expect(outcome.findings(.releaseSubstituted).map(\.count) == [1])
  }

  @Test func `frozen by the job values every line by one release`() throws {
    var practice = Practice([LogLine("99214", date: "2025-12-31"), LogLine("99214", date: "2026-01-01")])
    practice.fees = "fees: {vintage: frozen 2020A}"
    let outcome = try practice.run()
    for record in outcome.records("credits") {
      #expect(record["release"] == "2020A")
      #expect(record["benchmark_release"] == "2020A")
      #expect(record["work_rvu"] == "1.5")
    }
    #expect(outcome.findings(.releaseSubstituted).isEmpty)
  }

  @Test func `frozen by its policy leaves the other ledger alone`() throws {
    var practice = Practice([LogLine("99214")])
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: The values of 2020
      vintage: frozen 2020A
      statuses: {credited: [A]}
      multipleProcedures: none

      """
    let clinician = try practice.run().clinician("C-1")
    #expect(clinician["work_rvu_pay"] == "1.5")
    #expect(clinician["work_rvu_benchmark"] == "1.92")
  }

  @Test func `takes a policy's rows from their first day to their last`() throws {
    var practice = Practice(
      ["2025-10-31", "2025-11-01", "2025-11-30", "2025-12-01"].map { LogLine("99213", "52", date: $0) })
    practice.pay = "own.yaml"
    practice.policies["own.yaml"] = """
      policy: own
      title: A month at half
      statuses: {credited: [A]}
      modifiers:
        - {modifiers: [52], slot: reduced, factor: 0.5, from: 2025-11-01, through: 2025-11-30, citation: invented}
      multipleProcedures: none

      """
    #expect(try practice.run().records("credits").map { $0["pay_credit"] } == ["1.3", "0.65", "0.65", "1.3"])
  }

  @Test func `without patients credits each line in full, and says so`() throws {
    let outcome = try Practice([LogLine("10061", patient: ""), LogLine("12018", patient: "")]).run()
    #expect(try outcome.clinician("C-1")["work_rvu_benchmark"] == "6.06")
    #expect(try outcome.clinician("C-1")["encounters"] == "")
    #expect(outcome.findings(.noPatient).map(\.count) == [2])
  }

  @Test func `without a place ranks as in a facility, and says so`() throws {
    // Outside a facility 10061 comes first (6.44 to 5.21), inside too (5.56 to 5.21); 11042 and 17000 change places:
    // 3.87 to 2.05 outside, 1.82 to 1.66 inside. 11102 and 17000: 2.96 to 2.05 outside, 1.12 to 1.66 inside.
    func benchmark(_ place: String) throws -> (String?, Int) {
      let outcome = try Practice([LogLine("11102", place: place), LogLine("17000", place: place)]).run()
      return (try outcome.clinician("C-1")["work_rvu_benchmark"], outcome.findings(.blankPlace).count)
    }
    #expect(try benchmark("11") == ("0.965", 0))  // 0.66 + 0.61 / 2
    #expect(try benchmark("22") == ("0.94", 0))  // 0.61 + 0.66 / 2
    #expect(try benchmark("") == ("0.94", 1))
  }

  @Test func `flags the sixth procedure of a session and later ones`() throws {
    let five = (0..<5).map { LogLine("17110", id: "L\($0)") }
    #expect(try Practice(five).run().findings(.policyAssumption).isEmpty)
    let six = try Practice(five + [LogLine("17110", id: "L5")]).run().findings(.policyAssumption)
    #expect(six.map(\.count) == [1])
    #expect(six.first?.message.contains("6th") == true)
    #expect(six.allSatisfy { $0.hint?.isEmpty == false }, "each says what to do")
    #expect(try Practice([LogLine("17110", units: "6")]).run().findings(.policyAssumption).count == 1)
  }

  @Test(arguments: [("1", 0), ("2", 0), ("3", 1), ("0.5", 1), ("-2", 0)])
  func `credits both sides once, and flags units other than one and two`(units: String, flags: Int) throws {
    let outcome = try Practice([LogLine("49505", "50", units: units, place: "22")]).run()
    #expect(outcome.records("credits").first?["benchmark_credit"] == (units.hasPrefix("-") ? "-11.94" : "11.94"))
    #expect(outcome.findings(.policyAssumption).count == flags)
  }

  @Test func `takes two units of an ordinary code as two`() throws {
    let record = try #require(try Practice([LogLine("97110", units: "2")]).run().records("credits").first)
    #expect(record["pay_credit"] == "0.9")
    #expect(record["benchmark_credit"] == "0.9")
  }
}

@Suite struct `A clinician's figures` {
  @Test func `follow the roster's specialty on the day, and the nearest outside employment`() throws {
    var practice = Practice([
      LogLine("99213", id: "A", date: "2025-10-06"), LogLine("99214", id: "B", date: "2025-12-01"),
      LogLine("99215", id: "C", date: "2026-02-10"),
    ])
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,start,end
      C-1,Ada,Alpha,1,2020-01-01,2025-10-31
      C-1,Ada,Beta,1,2025-11-01,2026-01-31

      """
    let outcome = try practice.run()
    let rows = outcome.records("clinicians")
    #expect(rows.map { $0["specialty"] } == ["Alpha", "Beta"])
    // 2.80 of 2025D is 2.79 in 2026A: only the sum over both lines is asked for here.
    #expect(rows.map { $0["lines"] } == ["1", "2"])
    #expect(outcome.findings(.outsideEmployment).map(\.count) == [1])
  }

  @Test func `of somebody who is not in the roster are credited and not compared`() throws {
    let outcome = try Practice([LogLine("99213", clinician: "C-9"), LogLine("99214")]).run()
    let stranger = try outcome.clinician("C-9")
    #expect(stranger["work_rvu_benchmark"] == "1.3")
    for column in ["clinical_fte", "work_rvu_per_fte", "annualized_work_rvu_per_fte", "percentile", "peer_rank"] {
      #expect(stranger[column] == "", "\(column)")
    }
    #expect(outcome.findings(.unknownClinician).map(\.count) == [1])
  }

  @Test func `without a roster are at 1.0 and say so`() throws {
    var practice = Practice([LogLine("99213")])
    practice.roster = nil
    let outcome = try practice.run()
    let clinician = try outcome.clinician("C-1")
    #expect(clinician["clinical_fte"] == "")
    #expect(clinician["work_rvu_per_fte"] == "1.3")
    // 243 days of 1 July to 28 February, against the 365 of 2025: 1.3 x 365 / 243.
    #expect(clinician["annualized_work_rvu_per_fte"] == "1.952675")
    #expect(outcome.findings(.noRoster).count == 1)
  }

  @Test func `are placed, ranked and rounded as the statistics say`() throws {
    // A year, so that the days of the year are those of the period.
    var practice = Practice([
      LogLine("99213", clinician: "C-1", units: "100"), LogLine("99213", clinician: "C-2", units: "100"),
      LogLine("99213", clinician: "C-3", units: "1000"), LogLine("99213", clinician: "C-4", units: "1"),
    ])
    practice.period = "2025-01-01..2025-12-31"
    practice.roster = """
      clinician_id,name,specialty,clinical_fte,start,end
      C-1,Ada,Alpha,1,2020-01-01,
      C-2,Ben,Alpha,1,2020-01-01,
      C-3,Cleo,Alpha,0.3333,2020-01-01,
      C-4,Dov,Beta,1,2025-10-04,

      """
    let outcome = try practice.run()
    let ada = try outcome.clinician("C-1")
    // 130 lies between 50 and 200: 25 + 80 / 150 x 25 = 38.333333.
    #expect(ada["percentile"] == "38.333333")
    #expect(ada["times_median"] == "0.65")
    #expect(ada["peer_rank"] == "2")
    #expect(ada["peer_percentile"] == "33.333333")
    #expect(try outcome.clinician("C-2")["peer_rank"] == "2")
    let cleo = try outcome.clinician("C-3")
    // 1,300 / 0.3333 = 3,900.39003900...
    #expect(cleo["annualized_work_rvu_per_fte"] == "3900.390039")
    #expect(cleo["percentile"] == ">90")
    #expect(cleo["peer_rank"] == "1")
    #expect(cleo["peer_count"] == "3")
    #expect(cleo["peer_percentile"] == "83.333333")
    // 89 days say too little.
    let dov = try outcome.clinician("C-4")
    #expect(dov["annualized_work_rvu_per_fte"] == "")
    #expect(dov["percentile"] == "")
    #expect(dov["work_rvu_per_fte"] == "1.3")
    #expect(outcome.findings(.shortPeriod).count == 1)
  }

  @Test func `on a plateau of the survey are its middle, flagged`() throws {
    var practice = Practice([LogLine("99213", clinician: "C-4", units: "100"), LogLine("99024", clinician: "C-4")])
    practice.period = "2025-01-01..2025-12-31"
    practice.roster = "clinician_id,name,specialty,clinical_fte,start,end\nC-4,Dov,Beta,0.65,2020-01-01,\n"
    let outcome = try practice.run()
    // 130 / 0.65 = 200, the 50th and the 75th.
    #expect(try outcome.clinician("C-4")["percentile"] == "62.5")
    #expect(outcome.findings(.plateau).count == 1)
    #expect(outcome.findings(.lowFTE).count == 1)
  }

  @Test func `have no rank where too few others are ranked`() throws {
    var practice = Practice(["C-1", "C-2", "C-3"].map { LogLine("99213", clinician: $0) })
    #expect(try practice.run().clinician("C-1")["peer_rank"] != "")
    practice.minimumPeers = 3
    let outcome = try practice.run()
    #expect(try outcome.clinician("C-1")["peer_rank"] == "")
    #expect(outcome.records("specialties").allSatisfy { $0["p50"] == "" && $0["mean"] == "" })
  }
}
