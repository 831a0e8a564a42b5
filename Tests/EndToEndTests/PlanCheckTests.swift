import TestSupport
import Testing

/// `rvubench plan check` as a practice manager uses it.
@Suite struct PlanCheckTests {
  private func check(_ plans: String, _ files: [String: String] = [:], _ options: [String] = []) throws
    -> BuiltProgram.Outcome
  {
    let scratch = try TemporaryFolder()
    try scratch.write("plans.yaml", plans)
    for (name, text) in files { try scratch.write(name, text) }
    return try BuiltProgram.run(["plan", "check", "plans.yaml"] + options, in: scratch.path)
  }

  private static let least = """
    plans:
      - id: surgery
        effective: 2026
        base: {annual: 300000}
        production: {rate: 50, threshold: from-base}

    """

  @Test func `a plan is told in words, and what the file leaves out as a default`() throws {
    let outcome = try check(Self.least)
    #expect(outcome.code == 0 && outcome.messages.isEmpty)
    for words in [
      "The plan pays from 2026-01-01 to 2026-12-31.\n", "$300,000.00 / $50.00 = 6,000 a year.\n",
      "Each is paid $50.00.\n", "each month, cumulative", "Days of leave count as any other. [default]\n",
      "The measurement year is the calendar year. [default]\n", "There is no cap and no floor. [default]\n",
      "plans.yaml can be used: no warnings\n",
    ] { #expect(outcome.output.contains(words), "\(words): \(outcome.output)") }
    let stated = try check(Self.least + "    leave: count\n    yearStarts: 1\n    measure: {every: month}\n")
    for words in ["as any other.\n", "the calendar year.\n", "were paid.\n"] {
      #expect(stated.output.contains(words), "\(words): \(stated.output)")
    }
  }

  @Test func `all errors are told at once, with exit code 2`() throws {
    let outcome = try check(Self.least + "    leaves: count\n    proration: week\n")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    for words in ["plans.yaml:6:5: error:", "plans.yaml:7:16: error:", "cannot be used: 2 errors"] {
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }
    let missing = try BuiltProgram.run(["plan", "check", "nothing.yaml"])
    #expect(missing.code == 3 && missing.messages.contains("nothing.yaml"))
  }

  @Test func `a policy that is not there is told, and one beside the plans is found`() throws {
    let unknown = try check(Self.least + "    credit: unadjustd\n")
    #expect(unknown.code == 2 && unknown.messages.contains("hint: did you mean unadjusted?"), "\(unknown.messages)")
    #expect(try check(Self.least + "    credit: unadjusted\n").code == 0)
  }

  @Test func `a warning ends with exit code 1 only where strict is asked for`() throws {
    let gap = Self.least + "  - {id: surgery, effective: 2028, production: {rate: 1}}\n"
    #expect(try check(gap).code == 0)
    let strict = try check(gap, [:], ["--strict"])
    #expect(strict.code == 1 && strict.output.contains("[plan-gap]") && strict.output.contains("1 warning"))
  }

  @Test func `with a roster the files that plans name are checked`() throws {
    let plans = Self.least + "    panel: {perMemberPerMonth: 3, source: panel.csv}\n"
    let files = [
      "roster.csv": "clinician_id,clinical_fte\nA,1\n",
      "panel.csv": "clinician_id,month,members\nA,2026-01,9\nB,2026-01,8\n",
    ]
    let outcome = try check(plans, files, ["--roster", "roster.csv"])
    #expect(outcome.code == 1 && outcome.output.contains("panel.csv: 2 rows, 1 row used and 1 left out."))
    #expect(outcome.messages.contains("panel.csv:3:1: error:") && outcome.messages.contains("[unknown-payee]"))
    #expect(outcome.output.contains("no warnings, and 1 error in the roster or the files that it names"))
    #expect(try check(plans, ["roster.csv": "clinician_id,clinical_fte\nA,1\n"], ["--roster", "roster.csv"]).code == 2)
    #expect(try check(plans).code == 0)
  }

  @Test func `with a roster plans and clinicians that are not there are told, as a run tells them`() throws {
    let plans = Self.least + "    stipends: [{name: director, annual: 24000, clinicians: [H-2]}]\n"
    let roster = "clinician_id,clinical_fte,plan\nH-1,1,surgery\nA,1,surgry\nB,1,surgry\n"
    let outcome = try check(plans, ["roster.csv": roster], ["--roster", "roster.csv"])
    #expect(outcome.code == 1)
    for words in [
      "roster.csv:3: error: the roster gives the plan surgry, which the file of plans has not", "did you mean surgery?",
      "(2 times) [unknown-plan]", "the stipend director of the plan surgery is for clinician H-2", "did you mean H-1?",
    ] { #expect(outcome.messages.contains(words), "\(words): \(outcome.messages)") }
    #expect(try check(plans).code == 0)
    let right = "clinician_id,clinical_fte,plan\nH-2,1,surgery\nB,1,\n"
    #expect(try check(plans, ["roster.csv": right], ["--roster", "roster.csv"]).code == 0)
  }

  @Test func `without a roster the files that a run reads are named`() throws {
    let plans =
      Self.least + """
            panel: {perMemberPerMonth: 3, source: panel.csv}
            stipends: [{name: call, per: shift, amount: 1, source: s.csv}, {name: day, per: day, amount: 1, source: s.csv}]

        """
    let words = "A run reads also s.csv and panel.csv. Name the roster with --roster"
    #expect(try check(plans).output.contains(words))
    #expect(try !check(Self.least).output.contains("A run reads also"))
  }

  @Test func `an entry that is measured anew says so in words and in a note`() throws {
    let two = """
      plans:
        - {id: a, effective: 2026-01-01..2026-04-30, production: {rate: 50, threshold: 6000}}
        - {id: a, effective: 2026-05-01..2026-12-31, production: {rate: 52, threshold: 6000}}

      """
    let outcome = try check(two, [:], ["--strict"])
    #expect(outcome.code == 0)
    let sentence =
      "Thresholds, tiers, limits and the year to date start anew on 2026-05-01: this entry and the one that ends on 2026-04-30 have other terms, and each counts its own days.\n"
    #expect(outcome.output.split(separator: sentence, omittingEmptySubsequences: false).count == 2)
    #expect(outcome.output.contains("plans.yaml:3:5: note:") && outcome.output.contains("[plan-restart]"))
  }

  @Test func `an amount alone is told with the key that it is meant for`() throws {
    let cases = [
      ("base: 420000", "{annual: 420000}"), ("production: 52.50", "{rate: 52.50}"), ("withhold: 10%", "{share: 10%}"),
    ]
    for (text, hint) in cases {
      let outcome = try check("plans:\n  - id: a\n    effective: 2026\n    \(text)\n")
      #expect(outcome.code == 2 && outcome.messages.contains("did you mean \(hint)?"), "\(outcome.messages)")
    }
  }
}
