import MedicareFees

/// What the lines above the header of CMS's own file say.
struct FeePreamble {
  /// The line that names the release, as published.
  let title: String
  /// The release it names.
  let release: ReleaseName

  /// Finds the title among the cells of the preamble; nil where no cell names a year and a quarter's release.
  ///
  /// The form is "2025 National Physician Fee Schedule Relative Value File October Release"; a correction may say so.
  init?(_ rows: [[String]]) {
    for cell in rows.joined() {
      let words = cell.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
      guard words.contains("fee"), words.contains("schedule"), words.contains("release"),
        let year = words.lazy.compactMap({ $0.utf8.count == 4 ? Int($0) : nil }).first,
        let quarter = ["january", "april", "july", "october"].firstIndex(where: words.contains),
        let release = ReleaseName(
          year: year, quarter: quarter + 1, isCorrection: words.contains { $0.hasPrefix("correct") || $0 == "revised" })
      else { continue }
      title = FeeHeader.trimmed(cell)
      self.release = release
      return
    }
    return nil
  }
}

extension ReleaseName {
  /// The release that a file name tells, as `pprrvu_rvu24ar_jan.csv` tells 2024AR and `PPRRVU2025_Oct.txt` 2025D; nil where
  /// it tells none.
  init?(fileName: String) {
    let stem = fileName.split(separator: "/").last ?? ""
    let words = stem.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { $0.lowercased() }
    for word in words where word.hasPrefix("rvu") {
      guard let name = ReleaseName(word) else { continue }
      self = name
      return
    }
    guard let first = words.first, first.hasPrefix("pprrvu"), let number = Int(first.dropFirst(6)),
      let quarter = words.lazy.compactMap({ word in
        ["jan", "apr", "jul", "oct"].firstIndex { word.hasPrefix($0) }
      }).first
    else { return nil }
    self.init(year: number < 100 ? 2000 + number : number, quarter: quarter + 1)
  }
}
