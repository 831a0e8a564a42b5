import Crediting
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The credit policies of the reference data, and those of one's own by their paths.
public struct PolicyLibrary: Sendable {
  /// The folder of the built-in policies.
  public let folder: String

  /// A policy as it was read.
  public struct Read: Sendable {
    /// The policy.
    public var policy: CreditPolicy
    /// What it says lines without a price are worth; nil where it names no file of that.
    public var crosswalk: (crosswalk: Crosswalk, input: (path: String, size: UInt64, sha256: String))?
    /// The file as it is shown, its size and hash.
    public var input: (path: String, size: UInt64, sha256: String)
  }

  /// The policies of a data folder.
  public init(dataFolder: String) { folder = "\(dataFolder)/credit-policies" }

  /// The names of the built-in policies, sorted.
  public var names: [String] {
    ((try? FolderListing.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .sorted()
  }

  /// Reads a built-in policy by its name, or one's own by its path.
  ///
  /// - Parameters:
  ///   - name: the name, or a path that ends in .yaml or .yml.
  ///   - asker: the file that names it, for messages.
  ///   - resolve: makes a path of one's own one that can be opened.
  /// - Throws: ``InputFailure`` where there is no such policy, or it or its crosswalk cannot be used.
  public func read(
    _ name: String, askedBy asker: String, resolve: (String) -> String = { $0 }
  ) throws(InputFailure) -> Read {
    let (path, shown) = try locate(name, askedBy: asker, resolve: resolve)
    let (bytes, sha256) = try FileSource.contents(path)
    let isPath = Self.isPath(name)
    let policy = try CreditPolicyFile.read(bytes, file: isPath ? path : shown)
    var read = Read(policy: policy, crosswalk: nil, input: (shown, UInt64(bytes.count), sha256))
    if case .crosswalk(let file) = policy.unpriced {
      read.crosswalk = try CrosswalkReader.read(Self.path(of: file, besidePolicy: path), shownAs: file)
    }
    return read
  }

  /// Looks at all that is wrong in a policy: a built-in one by its name, or one's own by its path.
  ///
  /// - Throws: ``InputFailure`` where there is no such policy, or its file cannot be read.
  public func inspect(_ name: String, askedBy asker: String) throws(InputFailure) -> PolicyInspection {
    let (path, shown) = try locate(name, askedBy: asker, resolve: { $0 })
    return try PolicyInspection(path, shownAs: shown)
  }

  /// The path of a file that a policy names: beside the policy's own file, unless it is absolute.
  static func path(of file: String, besidePolicy policy: String) -> String {
    file.hasPrefix("/") ? file : (policy.lastIndex(of: "/").map { String(policy[...$0]) } ?? "") + file
  }

  private static func isPath(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  private func locate(
    _ name: String, askedBy asker: String, resolve: (String) -> String
  ) throws(InputFailure) -> (path: String, shown: String) {
    if Self.isPath(name) { return (resolve(name), name) }
    let path = "\(folder)/\(name).yaml"
    guard InputPlace.kind(of: path) != nil else {
      throw InputFailure(
        asker, "there is no credit policy \"\(name)\"",
        hint: SpellingSuggestion.nearest(to: name, in: names).map { "did you mean \($0)?" }
          ?? "the built-in policies are \(names.joined(separator: ", ")); a path to a .yaml file names your own",
        isUsage: true)
    }
    return (path, "credit-policies/\(name).yaml")
  }
}
