import Foundation

/// The folder of the package, in which tests find the data that is published with it.
public enum PackageRoot {
  /// The path of a file or folder of the package.
  public static func path(_ relative: String, from file: String = #filePath) -> String {
    URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: relative).path
  }
}
