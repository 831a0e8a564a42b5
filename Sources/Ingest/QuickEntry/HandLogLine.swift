import ProductivityModel

/// A line of a log that is written by hand.
public struct HandLogLine: Hashable, Sendable {
  /// The line's own id.
  public var lineID: String
  /// Whom it is credited to.
  public var clinicianID: String
  /// The specialty; empty where it is not said.
  public var specialty: String
  /// The day of service.
  public var day: CalendarDate
  /// A key that tells patients apart and says nothing of them; empty where it is not said.
  public var patientKey: String
  /// The service.
  public var item: EntryItem
  /// The place of service; nil where it is not said.
  public var place: PlaceOfService?
  /// The id of the line that it takes back; empty where it takes back none.
  public var voidOf: String
  /// The day on which it was entered.
  public var entered: CalendarDate

  /// A line.
  public init(
    lineID: String, clinicianID: String, specialty: String, day: CalendarDate, patientKey: String, item: EntryItem,
    place: PlaceOfService?, voidOf: String = "", entered: CalendarDate
  ) {
    self.lineID = lineID
    self.clinicianID = clinicianID
    self.specialty = specialty
    self.day = day
    self.patientKey = patientKey
    self.item = item
    self.place = place
    self.voidOf = voidOf
    self.entered = entered
  }

  /// The line that takes this one back: the same service with negative units, under its own id.
  public func reversed(lineID: String, entered: CalendarDate) -> HandLogLine {
    var line = self
    line.lineID = lineID
    line.voidOf = self.lineID
    line.entered = entered
    line.item.typedUnits = Units(tenThousandths: -item.units.tenThousandths)
    return line
  }

  /// The cell of a column.
  func cell(_ column: LogColumn) -> String {
    switch column {
    case .lineID: lineID
    case .clinicianID: clinicianID
    case .specialty: specialty
    case .serviceDate: day.description
    case .patientID: patientKey
    case .code: item.code.description
    case .modifiers: item.modifiers.map(\.description).joined(separator: " ")
    case .units: item.units.description
    case .placeOfService: place?.description ?? ""
    case .voidOf: voidOf
    case .postDate: entered.description
    default: ""
    }
  }
}
