import Foundation
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

@Suite struct `Public-use files by provider and service` {
  private func read(_ text: String, name: String = "file.csv") throws -> PublicUseFile {
    let folder = try TemporaryFolder()
    return try PublicUseFile.read(try folder.write(name, text))
  }

  @Test(arguments: [
    "Rndrng_NPI,Rndrng_Prvdr_Type,HCPCS_Cd,Tot_Srvcs", "npi,provider_type,hcpcs_code,line_srvc_cnt",
    "npi,provider_specialty,service_billing_code,num_of_services",
  ])
  func `three layouts are known by their headers`(header: String) throws {
    let file = try read("\(header)\n1000000001,Urology,52000,12\n1000000002,Urology,52000,3\n")
    let code = try #require(ProcedureCode("52000"))
    let rows = try #require(file.rows[code])
    #expect(rows == [CodeUsage.Row(specialty: "Urology", units: Units(15), lines: nil, clinicians: 2)])
    #expect(file.counted == 2)
  }

  @Test func `fractions of eleven places are rounded once`() throws {
    let file = try read("npi,provider_type,hcpcs_code,line_srvc_cnt\n1,Urology,52000,12.34565000000\n")
    #expect(file.rows.values.first?.first?.units == Units(tenThousandths: 123_457))
  }

  @Test func `clinicians are counted only where their numbers rise`() throws {
    let file = try read(
      "npi,provider_type,hcpcs_code,line_srvc_cnt\n2,Urology,52000,1\n1,Urology,52000,1\n2,Urology,52000,1\n")
    #expect(file.rows.values.first?.first?.clinicians == nil)
    #expect(file.rows.values.first?.first?.units == Units(3))
  }

  @Test func `a row that cannot be understood is counted as such`() throws {
    let file = try read(
      "npi,provider_type,hcpcs_code,line_srvc_cnt\n1,Urology,52000,x\n1,,52000,1\n1,Urology,52000,1\n")
    #expect(file.counted == 1)
    #expect(file.notUnderstood == 2)
  }

  @Test func `another header is refused, with what is expected`() {
    #expect(throws: InputFailure.self) { try self.read("code,price\n99213,90\n") }
  }

  @Test(arguments: [
    ("by_provider_and_service_2021_mohs.csv", 2021), ("MUP_PHY_R23_P05_V10_D21_Prov_Svc.csv", 2021), ("file.csv", nil),
  ])
  func `a file's name tells the year`(name: String, year: Int?) {
    #expect(PublicUseFile.year(inName: name) == year)
  }
}
