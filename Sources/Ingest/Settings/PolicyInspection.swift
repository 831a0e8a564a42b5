import Crediting
import ProductivityModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A policy's file as a check sees it: the policy, or all that is wrong with it.
public struct PolicyInspection {
  /// What keeps the policy from being used, by line; empty where nothing does.
  public let faults: [InputFailure]
  /// The policy; nil where its own file has faults.
  public let policy: CreditPolicy?
  /// Where its parts stand; nil where its text cannot be read.
  public let places: PolicyPlaces?

  /// Looks at a policy's file, and at the crosswalk that it names.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - shown: the file as messages name it.
  /// - Throws: ``InputFailure`` where the file cannot be read.
  public init(_ path: String, shownAs shown: String) throws(InputFailure) {
    let bytes = try FileSource.contents(path).bytes
    let places = try? PolicyPlaces(bytes, file: shown)
    let policy = try? CreditPolicyFile.read(bytes, file: shown)
    var faults = CreditPolicyFile.faults(in: bytes, file: shown)
    if case .crosswalk(let file) = policy?.unpriced {
      faults += Self.crosswalkFaults(file, besidePolicy: path, at: places?.position(of: .key("unpriced")))
    }
    self.faults = faults
    self.policy = policy
    self.places = places
  }

  private static func crosswalkFaults(
    _ file: String, besidePolicy policy: String, at position: SourcePosition?
  ) -> [InputFailure] {
    let path = PolicyLibrary.path(of: file, besidePolicy: policy)
    guard InputPlace.kind(of: path) != nil else {
      var failure = InputFailure(
        file, "the crosswalk \"\(file)\" is not there", hint: "put it beside the policy, or give its whole path",
        isUsage: true)
      if let position { failure.position = position }
      return [failure]
    }
    do throws(InputFailure) {
      _ = try CrosswalkReader.read(path, shownAs: file)
      return []
    } catch { return [error] }
  }
}
