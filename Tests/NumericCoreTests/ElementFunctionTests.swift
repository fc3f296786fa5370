import Foundation
import NumericCore
import Testing

/// Each function of the formulas, in all six of its forms: it does to a number, and to every element of an array, what
/// its name says.
@Suite struct ElementFunctionTests {
  /// A function in all forms that are written out for it, and what it should give, computed by another library.
  struct Function: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: @Sendable (Double) -> Double
    let ofDouble: @Sendable (Double) -> Double
    let ofFloat: @Sendable (Float) -> Float
    let ofDoubles: @Sendable (Vector<Double>) -> Vector<Double>
    let ofFloats: @Sendable (Vector<Float>) -> Vector<Float>
    let ofDoubleMatrix: @Sendable (Matrix<Double>) -> Matrix<Double>
    let ofFloatMatrix: @Sendable (Matrix<Float>) -> Matrix<Float>

    var testDescription: String { name }
  }

  static let functions = [
    Function(
      name: "exp", expected: Foundation.exp, ofDouble: NumericCore.exp, ofFloat: NumericCore.exp, ofDoubles: exp,
      ofFloats: exp, ofDoubleMatrix: exp, ofFloatMatrix: exp),
    Function(
      name: "log", expected: Foundation.log, ofDouble: NumericCore.log, ofFloat: NumericCore.log, ofDoubles: log,
      ofFloats: log, ofDoubleMatrix: log, ofFloatMatrix: log),
    Function(
      name: "expm1", expected: Foundation.expm1, ofDouble: NumericCore.expm1, ofFloat: NumericCore.expm1,
      ofDoubles: expm1, ofFloats: expm1, ofDoubleMatrix: expm1, ofFloatMatrix: expm1),
    Function(
      name: "log1p", expected: Foundation.log1p, ofDouble: NumericCore.log1p, ofFloat: NumericCore.log1p,
      ofDoubles: log1p, ofFloats: log1p, ofDoubleMatrix: log1p, ofFloatMatrix: log1p),
    Function(
      name: "sin", expected: Foundation.sin, ofDouble: NumericCore.sin, ofFloat: NumericCore.sin, ofDoubles: sin,
      ofFloats: sin, ofDoubleMatrix: sin, ofFloatMatrix: sin),
    Function(
      name: "cos", expected: Foundation.cos, ofDouble: NumericCore.cos, ofFloat: NumericCore.cos, ofDoubles: cos,
      ofFloats: cos, ofDoubleMatrix: cos, ofFloatMatrix: cos),
    Function(
      name: "tanh", expected: Foundation.tanh, ofDouble: NumericCore.tanh, ofFloat: NumericCore.tanh, ofDoubles: tanh,
      ofFloats: tanh, ofDoubleMatrix: tanh, ofFloatMatrix: tanh),
    Function(
      name: "sqrt", expected: { $0.squareRoot() }, ofDouble: NumericCore.sqrt, ofFloat: NumericCore.sqrt,
      ofDoubles: sqrt, ofFloats: sqrt, ofDoubleMatrix: sqrt, ofFloatMatrix: sqrt),
    Function(
      name: "square", expected: { $0 * $0 }, ofDouble: square, ofFloat: square, ofDoubles: square, ofFloats: square,
      ofDoubleMatrix: square, ofFloatMatrix: square),
    Function(
      name: "sign", expected: { $0 < 0 ? -1 : $0 > 0 ? 1 : 0 }, ofDouble: sign, ofFloat: sign, ofDoubles: sign,
      ofFloats: sign, ofDoubleMatrix: sign, ofFloatMatrix: sign),
    Function(
      name: "abs", expected: { $0.magnitude }, ofDouble: { Swift.abs($0) }, ofFloat: { Swift.abs($0) }, ofDoubles: abs,
      ofFloats: abs, ofDoubleMatrix: abs, ofFloatMatrix: abs),
    Function(
      name: "pow 1.5", expected: { Foundation.pow($0, 1.5) }, ofDouble: { NumericCore.pow($0, 1.5) },
      ofFloat: { NumericCore.pow($0, 1.5) }, ofDoubles: { pow($0, 1.5) }, ofFloats: { pow($0, 1.5) },
      ofDoubleMatrix: { pow($0, 1.5) }, ofFloatMatrix: { pow($0, 1.5) }),
    Function(
      name: "clamp", expected: { Swift.min(Swift.max($0, 0.2), 1.5) }, ofDouble: { clamp($0, 0.2, 1.5) },
      ofFloat: { clamp($0, 0.2, 1.5) }, ofDoubles: { clamp($0, 0.2, 1.5) }, ofFloats: { clamp($0, 0.2, 1.5) },
      ofDoubleMatrix: { clamp($0, 0.2, 1.5) }, ofFloatMatrix: { clamp($0, 0.2, 1.5) }),
    Function(
      name: "maximum", expected: { Swift.max($0, 0.7) }, ofDouble: { Swift.max($0, 0.7) },
      ofFloat: { Swift.max($0, 0.7) }, ofDoubles: { maximum($0, 0.7) }, ofFloats: { maximum($0, 0.7) },
      ofDoubleMatrix: { maximum($0, 0.7) }, ofFloatMatrix: { maximum($0, 0.7) }),
    Function(
      name: "minimum", expected: { Swift.min($0, 0.7) }, ofDouble: { Swift.min($0, 0.7) },
      ofFloat: { Swift.min($0, 0.7) }, ofDoubles: { minimum($0, 0.7) }, ofFloats: { minimum($0, 0.7) },
      ofDoubleMatrix: { minimum($0, 0.7) }, ofFloatMatrix: { minimum($0, 0.7) }),
  ]

  /// Negative numbers come first; where a function has no value there, all forms agree about that.
  private let numbers = [-2, -0.75, 0.125, 0.5, 1.25, 3]

  @Test(arguments: functions)
  func ofDoubles(function: Function) {
    let expected = numbers.map(function.expected)
    #expect(isSame(numbers.map(function.ofDouble), expected, within: 1e-14))
    #expect(isSame(function.ofDoubles(Vector(numbers)).elements, expected, within: 1e-14))
    let matrix = function.ofDoubleMatrix(Matrix(rows: 2, columns: 3, elements: numbers))
    #expect(isSame(matrix.elements, expected, within: 1e-14))
    #expect(matrix.rows == 2 && matrix.columns == 3)
  }

  @Test(arguments: functions)
  func ofFloats(function: Function) {
    let expected = numbers.map(function.expected)
    let floats = numbers.map(Float.init)
    #expect(isSame(floats.map { Double(function.ofFloat($0)) }, expected, within: 1e-6))
    #expect(isSame(function.ofFloats(Vector(floats)).elements.map(Double.init), expected, within: 1e-6))
    let matrix = function.ofFloatMatrix(Matrix(rows: 3, columns: 2, elements: floats))
    #expect(isSame(matrix.elements.map(Double.init), expected, within: 1e-6))
    #expect(matrix.rows == 3 && matrix.columns == 2)
  }

  /// Whether these are the same numbers relative to their size; what is not a number is the same as what isn't either.
  private func isSame(_ found: [Double], _ expected: [Double], within tolerance: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy {
        $0.isNaN && $1.isNaN || ($0 - $1).magnitude <= tolerance * Swift.max($1.magnitude, 1e-3)
      }
  }
}
