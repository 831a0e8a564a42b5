import TestSupport

extension HostileCase {
  private static let isa =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*1200*^*00501*000000042*0*P*:~"
  private static let head = isa + "GS*HC*S*R*20260301*1200*7*X*005010X222A1~ST*837*0001*005010X222A1~"
  private static let claim =
    "HL*1**20*1~NM1*85*2*CLINIC*****XX*1000000103~HL*2*1*22*0~NM1*IL*1*DOE*PAT****MI*MRN0000001~CLM*C1*9***11:B:1~"
  private static let line = "LX*1~SV1*HC:99214*1*UN*1***1~DTP*472*D8*20251006~"
  private static let end = "SE*1*0001~GE*1*7~IEA*1*000000042~"

  private static func claims(
    _ name: String, codes: Set<Int32> = [3], says: [String] = ["error:"], bytes: @escaping @Sendable () -> [UInt8]
  ) -> HostileCase {
    HostileCase(name, "log.837", job: job(log: "log.837"), codes: codes, says: says, bytes: bytes)
  }

  private static func text(_ parts: String...) -> [UInt8] { parts.flatMap { Array($0.utf8) } }

  /// Claims in X12 interchanges.
  static let claims: [HostileCase] = [
    claims("a segment of 100 MB", says: ["has a segment of more than 1 MB"]) {
      text(head, claim, "REF*") + repeated("MRN")
    },
    claims("no end of a segment anywhere", says: ["more than 1 MB"]) {
      text(String(isa.dropLast()), "!") + repeated("NM1*IL*1*DOE~")
    },
    claims("an ISA of one mark for everything") {
      text(isa.replacing(":~", with: "**"), head)
    },
    claims("an ISA of nothing but separators") { text("ISA") + repeated("*", to: 200) },
    claims("an ISA that is cut off") { text(String(isa.prefix(60))) },
    claims("an ISA of 100 MB") { text("ISA*") + repeated("0") },
    claims("an ISA and nothing else") { text(isa) },
    claims("interchanges without end", says: ["error:"]) { repeated(isa) },
    claims("millions of elements", codes: [0, 3], says: ["log.837"]) {
      text(head, claim, line) + repeated("SV1" + String(repeating: "*", count: 1_000_000) + "~") + text(end)
    },
    claims("millions of components", codes: [0, 3], says: ["log.837"]) {
      text(head, claim, line) + repeated("SV1*" + String(repeating: ":", count: 1_000_000) + "~") + text(end)
    },
    claims("a million levels of the hierarchy", codes: [0, 3], says: ["log.837"]) {
      text(head) + repeated("HL*1**20*1~HL*2*1*22*0~") + text(end)
    },
    claims("millions of claims without lines", codes: [0, 3], says: ["log.837"]) {
      text(head, claim) + repeated("CLM*C1*9***11:B:1~") + text(end)
    },
    claims("millions of lines without anything", codes: [0, 3], says: ["log.837"]) {
      text(head, claim) + repeated("LX*1~", to: large / 8) + text(end)
    },
    claims("an identifier of a megabyte", codes: [0], says: ["log.837"]) {
      text(head, claim.replacing("1000000103", with: String(repeating: "MRN", count: 300_000)), line, end)
    },
    claims("a code of a megabyte", codes: [0], says: ["is longer than any in claims"]) {
      text(head, claim, line.replacing("99214", with: String(repeating: "MRN", count: 300_000)), end)
    },
    claims("ends of sets without end", codes: [0, 3], says: ["log.837"]) {
      text(head, claim, line) + repeated("SE*1*1~ST*837*1~")
    },
    claims("NUL bytes after the ISA", codes: [0, 3]) { text(isa) + [UInt8](repeating: 0, count: large) },
    claims("line ends only after the ISA") { text(isa) + repeated("\r\n") },
    claims("a segment of line ends", says: ["error:"]) { text(head, claim, "NM1") + repeated("\n") },
    claims("claims packed to 10 GB", says: ["cannot be understood"]) {
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        + RepeatedDeflate(text(head, claim), repeating: Array("LX*~".utf8), to: 10 << 30, []).bytes
    },
  ]
}
