import NumericCore
import Testing

/// What is printed, and what a mistake in shapes says before the program ends.
@Suite struct MessageTests {
  @Test func vectorsPrint() {
    #expect("\([1, 2.5, 3] as Vector<Double>)" == "[1.0, 2.5, 3.0]")
    #expect("\([-1, 0.125] as Vector<Float>)" == "[-1.000,  0.125]")
    #expect("\([1e-9, 1] as Vector<Double>)" == "[1.0e-09, 1.0e+00]")
    #expect("\([.nan, -.infinity, 1] as Vector<Double>)" == "[ nan, -inf,  1.0]")
    #expect("\(Vector<Double>([]))" == "[]")
    let long = Vector<Double>(count: 100) { Double($0) }
    #expect("\(long)" == "[ 0.0,  1.0,  2.0,  3.0, ..., 96.0, 97.0, 98.0, 99.0]")
  }

  @Test func matricesPrintInLines() {
    #expect("\([[1, -2], [30, 4]] as Matrix<Double>)" == "[[ 1.0, -2.0],\n [30.0,  4.0]]")
    let large = Matrix<Double>(rows: 50, columns: 1) { row, _ in Double(row) }
    #expect("\(large)".split(separator: "\n").count == 9)
    #expect("\(large)".contains("...,\n [46.0]"))
  }

  @Test func shapesThatDoNotFitEndTheProgram() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let (a, b): (Vector<Double>, Vector<Double>) = ([1, 2, 3], [1, 2, 3, 4])
      print(a + b)
    }
    expect(ends, says: "Vector of 3 and Vector of 4 can't be added: they need the same count.")
  }

  @Test func matricesThatDoNotFitEndTheProgram() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let (a, b): (Matrix<Float>, Matrix<Float>) = (.zeros(2, 3), .zeros(3, 2))
      print(a * b)
    }
    expect(ends, says: "Matrix of 2 × 3 and Matrix of 3 × 2 can't be multiplied: they need the same shape.")
  }

  @Test func productsThatDoNotFitEndTheProgram() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let a = Matrix<Double>.zeros(2, 3)
      print(a.dot(a))
    }
    expect(
      ends,
      says: "Matrix of 2 × 3 and Matrix of 2 × 3 can't be multiplied: they need as many columns left as rows right.")
  }

  @Test func indicesOutsideEndTheProgram() async {
    let ends = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let a: Vector<Double> = [1, 2, 3]
      print(a[3])
    }
    expect(ends, says: "Index 3 is outside a Vector of 3: the first element has index 0, the last 2.")
  }

  private func expect(_ result: ExitTest.Result?, says sentence: String, _ location: SourceLocation = #_sourceLocation)
  {
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains(sentence), "\(said.prefix(300))", sourceLocation: location)
  }
}
