import TestSupport
import Testing

@testable import Tabular

/// Zip files come from outside: nothing in them is believed.
@Suite struct ZipArchiveTests {
  private func failure(_ bytes: [UInt8], limit: Int = 1 << 20) -> FormFailure? {
    do {
      let archive = try ZipArchive(bytes, limit: limit)
      for member in archive.members { _ = try archive.contents(of: member) }
      return nil
    } catch {
      return error
    }
  }

  @Test func `members are listed in order and read by name`() throws {
    let archive = try ZipArchive(StoredZip.bytes([("b/two.csv", Array("2".utf8)), ("one.csv", []), ("b/", [])]))
    #expect(archive.members.map(\.name) == ["b/two.csv", "one.csv", "b/"])
    #expect(archive.members.map(\.isFolder) == [false, false, true])
    #expect(try archive.contents(of: try #require(archive["b/two.csv"])) == Array("2".utf8))
    #expect(archive["three.csv"] == nil)
  }

  @Test(arguments: [1, 30, 60, 90])
  func `a zip file that is cut off is refused`(_ cut: Int) {
    let bytes = StoredZip.bytes([("one.csv", Array("a,b\n1,2\n".utf8))])
    #expect(failure(Array(bytes.dropLast(cut)))?.message.contains("cut off") == true)
  }

  @Test func `bytes that are no zip file are refused`() {
    #expect(failure(Array("code,price\n".utf8)) != nil)
    #expect(failure([]) != nil)
    #expect(ZipArchive.isZip(Array("code".utf8)) == false)
  }

  @Test func `a member whose bytes were changed is refused`() {
    var bytes = StoredZip.bytes([("one.csv", Array("a,b\n1,2\n".utf8))])
    bytes[30 + 7] = 0x78
    #expect(failure(bytes)?.message.contains("is damaged") == true)
  }

  @Test(arguments: ["../one.csv", "a/../../one.csv", "/one.csv", "C:\\one.csv", "a\\one.csv"])
  func `a name that leads elsewhere is refused`(_ name: String) {
    #expect(failure(StoredZip.bytes([(name, [1])]))?.message.contains("has a member whose name") == true)
  }

  @Test func `a name that is there twice is refused`() {
    #expect(failure(StoredZip.bytes([("a", [1]), ("a", [2])]))?.message == "has the member a twice")
  }

  @Test func `an encrypted member is refused`() {
    #expect(failure(StoredZip.bytes([("a", [1])], isEncrypted: true))?.message == "is encrypted")
  }

  @Test func `what unpacks to too much is refused, counting all members together`() {
    let members = (0..<3).map { ("part\($0)", [UInt8](repeating: 1, count: 400)) }
    #expect(failure(StoredZip.bytes(members), limit: 1_200) == nil)
    #expect(failure(StoredZip.bytes(members), limit: 1_199)?.message.contains("unpacks to more") == true)
  }
}
