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
    #expect(outcome.output.contains("no warnings, and 1 error in the files that it names"))
    #expect(try check(plans, ["roster.csv": "clinician_id,clinical_fte\nA,1\n"], ["--roster", "roster.csv"]).code == 2)
    #expect(try check(plans).code == 0)
  }
}
