import Foundation
import MedicareFees
import ProductivityModel
import TestSupport
import Testing

@testable import Ingest
@testable import Tabular

/// The notes that are published with the program: whole, of the right length, each written for its code.
@Suite struct ShippedCodeNotesTests {
  private static let dataFolder = PackageRoot.path("benchmarks-data")
  private static let notes = Result { try CodeNoteFile.readAll(in: dataFolder) }
  /// Where the tester keeps an unpacked RVU zip file of CMS, if anywhere: its descriptors are not published here.
  private static let cmsFolder = ProcessInfo.processInfo.environment["RVUBENCH_CMS_DIR"]

  @Test func `there are at least 250 notes, 44310 among them, each on a code of 2026A`() throws {
    let notes = try Self.notes.get()
    #expect(notes.count >= 250)
    #expect(notes.contains { $0.code.description == "44310" })
    let schedule = try FeeLibrary(dataFolder: Self.dataFolder).load("2026A").schedule
    for note in notes { #expect(schedule.rows(for: note.code) != nil, "\(note.code)") }
  }

  @Test func `every text keeps to its length`() throws {
    for note in try Self.notes.get() {
      #expect(note.title.count <= 80, "\(note.code)")
      #expect(!note.title.hasSuffix("."), "\(note.code)")
      #expect((2...5).contains(note.alsoKnownAs.count), "\(note.code)")
      #expect(Set(note.alsoKnownAs).count == note.alsoKnownAs.count, "\(note.code)")
      #expect((80...400).contains(note.description.count), "\(note.code): \(note.description.count)")
      #expect((60...350).contains(note.plainLanguage.count), "\(note.code): \(note.plainLanguage.count)")
      #expect((120...600).contains(note.clinicalContext.count), "\(note.code): \(note.clinicalContext.count)")
      let texts = [note.title, note.description, note.plainLanguage, note.clinicalContext] + note.alsoKnownAs
      for text in texts { #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(note.code): \(text)") }
    }
  }

  @Test func `no two notes share a sentence or nearly do`() throws {
    let sentences = try Self.notes.get().flatMap { note in
      [note.description, note.plainLanguage, note.clinicalContext].flatMap(NoteSentence.sentences)
        .map { NoteSentence(note: note.code, text: $0) }
    }
    #expect(sentences.count > 1_500)
    for pair in NoteSentence.alike(sentences) {
      Issue.record("\(pair.0.note) and \(pair.1.note): \"\(pair.0.text)\" and \"\(pair.1.text)\"")
    }
  }

  @Test(.enabled(if: cmsFolder != nil, "set RVUBENCH_CMS_DIR to an unpacked RVU zip file of CMS"))
  func `no title is CMS's short descriptor`() throws {
    let folder = try #require(Self.cmsFolder)
    let name = try #require(
      FolderListing.names(in: folder).first { $0.hasPrefix("PPRRVU") && $0.lowercased().hasSuffix(".csv") })
    var reader = DelimitedReader(try FileSource("\(folder)/\(name)"))
    var descriptors: [String: String] = [:]
    while try reader.next() {
      let cells = reader.texts()
      if cells.count > 2, ProcedureCode(cells[0]) != nil { descriptors[cells[0]] = Self.letters(cells[2]) }
    }
    #expect(descriptors.count > 10_000)
    for note in try Self.notes.get() {
      #expect(Self.letters(note.title) != descriptors[note.code.description], "\(note.code): \(note.title)")
    }
  }

  /// A text's letters and digits, small and without anything between them.
  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
