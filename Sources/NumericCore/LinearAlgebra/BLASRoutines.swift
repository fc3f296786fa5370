internal import COpenBLAS

/// The routines of BLAS and LAPACK for one type of number. Opaque: write `a.dot(b)`, `svd(a)`, and so on.
///
/// Whoever takes a table sets OpenBLAS to one thread first. A product summed by two threads is rounded otherwise than by
/// one, so results would depend on the number of cores; independent runs go side by side instead.
public struct BLASRoutines<Scalar: Sendable>: Sendable {
  package typealias Letter = UnsafePointer<CChar>
  package typealias Integer = UnsafePointer<Int32>
  package typealias Integers = UnsafeMutablePointer<Int32>
  package typealias Input = UnsafePointer<Scalar>
  package typealias Numbers = UnsafeMutablePointer<Scalar>

  /// c <- scale * a b + keep * c, row-major; m, n, k are the rows of c, its columns, and the length of the sums.
  let gemm:
    @Sendable (
      _ transposeA: Bool, _ transposeB: Bool, _ m: Int32, _ n: Int32, _ k: Int32, _ scale: Scalar,
      _ a: Input, _ rowA: Int32, _ b: Input, _ rowB: Int32, _ keep: Scalar, _ c: Numbers, _ rowC: Int32
    ) -> Void

  /// The lower half of c <- a a' (or a' a), row-major; n is the size of c, k the length of the sums.
  let syrk: @Sendable (_ transpose: Bool, _ n: Int32, _ k: Int32, _ a: Input, _ rowA: Int32, _ c: Numbers) -> Void

  /// y <- a x, row-major; rows and columns are those of a before it is transposed.
  let gemv: @Sendable (_ transpose: Bool, _ rows: Int32, _ columns: Int32, _ a: Input, _ x: Input, _ y: Numbers) -> Void

  /// b <- inverse(a) b, row-major, a triangular.
  let trsm:
    @Sendable (
      _ upper: Bool, _ transpose: Bool, _ rows: Int32, _ columns: Int32, _ a: Input, _ b: Numbers
    ) -> Void

  // LAPACK, column-major, with the arguments of its own documentation.
  let syevd:
    @Sendable (
      Letter, Letter, Integer, Numbers, Integer, Numbers, Numbers, Integer, Integers, Integer, Integers
    ) -> Void
  let gesdd:
    @Sendable (
      Letter, Integer, Integer, Numbers, Integer, Numbers, Numbers, Integer, Numbers, Integer, Numbers, Integer,
      Integers, Integers
    ) -> Void
  let geqrf: @Sendable (Integer, Integer, Numbers, Integer, Numbers, Numbers, Integer, Integers) -> Void
  let orgqr: @Sendable (Integer, Integer, Integer, Numbers, Integer, Input, Numbers, Integer, Integers) -> Void
  let potrf: @Sendable (Letter, Integer, Numbers, Integer, Integers) -> Void
  let gesv: @Sendable (Integer, Integer, Numbers, Integer, Integers, Numbers, Integer, Integers) -> Void
  /// For least squares, which are an exercise: what calls it isn't in this room.
  package let gelsd:
    @Sendable (
      Integer, Integer, Integer, Numbers, Integer, Numbers, Integer, Numbers, Input, Integers, Numbers, Integer,
      Integers, Integers
    ) -> Void
}

/// Sets OpenBLAS to one thread, once, before the first routine is called.
private let oneThread: Void = openblas_set_num_threads(1)

extension BLASRoutines<Double> {
  static let double: Self = {
    oneThread
    return Self(
      gemm: { transposeA, transposeB, m, n, k, scale, a, rowA, b, rowB, keep, c, rowC in
        cblas_dgemm(
          CblasRowMajor, transposed(transposeA), transposed(transposeB), m, n, k, scale, a, rowA, b, rowB, keep, c, rowC
        )
      },
      syrk: { transpose, n, k, a, rowA, c in
        cblas_dsyrk(CblasRowMajor, CblasLower, transposed(transpose), n, k, 1, a, rowA, 0, c, n)
      },
      gemv: { transpose, rows, columns, a, x, y in
        cblas_dgemv(CblasRowMajor, transposed(transpose), rows, columns, 1, a, columns, x, 1, 0, y, 1)
      },
      trsm: { upper, transpose, rows, columns, a, b in
        cblas_dtrsm(
          CblasRowMajor, CblasLeft, upper ? CblasUpper : CblasLower, transposed(transpose), CblasNonUnit, rows, columns,
          1, a, rows, b, columns)
      },
      syevd: dsyevd_, gesdd: dgesdd_, geqrf: dgeqrf_, orgqr: dorgqr_, potrf: dpotrf_, gesv: dgesv_, gelsd: dgelsd_)
  }()
}

extension BLASRoutines<Float> {
  static let float: Self = {
    oneThread
    return Self(
      gemm: { transposeA, transposeB, m, n, k, scale, a, rowA, b, rowB, keep, c, rowC in
        cblas_sgemm(
          CblasRowMajor, transposed(transposeA), transposed(transposeB), m, n, k, scale, a, rowA, b, rowB, keep, c, rowC
        )
      },
      syrk: { transpose, n, k, a, rowA, c in
        cblas_ssyrk(CblasRowMajor, CblasLower, transposed(transpose), n, k, 1, a, rowA, 0, c, n)
      },
      gemv: { transpose, rows, columns, a, x, y in
        cblas_sgemv(CblasRowMajor, transposed(transpose), rows, columns, 1, a, columns, x, 1, 0, y, 1)
      },
      trsm: { upper, transpose, rows, columns, a, b in
        cblas_strsm(
          CblasRowMajor, CblasLeft, upper ? CblasUpper : CblasLower, transposed(transpose), CblasNonUnit, rows, columns,
          1, a, rows, b, columns)
      },
      syevd: ssyevd_, gesdd: sgesdd_, geqrf: sgeqrf_, orgqr: sorgqr_, potrf: spotrf_, gesv: sgesv_, gelsd: sgelsd_)
  }()
}

private func transposed(_ transposed: Bool) -> CBLAS_TRANSPOSE { transposed ? CblasTrans : CblasNoTrans }

/// What the linear algebra runs on; results may differ in the last bits between kernels.
public struct BLASEnvironment: Hashable, Codable, Sendable {
  /// The library's own account of its version and how it was built.
  public let configuration: String

  /// The processor core that its inner loops were written for, such as "Haswell".
  public let kernel: String

  /// How many threads it uses: 1.
  public let threads: Int

  /// The library of this process.
  public static var current: BLASEnvironment {
    oneThread
    return BLASEnvironment(
      configuration: openblas_get_config().map { String(cString: $0) } ?? "unknown",
      kernel: openblas_get_corename().map { String(cString: $0) } ?? "unknown",
      threads: Int(openblas_get_num_threads()))
  }
}
