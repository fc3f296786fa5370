import Foundation
import NumericCore
import Testing

/// What is written comes back the same, to the last bit.
@Suite struct CodingTests {
  @Test func vectorsAreListsOfNumbers() throws {
    let json = String(decoding: try JSONEncoder().encode([1.5, -2] as Vector<Double>), as: UTF8.self)
    #expect(json == "[1.5,-2]")
  }

  @Test func matricesAreListsOfRows() throws {
    let json = String(decoding: try JSONEncoder().encode([[1, 2], [3, 4]] as Matrix<Float>), as: UTF8.self)
    #expect(json == "[[1,2],[3,4]]")
  }

  @Test func roundTripsAreExact() throws {
    var generator = Philox4x32x10(seed: 1)
    var vector = Vector<Double>.normal(200, using: &generator)
    vector *= exp(Vector<Double>.uniform(200, in: -300..<300, using: &generator))
    vector[0] = .leastNonzeroMagnitude
    vector[1] = .greatestFiniteMagnitude
    vector[2] = 0.1 + 0.2
    #expect(try again(vector) == vector)
    let matrix = Matrix<Float>.normal(rows: 20, columns: 3, using: &generator)
    #expect(try again(matrix) == matrix)
    #expect(try again(Vector<Double>([])) == [])
    #expect(try again(Matrix<Double>.zeros(0, 3)) == .zeros(0, 0))
  }

  @Test func raggedRowsAreAnError() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Matrix<Double>.self, from: Data("[[1,2],[3]]".utf8))
    }
  }

  @Test func aGeneratorGoesOnWhereItStood() throws {
    var generator = Philox4x32x10(seed: .max, stream: "weights")
    for _ in 0..<3 { _ = generator.next() }
    var copy = try again(generator)
    #expect(copy == generator)
    #expect((0..<5).map { _ in copy.next() } == (0..<5).map { _ in generator.next() })
  }

  private func again<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }
}
