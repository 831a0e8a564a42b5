import ProductivityModel
import Tabular

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The descriptors of a release's codes, where the user's own import kept them.
///
/// CPT descriptors are copyright of the American Medical Association: the project has none, and git ignores the file.
public enum DescriptorFile {
  /// The descriptors of the codes as a whole; empty where none were imported.
  ///
  /// - Parameter only: read no further than this code; nil for all.
  /// - Throws: ``InputFailure`` where the file is there and cannot be used.
  public static func read(
    of info: String, in library: FeeLibrary, only: ProcedureCode? = nil
  ) throws(InputFailure) -> [ProcedureCode: String] {
    let path = "\(library.folder)/\(info)/\(FeeImport.descriptorFile)"
    guard InputPlace.kind(of: path) != nil else { return [:] }
    return try read(path, only: only)
  }

  private static func read(_ path: String, only: ProcedureCode?) throws(InputFailure) -> [ProcedureCode: String] {
    var reader = DelimitedReader(try FileSource(path))
    var descriptors: [ProcedureCode: String] = [:]
    do {
      guard try reader.next(), reader.texts() == ["code", "modifier", "descriptor"] else {
        throw InputFailure(
          path, line: 1, "has another header than code,modifier,descriptor", hint: "import the release again")
      }
      while try reader.next() {
        guard reader.fieldCount == 3, let code = ProcedureCode(reader.field(0)) else {
          throw InputFailure(
            path, line: reader.line, "is not a code, a modifier and a descriptor", hint: "import the release again")
        }
        // The components have the descriptor of the whole; a code with a 26 row only has that one.
        guard only == nil || only == code, reader.field(1).isEmpty || descriptors[code] == nil else { continue }
        let text = reader.text(2)
        if !text.isEmpty { descriptors[code] = text }
      }
    } catch {
      throw (error as? InputFailure) ?? InputFailure(path, "cannot be read")
    }
    return descriptors
  }
}
