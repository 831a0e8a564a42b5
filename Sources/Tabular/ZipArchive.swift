import CZip
import Synchronization

/// The members of a zip file, read one by one from memory; nothing is ever unpacked to disk.
///
/// A zip file comes from outside, so its promises are not believed: unpacked bytes are counted as they come, names that
/// lead out of a folder are refused, and so is what is encrypted, there twice, or packed otherwise than by deflation.
public final class ZipArchive {
  /// A member of the archive.
  public struct Member: Hashable, Sendable {
    /// Its name with its folders, as in `folder/file.csv`.
    public let name: String
    /// Its place in the archive.
    let index: UInt64
    /// Its size as it is packed and once it is unpacked, as the archive says: neither is believed to be true.
    let packedSize: Int
    let statedSize: Int
    /// Whether it is only the name of a folder.
    public var isFolder: Bool { name.hasSuffix("/") }
  }

  /// The most members that an archive may have.
  public static let memberLimit = 10_000

  /// The bytes of an archive without members.
  private static let shortest = 22

  /// The members in the order of the archive.
  public private(set) var members: [Member] = []
  /// The most bytes that may be unpacked from it, all members together.
  public let limit: Int
  fileprivate var unpacked = 0
  /// Held by whoever calls the library, which is made for one thread: one member may be let go while another is opened.
  fileprivate let library = Mutex(())
  fileprivate let archive: OpaquePointer
  fileprivate let bytes: UnsafeMutableRawBufferPointer

  /// Opens an archive.
  ///
  /// - Parameter limit: the most bytes that may be unpacked from it, all members together.
  /// - Throws: ``FormFailure`` where it is cut off, no zip file, or has members that are not safe to read.
  public init(_ contents: [UInt8], limit: Int = 512 << 20) throws(FormFailure) {
    // To the library, nothing at all is an archive without members.
    guard contents.count >= Self.shortest else {
      throw FormFailure("is no whole zip file: it is cut off or damaged", hint: Self.remedy)
    }
    self.limit = limit
    bytes = .allocate(byteCount: contents.count, alignment: 1)
    bytes.copyBytes(from: contents)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    guard let source, let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      if let source { zip_source_free(source) }
      bytes.deallocate()
      throw FormFailure("is no whole zip file: it is cut off or damaged", hint: Self.remedy)
    }
    self.archive = archive
    try list()
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// Whether bytes start as those of a zip file do.
  public static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The member of a name; nil where there is none.
  public subscript(name: String) -> Member? { members.first { $0.name == name } }

  /// All bytes of a member.
  ///
  /// - Throws: ``FormFailure`` where it cannot be read, does not match its checksum, or is too large.
  public func contents(of member: Member) throws(FormFailure) -> [UInt8] {
    let source = try ZipMemberSource(self, member)
    var result: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count = try source.take(into: piece)
      if count == 0 { return result }
      result.append(contentsOf: piece[..<count])
    }
  }

  static let remedy = "download it again, or unpack it and give the folder"

  private func list() throws(FormFailure) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.memberLimit else {
      throw FormFailure(
        "has \(count) members, more than the \(Self.memberLimit) that are read", hint: "give the files that are needed")
    }
    var names: Set<String> = []
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let raw = status.name else {
        throw FormFailure("has a member that cannot be listed", hint: Self.remedy)
      }
      let name = String(cString: raw)
      if let reason = Self.danger(of: name) {
        throw FormFailure(
          "has a member whose name \(reason)", hint: "do not trust this file; download it from its source")
      }
      guard names.insert(name).inserted else {
        throw FormFailure("has the member \(name) twice", hint: Self.remedy)
      }
      // Other packers need memory as the file says, up to gigabytes.
      guard [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)].contains(status.comp_method) else {
        throw FormFailure("is packed in a way that is not read", hint: "pack it again as a plain zip file")
      }
      if status.encryption_method != UInt16(ZIP_EM_NONE) {
        throw FormFailure("is encrypted", hint: "unpack it with its password and give the folder")
      }
      members.append(
        Member(
          name: name, index: index, packedSize: Int(clamping: status.comp_size),
          statedSize: Int(clamping: status.size)))
    }
  }

  /// Why a name is not safe, if it is not: it leads out of a folder, or is no name.
  private static func danger(of name: String) -> String? {
    if name.isEmpty { return "is empty" }
    if name.hasPrefix("/") || name.contains("\\") || name.dropFirst().hasPrefix(":") {
      return "starts from another place"
    }
    if name.split(separator: "/").contains("..") { return "leads out of its folder" }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return "has control characters" }
    return nil
  }
}

/// The bytes of a member of a zip file, unpacked a piece at a time.
public final class ZipMemberSource: ByteSource {
  private let archive: ZipArchive
  private let name: String
  private let file: OpaquePointer
  /// What is left of the size that the archive states; a member that has more is damaged, or made to harm.
  private var left: Int

  /// Opens a member.
  ///
  /// - Throws: ``FormFailure`` where it cannot be opened, or says itself that it unpacks to more than text ever does.
  public init(_ archive: ZipArchive, _ member: ZipArchive.Member) throws(FormFailure) {
    let packed = min(member.packedSize, archive.bytes.count)
    if let failure = PackedRatio.failure(packed: packed, unpacked: member.statedSize) { throw failure }
    var opened: OpaquePointer?
    archive.library.withLock { _ in opened = zip_fopen_index(archive.archive, member.index, 0) }
    guard let file = opened else {
      let reason = String(cString: zip_strerror(archive.archive))
      throw FormFailure("\(member.name) in it cannot be unpacked: \(reason)", hint: ZipArchive.remedy)
    }
    self.archive = archive
    self.file = file
    name = member.name
    left = member.statedSize
  }

  deinit { archive.library.withLock { _ in _ = zip_fclose(file) } }

  /// Fills a buffer from its start with the next bytes; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { try take(into: buffer) }

  func take(into buffer: UnsafeMutableRawBufferPointer) throws(FormFailure) -> Int {
    let count = archive.library.withLock { _ in Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count))) }
    left -= count
    guard count >= 0, left >= 0 else {
      throw FormFailure("\(name) in it is damaged: it does not unpack to what it should be", hint: ZipArchive.remedy)
    }
    archive.unpacked += count
    if let failure = PackedRatio.failure(packed: archive.bytes.count, unpacked: archive.unpacked) { throw failure }
    guard archive.unpacked <= archive.limit else {
      throw FormFailure(
        "unpacks to more than \(archive.limit >> 20) MB, the most that is read",
        hint: "check where it comes from; give the files that are needed, unpacked")
    }
    return count
  }
}
