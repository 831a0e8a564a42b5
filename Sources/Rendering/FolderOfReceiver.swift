/// A folder of what another receiver takes.
struct FolderOfReceiver: FileReceiver {
  let receiver: any FileReceiver
  /// The folder's path, with a slash at its end.
  let folder: String

  func take(_ file: RenderedFile) throws { try receiver.take(within(file)) }
  func take(part: RenderedFile) throws { try receiver.take(part: within(part)) }

  private func within(_ file: RenderedFile) -> RenderedFile {
    var own = file
    own.path = folder + file.path
    return own
  }
}
