import LabKit
import Testing

struct SideBySideTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test func resultsKeepTheirOrder() throws {
    #expect(try Array(0..<1000).sideBySide { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect(try [Int]().sideBySide { $0 }.isEmpty)
  }

  @Test func firstErrorInOrderIsThrown() {
    #expect(throws: Odd(number: 3)) {
      try [2, 3, 4, 5].sideBySide { number in
        if number % 2 == 1 { throw Odd(number: number) }
        return number
      }
    }
  }
}
