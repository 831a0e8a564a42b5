import ProductivityModel
import Testing

@testable import MedicareFees

struct CodeFamilyTests {
  @Test(arguments: [
    ("26055", "Hand and fingers"), ("27447", "Thigh and knee"), ("27130", "Pelvis and hip"), ("29881", "Arthroscopy"),
    ("45378", "Endoscopy of the colon and rectum"), ("44310", "Bowel"),
    ("43239", "Endoscopy of the upper tract and bile ducts"),
    ("99213", "Office visits, established patients"), ("99203", "Office visits, new patients"),
    ("99223", "Hospital inpatient and observation visits"), ("93306", "Echocardiography"),
    ("93799", "Cardiology, other"),
    ("64721", "Nerves"), ("00810", "Anesthesia, lower abdomen"), ("0001U", "Proprietary laboratory tests"),
    ("19303", "Breast"), ("63047", "Spinal cord and spaces"),
  ])
  func `a code is in the family of its kind of work`(code: String, family: String) throws {
    #expect(CodeFamily.of(try #require(ProcedureCode(code))).title == family)
  }

  @Test func `every family has a name of its own`() {
    let titles = CodeFamily.all.map(\.title)
    #expect(Set(titles).count == titles.count)
    #expect(titles.count == 218)
  }

  @Test func `a part lies within one subsection, and parts do not overlap`() {
    for part in CodeFamily.parts {
      let whole = CodeSubsection.all.filter { $0.places.contains(part.places.lowerBound) }
      #expect(whole.count == 1 && whole[0].places.contains(part.places.upperBound), "\(part.title) \(part.range)")
    }
    let sorted = CodeFamily.parts.map(\.places).sorted { $0.lowerBound < $1.lowerBound }
    for (part, next) in zip(sorted, sorted.dropFirst()) { #expect(part.upperBound < next.lowerBound) }
  }

  @Test func `a code of no subsection is in the last family`() throws {
    #expect(CodeFamily.index(of: try #require(ProcedureCode("99950"))) == CodeFamily.all.count - 1)
  }
}
