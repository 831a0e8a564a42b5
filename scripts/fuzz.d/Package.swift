// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that no build of the program needs a fuzzer. `scripts/fuzz` builds and runs it.
let package = Package(
  name: "fuzz",
  products: [.library(name: "FuzzTarget", type: .static, targets: ["FuzzTarget"])],
  dependencies: [.package(name: "rvubench", path: "../..")],
  targets: [
    .target(name: "FuzzTarget", dependencies: [.product(name: "FuzzEntries", package: "rvubench")])
  ],
  swiftLanguageModes: [.v6]
)
