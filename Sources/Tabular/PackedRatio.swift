/// How much more than its size a packed file may unpack to.
///
/// What a file says of its own size is not believed: bytes are counted as they come.
enum PackedRatio {
  /// The unpacked bytes from which on the ratio is looked at.
  static let freeBytes = 64 << 20
  /// The most unpacked bytes for one packed byte: logs and sheets reach 10 to 50, the form's own limit is 1032.
  static let most = 100

  /// The failure of a file that unpacks to more than text ever does; nil where it does not.
  static func failure(packed: Int, unpacked: Int) -> FormFailure? {
    guard unpacked > freeBytes, unpacked / most > packed else { return nil }
    return FormFailure(
      "unpacks to more than \(most) times its size, which no text does",
      hint: "check where it comes from; give it unpacked")
  }
}
