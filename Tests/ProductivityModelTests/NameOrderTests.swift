import ProductivityModel
import Testing

@Suite struct `Names in lists` {
  @Test func `are in the order in which a person looks for them`() {
    let names = ["Washington", "van der Berg", "Zoë", "Özil", "Oz", "Ángela", "Andrea", "de Ruyter", "Zoe"]
    let ordered = names.enumerated().map { (name: $1, id: "C-\($0)") }
      .inNameOrder { (specialty: "", name: $0.name, id: $0.id) }
    #expect(
      ordered.map(\.name)
        == ["Andrea", "Ángela", "de Ruyter", "Oz", "Özil", "van der Berg", "Washington", "Zoë", "Zoe"])
  }

  @Test func `are in one order wherever they come from`() {
    let names = ["Ada", "ada", "ADA", "Ádá"].flatMap { name in ["C-1", "C-2"].map { (name: name, id: $0) } }
    let ordered = names.inNameOrder { (specialty: "", name: $0.name, id: $0.id) }
    let turned = names.reversed().inNameOrder { (specialty: "", name: $0.name, id: $0.id) }
    #expect(ordered.map { "\($0.name) \($0.id)" } == turned.map { "\($0.name) \($0.id)" })
    #expect(ordered.map(\.id) == ["C-1", "C-1", "C-1", "C-1", "C-2", "C-2", "C-2", "C-2"])
  }
}
