import NumericCore
import Testing

/// The bytes of numbers, which tell -0 from 0.
///
/// No array, and no vector: where two of those differ, the testing library looks for the shortest way from one to the
/// other, which takes hours for a network's weights. A test that fails wouldn't end.
struct Bytes: Hashable, Sendable, CustomTestStringConvertible, CustomReflectable {
  private let bytes: [UInt8]

  init<Scalar: Real>(_ numbers: Vector<Scalar>) {
    bytes = numbers.withUnsafeElements { Array(UnsafeRawBufferPointer($0)) }
  }

  var testDescription: String { "\(bytes.count) bytes" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
