import AnswerChecks
import Foundation

/// A number for a caption, with so many digits after the point.
func words(_ number: Double, digits: Int) -> String { String(format: "%.\(digits)f", number) }

/// Numbers by batch size, as results hold them.
func bySize(_ numbers: [(size: Int, number: Double)]) -> Value {
  .record(Dictionary(numbers.map { ("\($0.size)", Value.number($0.number)) }) { _, last in last })
}

extension [Double] {
  /// The mean.
  var mean: Double { reduce(0, +) / Double(count) }
}
