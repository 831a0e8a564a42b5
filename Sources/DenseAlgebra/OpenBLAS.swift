#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The system's OpenBLAS, loaded when the first product is asked for: most commands ask for none, and loading it takes time and
/// starts threads.
enum OpenBLAS {
  /// `cblas_sgemm`: the order of the elements, what is transposed, the sizes, and the matrices, each with the length of its rows.
  typealias Product =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>?, Int32, UnsafePointer<Float>?, Int32,
      Float,
      UnsafeMutablePointer<Float>?, Int32
    ) -> Void

  /// The numbers that CBLAS gives to matrices row after row, and to matrices as they are and transposed.
  static let rowMajor: Int32 = 101
  static let asItIs: Int32 = 111
  static let transposed: Int32 = 112

  /// The product of two matrices, on the calling thread alone: a batch program's cores are its caller's to give.
  static let product: Product = {
    let useThreads = unsafeBitCast(function("openblas_set_num_threads"), to: (@convention(c) (Int32) -> Void).self)
    useThreads(1)
    return unsafeBitCast(function("cblas_sgemm"), to: Product.self)
  }()

  private static func function(_ name: String) -> UnsafeMutableRawPointer {
    guard let library = dlopen("libopenblas.so.0", RTLD_LAZY), let function = dlsym(library, name) else {
      fatalError("OpenBLAS cannot be loaded: \(dlerror().map { String(cString: $0) } ?? name)")
    }
    return function
  }
}
