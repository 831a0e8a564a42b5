import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest

/// Notes on codes: read whole, and every error has its place.
@Suite struct CodeNoteFileTests {
  private static let note = """
    title: "An invented service: the first"
    also_known_as:
      - first thing
      - thing one
    description: >-
      What is in it goes on
      over two lines.
    plain_language: >-
      The doctor does it.
    clinical_context: >-
      For those who need it.

    """

  private func code(_ text: String) throws -> ProcedureCode { try #require(ProcedureCode(text)) }

  private func failure(_ text: String) throws -> InputFailure {
    let code = try code("44310")
    return try #require(
      #expect(throws: InputFailure.self) {
        try CodeNoteFile.parse(Array(text.utf8), code: code, file: "44310.yaml")
      })
  }

  @Test func `a text that could be a number, a day or a word for yes is a text`() throws {
    let texts = ["12", "1.50", "2026-01-02", "yes", "~", "<<", "0x1F", "1:30"]
    let names = texts.map { "  - \($0)\n" }.joined()
    let text = Self.note.replacing("  - first thing\n  - thing one\n", with: names)
    let note = try CodeNoteFile.parse(Array(text.utf8), code: code("44310"), file: "44310.yaml")
    #expect(note.alsoKnownAs == texts)
  }

  @Test func `a note is read with its lines joined`() throws {
    let note = try CodeNoteFile.parse(Array(Self.note.utf8), code: code("44310"), file: "44310.yaml")
    #expect(note.code.description == "44310")
    #expect(note.title == "An invented service: the first")
    #expect(note.alsoKnownAs == ["first thing", "thing one"])
    #expect(note.description == "What is in it goes on over two lines.")
    #expect(note.plainLanguage == "The doctor does it.")
    #expect(note.clinicalContext == "For those who need it.")
  }

  @Test func `an unknown key is told with its place and the nearest one`() throws {
    let marked = MarkedText(Self.note.replacing("plain_language", with: "▸plain_langage"))
    let failure = try failure(marked.text)
    #expect(failure.message == "unknown key \"plain_langage\" in a note on a code")
    #expect(failure.position.description == "44310.yaml:\(marked.place)")
    #expect(failure.hint == "did you mean plain_language?")
  }

  @Test func `a missing or empty text is told`() throws {
    #expect(try failure("title: A thing\n").message == "a note on a code needs the key \"also_known_as\"")
    let empty = try failure(Self.note.replacing("  The doctor does it.\n", with: ""))
    #expect(empty.message == "plain_language is empty")
    #expect(empty.position.line == 8)
    #expect(try failure(Self.note.replacing("thing one", with: "\"\"")).message == "also_known_as is empty")
  }

  @Test func `one note or all are read from the folder`() throws {
    let folder = try TemporaryFolder()
    let first = try code("0001T")
    #expect(try CodeNoteFile.readAll(in: folder.path).isEmpty)
    #expect(try CodeNoteFile.read(first, in: folder.path) == nil)
    try folder.write("code-notes/44310.yaml", Self.note)
    try folder.write("code-notes/0001T.yaml", Self.note)
    try folder.write("code-notes/README.md", "Not a note.")
    let all = try CodeNoteFile.readAll(in: folder.path)
    #expect(all.map(\.code.description) == ["0001T", "44310"])
    #expect(try CodeNoteFile.read(first, in: folder.path) == all.first)
    #expect(try CodeNoteFile.read(code("99999"), in: folder.path) == nil)
  }

  @Test func `a bad note is an input that cannot be used, and its name must be a code`() throws {
    let folder = try TemporaryFolder()
    let bad = try code("44310")
    try folder.write("code-notes/44310.yaml", "titel: A thing\n")
    let failure = try #require(#expect(throws: InputFailure.self) { try CodeNoteFile.read(bad, in: folder.path) })
    #expect(!failure.isUsage)
    #expect(failure.position.line == 1)
    try folder.write("code-notes/44310.yaml", Self.note)
    try folder.write("code-notes/ileostomy.yaml", Self.note)
    let named = try #require(#expect(throws: InputFailure.self) { try CodeNoteFile.readAll(in: folder.path) })
    #expect(named.message == "is not named after a code")
  }
}
