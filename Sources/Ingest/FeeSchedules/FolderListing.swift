#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a folder holds, by name and in a fixed order.
enum FolderListing {
  /// The names of the folders in a folder, sorted; hidden ones are left out.
  ///
  /// - Throws: ``InputFailure`` where the folder is not there or may not be read.
  static func folders(in path: String) throws(InputFailure) -> [String] {
    try names(in: path).filter { InputPlace.kind(of: "\(path)/\($0)") == S_IFDIR }
  }

  /// The names of everything in a folder, sorted; hidden entries are left out.
  ///
  /// - Throws: ``InputFailure`` where the folder is not there or may not be read.
  static func names(in path: String) throws(InputFailure) -> [String] {
    guard let folder = opendir(InputPlace.path(path)) else {
      throw InputFailure(path, "cannot be read: \(systemMessage(errno))", hint: "check the path and its permissions")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
