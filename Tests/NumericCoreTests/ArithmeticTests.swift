import NumericCore
import Testing

/// Every operator of vectors and of matrices does to each element what the operator of numbers does.
@Suite struct ArithmeticTests {
  private let left = [1.5, -2, 0.25, 8, -0.5, 3]
  private let right = [4.0, 0.5, -2, 16, -8, 0.125]
  private let number = -4.0

  /// What the operator makes of two arrays, of an array and a number, and of a number and an array.
  private struct Expected {
    let arrays: [Double]
    let arrayAndNumber: [Double]
    let numberAndArray: [Double]
  }

  private func expected(_ operation: (Double, Double) -> Double) -> Expected {
    Expected(
      arrays: zip(left, right).map(operation), arrayAndNumber: left.map { operation($0, number) },
      numberAndArray: right.map { operation(number, $0) })
  }

  @Test func ofVectors() {
    let (a, b) = (Vector(left), Vector(right))
    let (sum, difference, product, quotient) = (expected(+), expected(-), expected(*), expected(/))
    #expect((a + b).elements == sum.arrays)
    #expect((a + number).elements == sum.arrayAndNumber)
    #expect((number + b).elements == sum.numberAndArray)
    #expect((a - b).elements == difference.arrays)
    #expect((a - number).elements == difference.arrayAndNumber)
    #expect((number - b).elements == difference.numberAndArray)
    #expect((a * b).elements == product.arrays)
    #expect((a * number).elements == product.arrayAndNumber)
    #expect((number * b).elements == product.numberAndArray)
    #expect((a / b).elements == quotient.arrays)
    #expect((a / number).elements == quotient.arrayAndNumber)
    #expect((number / b).elements == quotient.numberAndArray)
    #expect((-a).elements == left.map { -$0 })
  }

  @Test func ofMatrices() {
    let (a, b) = (matrix(left), matrix(right))
    let (sum, difference, product, quotient) = (expected(+), expected(-), expected(*), expected(/))
    #expect((a + b).elements == sum.arrays)
    #expect((a + number).elements == sum.arrayAndNumber)
    #expect((number + b).elements == sum.numberAndArray)
    #expect((a - b).elements == difference.arrays)
    #expect((a - number).elements == difference.arrayAndNumber)
    #expect((number - b).elements == difference.numberAndArray)
    #expect((a * b).elements == product.arrays)
    #expect((a * number).elements == product.arrayAndNumber)
    #expect((number * b).elements == product.numberAndArray)
    #expect((a / b).elements == quotient.arrays)
    #expect((a / number).elements == quotient.arrayAndNumber)
    #expect((number / b).elements == quotient.numberAndArray)
    #expect((-a).elements == left.map { -$0 })
  }

  @Test func ofMatricesInPlace() {
    let (a, b) = (matrix(left), matrix(right))
    func changed(_ change: (inout Matrix<Double>) -> Void) -> Matrix<Double> {
      var copy = a
      change(&copy)
      return copy
    }
    #expect(changed { $0 += b } == a + b)
    #expect(changed { $0 += number } == a + number)
    #expect(changed { $0 -= b } == a - b)
    #expect(changed { $0 -= number } == a - number)
    #expect(changed { $0 *= b } == a * b)
    #expect(changed { $0 *= number } == a * number)
    #expect(changed { $0 /= b } == a / b)
    #expect(changed { $0 /= number } == a / number)
    #expect(changed { $0.add(b, times: number) } == a + number * b)
    #expect(changed { $0.scale(by: 2, adding: b, times: number) } == 2 * a + number * b)
    #expect(changed { $0.fill(with: number) } == Matrix(rows: 2, columns: 3, repeating: number))
  }

  private func matrix(_ elements: [Double]) -> Matrix<Double> { Matrix(rows: 2, columns: 3, elements: elements) }
}
