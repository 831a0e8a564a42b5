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
    let isPath = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let path = isPath ? resolve(name) : "\(folder)/\(name).yaml"
    if !isPath, access(path, F_OK) != 0 {
      throw InputFailure(
        asker, "there is no credit policy \"\(name)\"",
        hint: SpellingSuggestion.nearest(to: name, in: names).map { "did you mean \($0)?" }
          ?? "the built-in policies are \(names.joined(separator: ", ")); a path to a .yaml file names your own",
        isUsage: true)
    }
    let (bytes, sha256) = try FileSource.contents(path)
    let shown = isPath ? name : "credit-policies/\(name).yaml"
    let policy = try CreditPolicyFile.read(bytes, file: isPath ? path : shown)
    var read = Read(policy: policy, crosswalk: nil, input: (shown, UInt64(bytes.count), sha256))
    if case .crosswalk(let file) = policy.unpriced {
      // As the policy gives it: beside the policy's own file, unless it is absolute.
      let beside = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      read.crosswalk = try CrosswalkReader.read(file.hasPrefix("/") ? file : beside + file, shownAs: file)
    }
    return read
  }
}
