import Benchmarking
import ProductivityModel
import Testing

@testable import Reporting

/// How many are placed, in words.
struct PlacedWordingTests {
  private static func role(_ id: String, timesMedian: Double?) -> ClinicianResult {
    var role = GoalFixture.results().clinicians[0]
    role.id = id
    guard let timesMedian else {
      role.placement = nil
      return role
    }
    role.placement = Placement(position: .at(50), timesMedian: timesMedian)
    return role
  }

  @Test(
    arguments: [
      ([], ""), ([("A", nil)], "Nobody is placed in a survey."),
      ([("A", 1.0)], "The one clinician placed in a survey is at or above its median."),
      ([("A", 0.9), ("B", nil)], "The one clinician placed in a survey is below its median; 1 is not placed."),
      ([("A", 0.9), ("B", 0.8)], "Of 2 clinicians placed in a survey, none is at or above its median."),
      ([("A", 0.9), ("A", 1.8)], "Of 2 roles placed in a survey, 1 is at or above its median."),
      (
        [("A", 1.1), ("B", 1.8), ("C", nil), ("D", nil)],
        "Of 2 clinicians placed in a survey, 2 are at or above its median; 2 are not placed."
      ),
    ] as [([(String, Double?)], String)])
  func `says clinicians or roles, and how many are above`(roles: [(String, Double?)], sentence: String) {
    #expect(PlacedWording(roles.map { Self.role($0.0, timesMedian: $0.1) }).sentence == sentence)
  }
}
