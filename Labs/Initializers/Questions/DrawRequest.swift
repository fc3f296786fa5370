import AnswerWire
import NumericCore

/// The exercises that draw a layer's weights themselves.
public enum DrawingExercise: String, Codable, Sendable, CaseIterable {
  /// 2.6 on a Gaussian matrix.
  case orthogonal = "2.6"
  /// 2.8.
  case heNormal = "2.8"
}

/// What the lab asks for to draw its figures with your weights: one layer, from a generator that it gives.
public struct DrawRequest: Codable, Sendable {
  /// The request's name, beside those of the exercises.
  public static let name = "draw"

  /// Whose weights.
  public var exercise: DrawingExercise
  /// The fan-in.
  public var inputs: Int
  /// The fan-out.
  public var outputs: Int
  /// Where all draws come from, as text: its whole numbers have more digits than a JSON number keeps.
  private var generator: String

  /// A layer and a generator.
  public init(_ exercise: DrawingExercise, inputs: Int, outputs: Int, generator: Philox4x32x10) throws {
    self.exercise = exercise
    self.inputs = inputs
    self.outputs = outputs
    self.generator = String(decoding: try Wire.encode(generator), as: UTF8.self)
  }

  /// The weights by somebody's answers.
  func weights(by answers: any InitializersQuestions) throws -> PackedWeights {
    var generator = try Wire.decode(Philox4x32x10.self, from: .init(generator.utf8))
    switch exercise {
    case .heNormal:
      return PackedWeights(try answers.sampleHeNormal(inputs: inputs, outputs: outputs, using: &generator))
    case .orthogonal:
      let (long, short) = (max(inputs, outputs), min(inputs, outputs))
      let gaussian = Matrix<Double>.normal(rows: long, columns: short, using: &generator)
      return PackedWeights(try answers.orthogonal(gaussian: inputs >= outputs ? gaussian : gaussian.transposed))
    }
  }
}

/// Weights on their way back: a text of 16 hexadecimal digits a number, which is read a hundred times faster than a
/// list of as many numbers.
public struct PackedWeights: Codable, Sendable, Equatable {
  private static let digits = 16

  private let rows: Int
  private let columns: Int
  private let bits: String

  /// Weights, packed.
  public init(_ weights: Matrix<Double>) {
    rows = weights.rows
    columns = weights.columns
    bits = weights.elements.reduce(into: "") { text, weight in
      let digits = String(weight.bitPattern, radix: 16)
      text += String(repeating: "0", count: Self.digits - digits.count) + digits
    }
  }

  /// The weights; nothing where the text holds another number of them.
  public var weights: Matrix<Double>? {
    let text = Array(bits.utf8)
    guard rows > 0, columns > 0, text.count.isMultiple(of: Self.digits) else { return nil }
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard !overflows, text.count / Self.digits == count else { return nil }
    let numbers = stride(from: 0, to: text.count, by: Self.digits).compactMap { place in
      UInt64(String(decoding: text[place..<place + Self.digits], as: UTF8.self), radix: 16).map(
        Double.init(bitPattern:))
    }
    return numbers.count == count ? Matrix(rows: rows, columns: columns, elements: numbers) : nil
  }
}
