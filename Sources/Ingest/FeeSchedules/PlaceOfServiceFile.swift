import MedicareFees
import ProductivityModel

/// The cited settings of places of service of `cms-pfs/place-of-service.csv`.
enum PlaceOfServiceFile {
  /// The file's name in `cms-pfs`.
  static let fileName = "place-of-service.csv"

  /// Reads which places are facilities; a place that the file does not name is none.
  ///
  /// - Throws: ``InputFailure`` where a cell cannot be used, or a place is there twice.
  static func read(_ path: String) throws(InputFailure) -> FacilityPlaces {
    let table = try CitedTable(path: path, columns: ["place_of_service", "setting", "citation"])
    var settings: [PlaceOfService: Setting] = [:]
    for row in table.rows {
      let digits = row["place_of_service"]
      guard digits.utf8.count == 2, let number = Int(digits), let place = PlaceOfService(number) else {
        throw InputFailure(path, line: row.line, "place_of_service is not two digits", hint: "write it like 02")
      }
      guard let setting = Setting(rawValue: row["setting"]) else {
        throw InputFailure(path, line: row.line, "setting is unknown", hint: "use facility or nonfacility")
      }
      guard !row["citation"].isEmpty else {
        throw InputFailure(path, line: row.line, "citation is empty", hint: "name where the setting is published")
      }
      guard settings.updateValue(setting, forKey: place) == nil else {
        throw InputFailure(
          path, line: row.line, "place of service \(place) is there twice", hint: "keep one of its rows")
      }
    }
    return FacilityPlaces(settings.filter { $0.value == .facility }.keys)
  }
}
