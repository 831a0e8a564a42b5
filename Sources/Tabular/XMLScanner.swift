import CExpat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a reader of XML does with the elements and the text that a scanner meets.
protocol XMLHandler: AnyObject {
  /// An element starts.
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  /// An element ends.
  func end(_ name: XMLName)
  /// Text within the current element, possibly a part of it.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Why the reader can use no more, in a phrase that follows the part's name; nil where it can.
  var problem: String? { get }
}

extension XMLHandler {
  var problem: String? { nil }
}

/// A text of an element, up to a zero byte; valid while the element is handled.
struct XMLText {
  let start: UnsafePointer<CChar>

  @inline(__always)
  static func == (own: XMLText, text: StaticString) -> Bool {
    let bytes = text.utf8Start
    var offset = 0
    while offset < text.utf8CodeUnitCount {
      if UInt8(bitPattern: own.start[offset]) != bytes[offset] { return false }
      offset += 1
    }
    return own.start[offset] == 0
  }
}

/// The name of an element or an attribute without its prefix; valid while it is handled.
struct XMLName {
  fileprivate let local: XMLText

  /// Takes what follows the prefix of a name.
  @inline(__always)
  fileprivate init(_ name: UnsafePointer<CChar>) {
    // Names are short: most are a letter or two.
    var (start, place) = (name, name)
    while place.pointee != 0 {
      if place.pointee == XMLScanner.colon { start = place + 1 }
      place += 1
    }
    local = XMLText(start: start)
  }

  @inline(__always)
  static func == (name: XMLName, text: StaticString) -> Bool { name.local == text }
}

/// The attributes of an element; valid while it is handled.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The bytes of the attribute of a name, with any prefix, up to a zero byte; nil where there is none.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var place = list else { return nil }
    while let key = place[0] {
      if XMLName(key) == name, !Self.isDeclaration(key) { return place[1] }
      place += 2
    }
    return nil
  }

  /// Whether an attribute says what a prefix stands for, as `xmlns:r` does.
  private static func isDeclaration(_ key: UnsafePointer<CChar>) -> Bool { strncmp(key, "xmlns:", 6) == 0 }

  /// The bytes of the attributes whose names are three letters, found at once, each with any prefix; nil where there is none.
  func bytes(
    ofLetters first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> (first: UnsafePointer<CChar>?, second: UnsafePointer<CChar>?, third: UnsafePointer<CChar>?) {
    var found: (first: UnsafePointer<CChar>?, second: UnsafePointer<CChar>?, third: UnsafePointer<CChar>?)
    guard var place = list else { return found }
    while let key = place[0] {
      // A name of one letter has no prefix.
      let local = key[0] != 0 && key[1] == 0 ? key : XMLName(key).local.start
      if local[0] != 0, local[1] == 0, local == key || !Self.isDeclaration(key) {
        let letter = UInt8(bitPattern: local[0])
        if letter == first {
          found.first = found.first ?? place[1]
        } else if letter == second {
          found.second = found.second ?? place[1]
        } else if letter == third {
          found.third = found.third ?? place[1]
        }
      }
      place += 2
    }
    return found
  }

  /// The whole number of the attribute of a name; nil where there is no such attribute, or its text is no number.
  func number(_ name: StaticString) -> Int? { bytes(name).flatMap(Self.number) }

  /// The number of a text; nil where it is none.
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    // One digit, as most styles have: its end is not worth a search.
    let digit = UInt8(bitPattern: text[0]) &- 0x30
    if digit <= 9, text[1] == 0 { return Int(digit) }
    return WholeNumber.read(
      UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text)))
  }

  /// The text of the attribute of a name; nil where there is none.
  subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }
}

/// Parses XML a piece at a time and tells a handler of what is in it.
///
/// A document type is refused: it can make a small file grow without bound, and no workbook has one. So are elements within
/// elements beyond ``depthLimit`` and tags beyond ``tagLimit``, which the parser would hold in memory.
///
/// Names are told apart by what follows their prefix: what a prefix stands for is not looked at, which takes time.
final class XMLScanner {
  fileprivate static let colon = CChar(0x3A)
  private static let pieceSize = 1 << 15
  /// The most elements that may lie within one another: those of workbooks are fewer than 20.
  static let depthLimit = 100
  /// The most bytes from one element to the next: a cell has no more than 32,767 characters.
  static let gapLimit = 1 << 25
  /// The most bytes of a tag or a comment.
  static let tagLimit = 1 << 20

  private let source: any ByteSource
  private let handler: any XMLHandler
  private let name: String
  private let parser: OpaquePointer
  private var depth = 0
  private var parsed = 0
  /// How much was parsed when an element started or ended.
  private var parsedAtElement = 0
  /// Why the parsing was stopped, in a phrase that follows the name; nil where it was not.
  private var refusal: String?

  /// A scanner of a source.
  ///
  /// - Parameter name: what messages call the source.
  init(_ source: any ByteSource, name: String, handler: any XMLHandler) throws(FormFailure) {
    guard let parser = XML_ParserCreate(nil) else {
      throw FormFailure("cannot be read: there is no memory left", hint: "close other programs and try again")
    }
    self.source = source
    self.name = name
    self.handler = handler
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { user, name, attributes in XMLScanner.with(user) { $0.start(name, attributes) } },
      { user, name in XMLScanner.with(user) { $0.end(name) } })
    XML_SetCharacterDataHandler(
      parser,
      { user, text, count in
        guard let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          let bytes = UnsafeBufferPointer(start: $0, count: Int(count))
          XMLScanner.with(user) { $0.handler.text(bytes) }
        }
      })
    XML_SetStartDoctypeDeclHandler(
      parser,
      { user, _, _, _, _ in
        XMLScanner.with(user) { $0.refuse("declares a document type, which is not safe to read") }
      })
  }

  deinit { XML_ParserFree(parser) }

  /// Parses the next piece.
  ///
  /// - Returns: false when all is parsed.
  /// - Throws: ``FormFailure`` where it is not sound XML, or what the source says of a failed read.
  func parsePiece() throws -> Bool {
    guard let buffer = XML_GetBuffer(parser, Int32(Self.pieceSize)) else {
      throw FormFailure("cannot be read: there is no memory left", hint: "close other programs and try again")
    }
    let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.pieceSize))
    guard XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0) == XML_STATUS_OK else {
      throw failure
    }
    parsed += count
    if parsed - parsedAtElement > Self.gapLimit {
      refusal = "has more than \(Self.gapLimit >> 20) MB without an element"
      throw failure
    }
    // What the parser could not end yet it keeps whole, until it ends.
    let begun = Int(XML_GetCurrentByteIndex(parser))
    if begun >= 0, parsed - begun > Self.tagLimit {
      refusal = "has a tag of more than \(Self.tagLimit >> 20) MB"
      throw failure
    }
    if let problem = handler.problem { throw FormFailure("\(name) in it \(problem)", hint: Workbook.remedy) }
    return count > 0
  }

  /// Parses all that is left.
  func parseAll() throws { while try parsePiece() {} }

  private var failure: FormFailure {
    if let refusal {
      return FormFailure("\(name) in it \(refusal)", hint: "open it in a spreadsheet program and save it again")
    }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown"
    return FormFailure(
      "\(name) in it is not sound XML at line \(XML_GetCurrentLineNumber(parser)): \(reason)",
      hint: "open it in a spreadsheet program and save it again")
  }

  /// Calls what the parser calls back, without counting a reference: the scanner is there as long as it parses.
  @inline(__always)
  private static func with(_ user: UnsafeMutableRawPointer?, _ body: (XMLScanner) -> Void) {
    guard let user else { return }
    Unmanaged<XMLScanner>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name, refusal == nil else { return }
    parsedAtElement = parsed
    depth += 1
    if depth > Self.depthLimit { return refuse("has elements more than \(Self.depthLimit) deep within one another") }
    handler.start(XMLName(name), XMLAttributes(list: attributes))
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name, refusal == nil else { return }
    depth -= 1
    handler.end(XMLName(name))
  }

  private func refuse(_ reason: String) {
    refusal = reason
    XML_StopParser(parser, 0)
  }
}
