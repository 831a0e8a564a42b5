import Benchmarking

/// A figure in a survey's own distribution of what it measures.
public struct SurveyStanding: Hashable, Sendable {
  /// The figure, in millionths of the metric's unit.
  public var millionths: Int64
  /// The distribution, with its dollars aged where that is asked for.
  public var row: SurveyRow
  /// Where the figure stands in it.
  public var placement: Placement
  /// How the distribution was come by, and by which factor its dollars were aged: sentences.
  public var notes: [String]

  /// A standing.
  public init(millionths: Int64, row: SurveyRow, placement: Placement, notes: [String] = []) {
    self.millionths = millionths
    self.row = row
    self.placement = placement
    self.notes = notes
  }

  /// Places a figure among the points of a row.
  public init(ofMillionths value: Int64, in row: SurveyRow, notes: [String] = []) {
    self.init(
      millionths: value, row: row, placement: Placement(ofMillionths: value, among: row.points), notes: notes)
  }
}
