import NumericCore
import Testing

/// Factorizations against NumPy's and SciPy's, and against what defines them. Bounds are a few hundred units of rounding.
@Suite struct LinearAlgebraTests {
  let golden: Golden

  init() throws {
    golden = try Golden.read()
  }

  @Test func singularValueDecompositions() throws {
    for known in golden.matrices {
      let parts = try svd(known.a)
      let scale = max(1e-300, known.singularValues[0])
      #expect((parts.singularValues - known.singularValues).norm <= 1e-14 * scale, "\(known.name)")
      let rebuilt = parts.u.multiplying(.rows, by: parts.singularValues).dot(parts.vTransposed)
      #expect((rebuilt - known.a).norm <= 1e-14 * scale, "\(known.name)")
      #expect(isOrthonormal(parts.u), "\(known.name)")
      #expect(isOrthonormal(parts.vTransposed.transposed), "\(known.name)")
      for row in 0..<parts.vTransposed.rows { #expect(leaderIsPositive(parts.vTransposed.row(row)), "\(known.name)") }
    }
  }

  @Test func qrFactorizations() throws {
    for known in golden.matrices {
      let factors = try qr(known.a)
      let scale = max(1e-300, known.singularValues[0])
      #expect((factors.q.dot(factors.r) - known.a).norm <= 1e-14 * scale, "\(known.name)")
      #expect(isOrthonormal(factors.q), "\(known.name)")
      #expect(factors.r.diagonal.allSatisfy { $0 >= 0 }, "\(known.name)")
      for row in 1..<max(1, factors.r.rows) {
        #expect((0..<row).allSatisfy { factors.r[row, $0] == 0 }, "\(known.name)")
      }
      // R is unique only where no column depends on others.
      if known.rank == min(known.a.rows, known.a.columns) {
        #expect((factors.r - known.r).norm <= 1e-13 * scale, "\(known.name)")
      }
    }
  }

  @Test func symmetricProblems() throws {
    for known in golden.symmetric {
      let eigen = try symmetricEigen(known.a)
      let scale = known.a.norm
      #expect((eigen.values - known.values).norm <= 1e-14 * scale)
      #expect((eigen.vectors - known.vectors).norm <= 1e-10)
      #expect((known.a.dot(eigen.vectors) - eigen.vectors.multiplying(.rows, by: eigen.values)).norm <= 1e-13 * scale)
      #expect(isOrthonormal(eigen.vectors))

      let lower = try cholesky(known.a)
      #expect((lower - known.cholesky).norm <= 1e-13 * known.cholesky.norm)
      #expect(lower.row(0).dropFirst().allSatisfy { $0 == 0 })

      let bound = 1e-14 * known.condition
      #expect((try solve(known.a, known.b) - known.solution).norm <= bound * known.solution.norm)
      #expect((try solveTriangular(lower, known.b, .lower) - known.forward).norm <= bound * known.forward.norm)
      let backward = try solveTriangular(lower, known.b, .lower, transposed: true)
      #expect((backward - known.backward).norm <= bound * known.backward.norm)
      let upper = try solveTriangular(lower.transposed, known.b, .upper)
      #expect((upper - known.backward).norm <= bound * known.backward.norm)
      let values = try singularValues(known.a)
      #expect(abs(values.max() / values.min() / known.condition - 1) <= 1e-10)
    }
  }

  @Test func floatsGiveTheSameToTheirPrecision() throws {
    for known in golden.matrices where known.name == "tall" || known.name == "wide" {
      let a = Matrix<Float>(converting: known.a)
      let values = try svd(a).singularValues
      #expect((Vector<Double>(converting: values) - known.singularValues).norm <= 1e-5)
      let factors = try qr(a)
      #expect((factors.q.dot(factors.r) - a).norm <= 1e-5)
    }
    for known in golden.symmetric {
      let a = Matrix<Float>(converting: known.a)
      let scale = Float(known.a.norm)
      let eigen = try symmetricEigen(a)
      #expect((a.dot(eigen.vectors) - eigen.vectors.multiplying(.rows, by: eigen.values)).norm <= 1e-5 * scale)
      let lower = try cholesky(a)
      #expect((lower.dot(lower, transposingRight: true) - a).norm <= 1e-5 * scale)
      let x = try solveTriangular(lower, Vector<Float>(converting: known.b), .lower)
      #expect((lower.dot(x) - Vector<Float>(converting: known.b)).norm <= 1e-4)
    }
  }

  @Test func largeSystem() throws {
    var generator = Philox4x32x10(seed: 3)
    let a = Matrix<Double>.normal(rows: 80, columns: 80, using: &generator)
    let x = Matrix<Double>.normal(rows: 80, columns: 3, using: &generator)
    #expect((try solve(a, a.dot(x)) - x).norm <= 1e-9)
    let parts = try svd(a)
    #expect((parts.u.multiplying(.rows, by: parts.singularValues).dot(parts.vTransposed) - a).norm <= 1e-11)
  }

  @Test func blasUsesOneThread() {
    let environment = BLASEnvironment.current
    #expect(environment.threads == 1)
    #expect(environment.configuration.contains("OpenBLAS"))
    #expect(!environment.kernel.isEmpty)
  }

  @Test func resultsAreTheSameSideBySide() async throws {
    @Sendable func work(_ run: Int) throws -> Vector<Double> {
      var generator = Philox4x32x10(seed: 9).stream("run", run)
      let a = Matrix<Double>.normal(rows: 120, columns: 90, using: &generator)
      let values = try symmetricEigen(a.dot(a, transposingLeft: true)).values
      return try values + singularValues(a)
    }
    let alone = try (0..<6).map(work)
    let together = try await withThrowingTaskGroup(of: (Int, Vector<Double>).self) { group in
      for run in (0..<6).reversed() { group.addTask { (run, try work(run)) } }
      return try await group.reduce(into: [Int: Vector<Double>]()) { $0[$1.0] = $1.1 }
    }
    for run in 0..<6 { #expect(together[run] == alone[run]) }
  }

  private func isOrthonormal(_ columns: Matrix<Double>) -> Bool {
    (columns.dot(columns, transposingLeft: true) - .identity(columns.columns)).norm <= 1e-13
  }

  private func leaderIsPositive(_ vector: Vector<Double>) -> Bool { abs(vector.min()) <= vector.max() * (1 + 1e-7) }
}
