import Benchmarking
import ProductivityModel

/// Reads how often specialties report each code elsewhere, such as `rvubench cohort --profiles` makes of CMS's public file.
public enum ProfileReader {
  /// The columns.
  static let columns = ["source", "year", "specialty", "code", "clinicians", "services"]

  /// A file of profiles.
  public struct Profiles: Sendable {
    /// One profile for each source, year and specialty, in the order of the file.
    public var profiles: [SpecialtyProfile]
    /// The file, for the manifest.
    public var input: (path: String, size: UInt64, sha256: String)
  }

  /// Reads profiles.
  ///
  /// - Throws: ``InputFailure`` where the file cannot be read, a cell cannot be used, or a code is there twice in a profile.
  public static func read(_ path: String, shownAs file: String) throws(InputFailure) -> Profiles {
    let table = try HeaderedTable(
      path, shownAs: file, requiring: ["source", "year", "specialty", "code", "services"], known: columns)
    var places: [[String]: Int] = [:]
    var profiles: [SpecialtyProfile] = []
    for row in table.rows {
      guard let source = row["source"], let specialty = row["specialty"], let year = row["year"].flatMap(Int.init),
        (1990...2100).contains(year)
      else {
        throw row.failure("source", "source, year or specialty is blank or not readable", "fill in all three")
      }
      guard let code = row["code"].flatMap({ ProcedureCode($0) }), code.hasPublishedForm else {
        throw row.failure("code", "code is not a procedure code", "write it like 99214")
      }
      guard let text = row["services"], case .success(let services) = DecimalText.parse(text, scale: Units.scale),
        services >= 0
      else {
        throw row.failure("services", "services is not a number", "write a plain number, such as 1250 or 1250.5")
      }
      let place = places[[source, String(year), specialty], default: profiles.count]
      if place == profiles.count {
        places[[source, String(year), specialty]] = place
        profiles.append(SpecialtyProfile(source: source, year: year, specialty: specialty, services: [:]))
      }
      guard profiles[place].services.updateValue(services, forKey: code) == nil else {
        throw row.failure("code", "\(code) is there twice for \(specialty) in \(year)", "keep one of its rows")
      }
    }
    return Profiles(profiles: profiles, input: (file, table.size, table.sha256))
  }
}
