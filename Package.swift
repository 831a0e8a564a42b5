// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "rvubench",
  products: [
    .executable(name: "rvubench", targets: ["rvubench"]),
    // For the package of the fuzzers, scripts/fuzz.d.
    .library(name: "FuzzEntries", targets: ["FuzzEntries"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The words of the field, and the pure core: no I/O, no clock, no locale, no randomness.
    .target(name: "ProductivityModel"),
    .target(name: "MedicareFees", dependencies: ["ProductivityModel"]),
    .target(name: "Crediting", dependencies: ["ProductivityModel", "MedicareFees"]),
    // Products of matrices by a system library, without I/O, so that the core may use it.
    .target(name: "DenseAlgebra"),
    .target(name: "Benchmarking", dependencies: ["ProductivityModel", "DenseAlgebra", "Threads"]),
    .target(name: "Compensation", dependencies: ["ProductivityModel", "Benchmarking"]),
    .target(
      name: "Reporting",
      dependencies: ["ProductivityModel", "MedicareFees", "Crediting", "Benchmarking", "Compensation"]),
    .target(name: "SamplePractice", dependencies: ["ProductivityModel"]),
    // Work side by side, without I/O and with the same result on any number of threads, so that the core may use it.
    .target(name: "Threads", dependencies: ["CExchange"]),

    // Bytes to rows, rows to values, reports to bytes.
    .target(name: "Tabular", dependencies: ["Threads", "CZip", "CZlib", "CExpat"]),
    .target(
      name: "Ingest",
      dependencies: [
        "ProductivityModel", "MedicareFees", "Crediting", "Benchmarking", "Compensation", "Tabular", "Publishing",
        "Threads", "CLibcrypto",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Rendering",
      dependencies: [
        "ProductivityModel", "MedicareFees", "Crediting", "Benchmarking", "Compensation", "Reporting", "Tabular",
        "Threads",
        "CCairo", "CPango", "CXlsxWriter", "CWorkbookParts",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Templates")]),
    .target(name: "Publishing", dependencies: ["CExchange"]),

    // The order of the stages, and the command line.
    .target(
      name: "Pipeline",
      dependencies: [
        "ProductivityModel", "MedicareFees", "Crediting", "Benchmarking", "Compensation", "Reporting", "Tabular",
        "Ingest", "Rendering", "Publishing", "Threads", "CExchange",
      ]),
    // The record of runs: an SQLite file. It stands above the pipeline, since GRDB's operators would be candidates in every
    // expression of a module that imports it.
    .target(
      name: "RunLedger",
      dependencies: [
        "ProductivityModel", "Reporting", "Ingest", "Publishing", "Pipeline", "Tabular",
        "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "rvubench",
      dependencies: [
        "ProductivityModel", "MedicareFees", "Crediting", "Benchmarking", "Compensation", "Reporting", "Ingest",
        "Rendering", "Publishing", "Pipeline", "RunLedger",
        "SamplePractice", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Swift's own libraries within the program: to find them and join them to it at each start takes 8 ms. The parts of
      // Foundation are named here since their own files of the shared form do not name them.
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
        .linkedLibrary("CoreFoundation", .when(configuration: .release)),
        .linkedLibrary("_FoundationICU", .when(configuration: .release)),
        .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
        .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
      ]),

    // Swift's Glibc does not show renameat2, which exchanges two folders in one step.
    .target(name: "CExchange", path: "Sources/System/CExchange"),
    // Keeps the parts of a workbook in memory while libxlsxwriter puts it together.
    .target(name: "CWorkbookParts", path: "Sources/System/CWorkbookParts"),
    .systemLibrary(
      name: "CLibcrypto", path: "Sources/System/CLibcrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CZip", path: "Sources/System/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/System/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CZstd", path: "Sources/System/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CExpat", path: "Sources/System/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", path: "Sources/System/CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CCairo", path: "Sources/System/CCairo", pkgConfig: "cairo-pdf", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CPango", path: "Sources/System/CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),

    // Measures the search for peers of a like case mix; the tests run it under several of OpenBLAS's inner loops.
    .executableTarget(
      name: "CaseMixMeasure", dependencies: ["Benchmarking", "TestSupport"], path: "Tests/CaseMixMeasure"),
    // Draws the chart of the README from what was measured.
    .executableTarget(
      name: "BenchPicture", dependencies: ["ProductivityModel", "Rendering", "Reporting"], path: "Tests/BenchPicture"),
    .target(name: "TestSupport", dependencies: ["ProductivityModel"], path: "Tests/TestSupport"),
    .target(
      name: "FuzzEntries",
      dependencies: ["Benchmarking", "Ingest", "ProductivityModel", "Tabular", "Threads", "TestSupport"],
      path: "Tests/FuzzEntries"),
    .testTarget(name: "ProductivityModelTests", dependencies: ["ProductivityModel", "TestSupport"]),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "Threads", "TestSupport"]),
    .testTarget(
      name: "MedicareFeesTests", dependencies: ["MedicareFees", "Ingest", "Tabular", "Threads", "TestSupport"]),
    .testTarget(name: "CreditingTests", dependencies: ["Crediting", "Ingest", "TestSupport"]),
    .testTarget(name: "DenseAlgebraTests", dependencies: ["DenseAlgebra", "TestSupport"]),
    .testTarget(name: "BenchmarkingTests", dependencies: ["Benchmarking", "Threads", "TestSupport"]),
    .testTarget(name: "CompensationTests", dependencies: ["Compensation", "TestSupport"]),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
    .testTarget(name: "IngestTests", dependencies: ["Compensation", "Ingest", "Threads", "TestSupport"]),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Benchmarking", "Compensation", "Crediting", "MedicareFees", "ProductivityModel", "Rendering", "Reporting",
        "TestSupport", "Threads",
      ]),
    .testTarget(name: "RunLedgerTests", dependencies: ["RunLedger", "TestSupport"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"]),
    .testTarget(name: "PipelineTests", dependencies: ["Pipeline", "SamplePractice", "Threads", "TestSupport"]),
    .testTarget(name: "FuzzCorpusTests", dependencies: ["FuzzEntries", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["rvubench", "BenchPicture", "CaseMixMeasure", "ProductivityModel", "Publishing", "TestSupport"],
      exclude: ["HandWorked", "CodePages", "Ledgers"]),
  ],
  swiftLanguageModes: [.v6]
)
