import Testing

@testable import Rendering

struct SlugTests {
  @Test(arguments: [
    ("C017", "c017"), ("General surgery", "general-surgery"), ("  OB/GYN -- maternal  ", "ob-gyn-maternal"),
    ("../../etc/passwd", "etc-passwd"), ("", "unnamed"), ("王", "unnamed"), ("a.html", "a-html"),
    ("300 \u{212A}", "300-k"), ("Ärzte und É", "rzte-und"), ("-a-", "a"), ("a\r\nb", "a-b"),
    (String(repeating: "x", count: 59) + " y", String(repeating: "x", count: 59)),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 60)),
  ])
  func `a slug has small letters, digits and hyphens only`(text: String, slug: String) {
    #expect(Slug.base(of: text) == slug)
  }

  @Test func `texts that slug alike get names of their own, whatever their order`() {
    let texts = ["C-17", "c 17", "C.17", "C17", "", "王", "李", "c-17-2"]
    let slugs = Slug.unique(for: texts)
    #expect(slugs.count == texts.count)
    #expect(Set(slugs.values).count == texts.count)
    #expect(slugs == Slug.unique(for: texts.reversed()))
    #expect(slugs["C17"] == "c17")
  }

  @Test func `a new text that slugs differently does not rename the others`() {
    let before = Slug.unique(for: ["C-17", "c 17", "Ann"])
    let after = Slug.unique(for: ["C-17", "c 17", "Ann", "Bob", "c.18"])
    for text in before.keys.sorted() { #expect(before[text] == after[text]) }
  }

  @Test func `a text that slugs like another's marked name does not take it`() throws {
    let marked = try #require(Slug.unique(for: ["a b", "a-b"])["a b"])
    let slugs = Slug.unique(for: ["a b", "a-b", marked])
    #expect(Set(slugs.values).count == 3)
  }

  @Test(arguments: ["CON", "aux", "Lpt1"])
  func `a name that a file system reserves is not used as it is`(text: String) {
    #expect(Slug.unique(for: [text])[text] != text.lowercased())
  }
}
