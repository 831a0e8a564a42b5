import Ingest
import ProductivityModel
import Tabular

/// Settings files, read as every kind of file that they may be; what a column map comes to is used at once.
enum SettingsEntry {
  private static let log = Array(
    """
    clinician_id,service_date,code,patient_id,units
    C-1,2026-03-04,99214,Q7XZ-40Q7XZ-81,1
    C-2,03/04/2026,99213-25,904417735118,

    """.utf8)

  private static let survey = Array(
    """
    specialty,geographic_region,variable,n_incumbents,n_orgs,p25,p50,tcc_p50,wrvu_p25,wrvu_p50
    Urology,National,Work RVUs,212,31,6100,7450,"$470,500",6100,*
    Neurology,West,TCC,9,12,7450,6100,(1),,ISD

    """.utf8)

  static func check(_ bytes: [UInt8], _ violations: inout Violations) {
    told(&violations) { _ in _ = try SettingsNode.read(bytes, file: "file.yaml") }
    told(&violations) { _ in
      _ = try JobFile.read(bytes, path: "job.yaml", sha256: "", reportKinds: ["practice"], formats: ["csv", "html"])
    }
    told(&violations) { _ in _ = try CreditPolicyFile.read(bytes, file: "policy.yaml") }
    told(&violations) { violations in
      let plans = try PlanFile.read(bytes, file: "plans.yaml")
      violations.require(decent: (plans.findings + plans.restarts).map(\.description), of: "plans")
      violations.require(!plans.plans.isEmpty && plans.components.count >= 6, "plans: a file is read and has no plans")
    }
    told(&violations) { _ in _ = try HeadingBook(bytes, file: "headings.yaml") }
    told(&violations) { violations in
      let map = try SurveyMapFile.read(bytes, file: "map.yaml")
      TableEntry.checkSurvey(survey, SurveyReading(map: map, name: "Invented", year: 2026), &violations)
    }
    told(&violations) { violations in
      let map = try ColumnMapFile.read(bytes, file: "map.yaml")
      let read = LogRead(log, map: map, hasRoster: true)
      violations.require(
        !(read.rejections + read.findings).contains { $0.contains("Q7XZ-40Q7XZ-81") }, "map: a patient is told")
      let inPieces = LogRead(log, map: map, hasRoster: true, piece: 3)
      read.check("map", isSameAs: inPieces, &violations)
    }
  }

  /// Reads, and looks at the failure if there is one.
  private static func told(_ violations: inout Violations, _ read: (inout Violations) throws -> Void) {
    do { try read(&violations) } catch {
      guard let failure = error as? InputFailure else {
        return violations.require(false, "yaml: \(error) is no failure")
      }
      violations.require((failure.position.line ?? 1) > 0, "yaml: a failure is on line \(failure.position.line ?? 0)")
      violations.require(
        failure.description.utf8.count <= 10_000, "yaml: a message has \(failure.description.utf8.count) bytes")
    }
  }
}
