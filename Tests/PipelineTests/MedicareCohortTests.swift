import Benchmarking
import Ingest
import ProductivityModel
import TestSupport
import Testing

@testable import Pipeline

/// Invented people and numbers of services in the layouts of CMS's file; the codes' work is that of release 2025D: 99213 has
/// 1.30, 99214 has 1.92, 44310 has 17.59, 36415 none.
@Suite struct `Distributions from CMS's file` {
  private static let current = """
    Rndrng_NPI,Rndrng_Prvdr_Last_Org_Name,Rndrng_Prvdr_Ent_Cd,Rndrng_Prvdr_St1,Rndrng_Prvdr_Type,HCPCS_Cd,HCPCS_Drug_Ind,Place_Of_Srvc,Tot_Benes,Tot_Srvcs
    1000000001,Invented,I,"1 Main St, Suite 2",Urology,99213,N,O,20,100
    1000000002,Invented,I,1 Main St,Urology,99213,N,O,20,10
    1000000001,Invented,I,"1 Main St, Suite 2",Urology,99214,N,F,20,50
    1000000003,Invented,I,1 Main St,Urology,99214,N,O,20,20
    1000000001,Invented,I,1 Main St,Urology,99214,N,O,20,5
    1000000004,Invented Laboratory,O,"2 Main St, ""B"" wing",Clinical Laboratory,99213,N,O,20,9000
    1000000001,Invented,I,1 Main St,Urology,J1040,Y,O,20,77
    1000000001,Invented,I,1 Main St,Urology,36415,N,O,20,40
    1000000002,Invented,I,1 Main St,Urology,99999,N,O,20,3
    1000000002,Invented,I,1 Main St,Urology,9921,N,O,20,3
    1000000002,Invented,I,1 Main St,Urology,99213,N,O,20,none
    1000000005,Invented,I,1 Main St,Neurology,44310,N,F,20,11

    """

  private func run(
    _ text: String, name: String = "MUP_D25.csv", minimumServices: Int = 0, year: Int? = nil, profiles: Bool = false
  ) throws -> MedicareCohortRun.Outcome {
    let folder = try TemporaryFolder()
    let library = try FeeLibrary(dataFolder: PackageRoot.path("benchmarks-data"))
    return try MedicareCohortRun.execute(
      try folder.write(name, text), release: "2025D", library: library, minimumServices: minimumServices,
      method: CohortMethod(percents: [50], suppression: CellSuppression(minimum: 3)),
      naming: CohortRun.Naming(dataYear: year), withProfiles: profiles)
  }

  private func rows(_ result: CohortResult) -> [CohortPart.Kind: Int] {
    Dictionary(uniqueKeysWithValues: result.account.filter { $0.rows > 0 }.map { ($0.kind, $0.rows) })
  }

  /// 100 x 1.30 + 55 x 1.92 = 235.6; 10 x 1.30 = 13; 20 x 1.92 = 38.4: the median is 38.4 and the mean 287 / 3.
  @Test func `sum each person's services by the work of the release, with every row accounted for`() throws {
    let result = try run(Self.current).result
    let urology = try #require(result.cohort.distributions.first)
    #expect(result.cohort.distributions.count == 1)
    #expect(urology.key.specialty == "Urology")
    #expect(urology.people == 3)
    #expect(urology.mean == 95_666_667)
    #expect(urology.quantiles.map(\.millionths) == [38_400_000])
    #expect(
      rows(result) == [
        .used: 5, .withoutWork: 1, .notInRelease: 1, .drug: 1, .organisation: 1, .notUnderstood: 2,
      ])
    // The twelfth row is of the one hidden group, whose rows are not told.
    #expect(result.rows == 11 && result.untold?.contains("of the group that is not shown") == true)
    #expect(
      result.title
        == .init(survey: MedicareCohortRun.standardName, year: 2025, dataYear: 2025, metric: .medicareWorkRVU))
    #expect(result.caution.contains("Medicare fee-for-service only"))
    #expect(result.caution.contains("not a full-productivity benchmark"))
    #expect(result.findings.map(\.problem).contains(.malformedCode))
    #expect(result.findings.first { $0.problem == .notANumber }?.position?.line == 12)
  }

  @Test func `are the same in any order of the rows`() throws {
    var lines = Self.current.split(separator: "\n")
    let header = lines.removeFirst()
    let expected = try run(Self.current, profiles: true)
    var random = SplitMix64(seed: 80)
    for _ in 0..<5 {
      let text = ([header] + lines.shuffled(using: &random)).joined(separator: "\n") + "\n"
      let outcome = try run(text, profiles: true)
      #expect(outcome.result.csv == expected.result.csv, "seed 80")
      #expect(outcome.profiles == expected.profiles, "seed 80")
      #expect(rows(outcome.result) == rows(expected.result), "seed 80")
    }
  }

  @Test func `leave out people with few services where that is asked for`() throws {
    let text = Self.current.replacing(
      "1000000002,Invented,I,1 Main St,Urology,99213,N,O,20,10",
      with: "1000000002,Invented,I,1 Main St,Urology,99213,N,O,20,19")
    #expect(try run(text, minimumServices: 19).result.cohort.distributions.first?.people == 3)
    let fewer = try run(text, minimumServices: 20).result
    #expect(fewer.cohort.distributions.isEmpty)
    #expect(rows(fewer)[.fewServices] == 2)
    #expect(fewer.rows == 7 && fewer.untold != nil)
  }

  @Test func `have profiles of the codes that enough people gave`() throws {
    var text = Self.current
    text += "1000000003,Invented,I,1 Main St,Urology,99213,N,O,20,7\n"
    let outcome = try run(text, profiles: true)
    let profiles = try #require(outcome.profiles)
    #expect(
      String(decoding: profiles, as: UTF8.self) == """
        source,year,specialty,code,clinicians,services
        CMS Medicare by provider and service,2025,Urology,99213,3,117

        """)
    // 99214, which two gave, and 44310, which one gave.
    #expect(outcome.hiddenProfiles == 2)
  }

  @Test(arguments: [
    "npi,provider_type,hcpcs_code,line_srvc_cnt", "npi,provider_specialty,service_billing_code,num_of_services",
  ])
  func `come from older layouts, which tell less`(header: String) throws {
    let text =
      "\(header)\n2,Urology,99213,10.0\n1,Urology,99213,100\n1,Urology,99214,55.00000000000\n3,Urology,99214,20\n4,Urology,J1040,9\n"
    let result = try run(text, name: "older.csv", year: 2012).result
    #expect(result.cohort.distributions.first?.mean == 95_666_667)
    #expect(rows(result) == [.used: 4, .notInRelease: 1])
    #expect(result.remarks.contains { $0.contains("does not tell organisations from people") })
    #expect(throws: InputFailure.self) { try run(text, name: "older.csv") }
  }

  @Test func `need a row with work`() {
    let header = "npi,provider_type,hcpcs_code,line_srvc_cnt\n"
    #expect(throws: InputFailure.self) { try run(header + "1,Urology,36415,5\n", year: 2025) }
    #expect(throws: InputFailure.self) { try run("code,price\n", year: 2025) }
  }
}
