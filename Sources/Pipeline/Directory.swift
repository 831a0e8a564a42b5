import FoundationEssentials

/// The names in a folder, in text order, so that nothing depends on the order of the file system.
enum Directory {
  /// The names; none where the folder cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
