import Crediting
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct `Policy assignments are read` {
  private func read(
    _ text: String
  ) throws -> (assignments: PolicyAssignments, input: (path: String, size: UInt64, sha256: String)) {
    let scratch = try TemporaryFolder()
    return try PolicyAssignmentReader.read(scratch.write("policies.csv", text), shownAs: "policies.csv")
  }

  private func failure(_ text: String) throws -> InputFailure {
    try #require(#expect(throws: InputFailure.self) { _ = try read(text) })
  }

  @Test func `with their subject, days and place, in the order of the file`() throws {
    let text = """
      END,policy, start ,plan,clinician_id
      2026-06-30,unadjusted,2026-01-01,,C1
      ,ours/contract-2026.yaml,2026-07-01,,C1
      ,flat-factors,,Base and bonus,

      ,unadjusted,,,

      """
    let (assignments, input) = try read(text)
    #expect(
      assignments.rows.map(\.subject) == [.clinician("C1"), .clinician("C1"), .plan("Base and bonus"), .everyone])
    #expect(
      assignments.rows.map(\.policy) == ["unadjusted", "ours/contract-2026.yaml", "flat-factors", "unadjusted"])
    #expect(assignments.rows.map(\.days.start?.description) == ["2026-01-01", "2026-07-01", nil, nil])
    #expect(assignments.rows.map(\.days.end?.description) == ["2026-06-30", nil, nil, nil])
    #expect(
      assignments.rows.map(\.position.description)
        == ["policies.csv:2", "policies.csv:3", "policies.csv:4", "policies.csv:6"])
    #expect(input.path == "policies.csv" && Int(input.size) == text.utf8.count)
    let scratch = try TemporaryFolder()
    #expect(try input.sha256 == FileSource.digest(scratch.write("same.csv", text)).sha256)
  }

  @Test(arguments: ["unadjusted", "own_2026", "A1", "own.yaml", "../policies/own.yml", "Our contract (2026).yaml"])
  func `with a policy that is a name or a path`(policy: String) throws {
    #expect(try read("policy\n\(policy)\n").assignments.rows.map(\.policy) == [policy])
  }

  @Test(arguments: [
    ("C1,,a,,2026-03-31", "C1,,b,2026-04-01,"), ("C1,,a,,", "C2,,b,,"), ("C1,,a,,", ",C1,b,,"), (",P,a,,", ",,b,,"),
    ("C1,,a,,2026-03-31", "C1,,a,2026-05-01,2026-05-01"),
  ])
  func `where rows of one subject share no day`(first: String, second: String) throws {
    for rows in ["\(first)\n\(second)\n", "\(second)\n\(first)\n"] {
      #expect(try read("clinician_id,plan,policy,start,end\n\(rows)").assignments.rows.count == 2)
    }
  }

  @Test(arguments: [
    ("C1,,a,,", "C1,,b,▸2026-04-01,", "the same clinician"),
    ("C1,,a,,2026-03-31", "C1,,b,▸2026-03-31,", "the same clinician"),
    ("C1,,a,2026-04-01,", "C1,,b,▸,2026-04-01", "the same clinician"),
    ("C1,,a,2026-04-01,2026-04-01", "C1,,a,▸,", "the same clinician"),
    (",P,a,,2026-03-31", ",P,b,▸2026-01-01,2026-01-02", "the same plan"), (",,a,,", ",,b,▸,", "everyone"),
  ])
  func `not where they share one, and both lines are told`(first: String, second: String, whom: String) throws {
    let marked = MarkedText("clinician_id,plan,policy,start,end\nC0,,a,,\n\(first)\nC9,,a,,\n\(second)\n")
    let failure = try failure(marked.text)
    #expect(
      failure.description == """
        policies.csv:\(marked.place): error: the row holds on days on which line 3 holds for \(whom)
        hint: end one row before the next starts
        """)
    #expect(marked.line == 5 && !failure.isUsage)
  }

  @Test(arguments: [
    ("C1,▸P,a,,", "the row names both a clinician and a plan"),
    ("C1,,▸,,", "policy is blank"),
    ("C1,,▸own.yaml.csv,,", "policy is neither a built-in policy's name nor the path of a .yaml file"),
    ("C1,,▸.yaml,,", "policy is neither a built-in policy's name nor the path of a .yaml file"),
    ("C1,,▸survey comparable,,", "policy is neither a built-in policy's name nor the path of a .yaml file"),
    ("C1,,a,▸1/1/2026,", "start holds \"1/1/2026\", which is not a day"),
    ("C1,,a,▸Jane Doe,", "start holds a text of 8 characters, which is not a day"),
    ("C1,,a,,▸2026-02-29", "end holds \"2026-02-29\", which is not a day"),
    ("C1,,a,2026-03-01,▸2026-02-28", "the row ends (2026-02-28) before it starts (2026-03-01)"),
  ])
  func `not where a row is wrong, which is told with its place and a remedy`(row: String, message: String) throws {
    let marked = MarkedText("clinician_id,plan,policy,start,end\nC0,,a,,\n\(row)\n")
    let failure = try failure(marked.text)
    #expect(failure.message == message)
    #expect(failure.position.description == "policies.csv:\(marked.place)")
    #expect(failure.hint != nil && !failure.isUsage)
  }

  @Test(arguments: [
    ("clinician", "is it clinician_id? Rename it"), ("clinicain_id", "is it clinician_id? Rename it"),
    ("start_date", "is it start? Rename it"), ("plans", "is it plan? Rename it"),
    ("notes", "take it out; the columns are clinician_id, plan, policy, start, end"),
    ("share", "take it out; the columns are clinician_id, plan, policy, start, end"),
  ])
  func `not with a column that is not known, which is told with a suggestion`(header: String, hint: String) throws {
    let failure = try failure("policy,\(header)\na,\n")
    #expect(failure.description == "policies.csv:1: error: the column \"\(header)\" is not read\nhint: \(hint)")
  }

  @Test func `not with a value under a blank header, and the value is not shown`() throws {
    let marked = MarkedText("clinician_id,policy,,end\nC1,a,,\nC2,a,▸2026-01-01,\n")
    let failure = try failure(marked.text)
    #expect(failure.message == "the value is in a column without a header" && failure.hint != nil)
    #expect(failure.position.description == "policies.csv:\(marked.place)")
    #expect(try read("clinician_id,policy,,\nC1,a,,\n").assignments.rows.count == 1)
  }

  @Test(arguments: [
    ("", "is empty"), ("clinician_id,plan\n", "the column policy is missing"), ("policy\n", "has no rows"),
    ("policy,Policy\na,b\n", "the column policy is there twice"),
    ("policy,start\na\n", "the record has 1 fields and the header 2"),
  ])
  func `not from a file without what is needed`(text: String, message: String) throws {
    let failure = try failure(text)
    #expect(failure.message == message && failure.position.file == "policies.csv")
  }

  @Test func `as its page in the schemas shows it`() throws {
    let page = try SchemaPage("policy-assignments")
    #expect(
      try read(page.example).assignments.rows.map(\.subject)
        == [.clinician("C-1001"), .plan("Base and bonus"), .everyone])
    #expect(page.columns == ["clinician_id", "plan", "policy", "start", "end"])
  }
}
