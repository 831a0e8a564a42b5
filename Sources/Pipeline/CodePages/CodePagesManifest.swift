import ProductivityModel
import Reporting

/// What the pages of codes were made from and what was made: `manifest.json`, by which any page can be checked.
struct CodePagesManifest: Encodable {
  private let program = "rvubench"
  private let version: String
  private let release: String
  private let inputs: [ManifestInput]
  private let outputs: [ManifestOutput]

  init(release: String, version: String, inputs: [InputFile], outputs: [ManifestOutput]) {
    self.release = release
    self.version = version
    self.inputs = inputs.map(ManifestInput.init)
    self.outputs = outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
