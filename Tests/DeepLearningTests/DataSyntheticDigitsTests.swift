import DeepLearning
import Foundation
import NumericCore
import Testing

/// The digits made by a pen of numbers: the same bytes always, all classes, and not too easy.
@Suite struct DataSyntheticDigitsTests {
  private func bytes(_ images: LabelledImages) -> [UInt8] { images.pixels.elements.map { UInt8(($0 * 255).rounded()) } }

  /// The hash (FNV-1a, 64 bits) of the first hundred training images of seed 1, computed in Python from a written file.
  @Test func theBytesAreAlwaysTheSame() {
    let dataset = SyntheticDigits.dataset(training: 100, test: 10, seed: 1)
    let hash = bytes(dataset.training).reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    #expect(hash == 0x7DD0_B5D0_1021_C4C1)
    #expect(dataset.training.labels.prefix(20) == [3, 1, 6, 7, 4, 5, 2, 9, 0, 8, 7, 1, 8, 9, 0, 3, 2, 4, 6, 5])
    #expect(dataset.training.images.rows == 28 && dataset.training.images.columns == 28)
    #expect(bytes(dataset.test) != Array(bytes(dataset.training).prefix(7840)))
  }

  /// Each image depends on the generator and its own number alone, not on how many there are or on what ran beside it.
  @Test func anImageDoesNotDependOnTheOthers() {
    let generator = Philox4x32x10(seed: 3)
    let many = SyntheticDigits.images(1000, using: generator)
    for count in [0, 1, 127, 128, 129, 999] {
      let few = SyntheticDigits.images(count, using: generator)
      #expect(few.labels[...] == many.labels.prefix(count))
      #expect(few.pixels == many.pixels[rows: 0..<count])
    }
    #expect(SyntheticDigits.images(1000, using: generator) == many)
    #expect(SyntheticDigits.images(1000, using: generator.stream("other")).pixels != many.pixels)
  }

  @Test func imagesAreSteppedAndInRange() {
    let images = SyntheticDigits.images(300, using: Philox4x32x10(seed: 4))
    for value in images.pixels.elements {
      let byte = (value * 255).rounded()
      if !(value == byte / 255 && 0...255 ~= byte) { Issue.record("\(value) is no byte") }
    }
    #expect(images.classCounts == Array(repeating: 30, count: 10))
    #expect(Set(groupsOfEqualRows(images.pixels)).count == 300)
    // There is ink on each, it is not all ink, and it lies in the middle more than at the border.
    for row in 0..<300 {
      let image = images.pixels.row(row).reshapedSquare(28)
      #expect((0.02...0.4).contains(image.mean()), "image \(row)")
      #expect(image.max() > 0.5)
    }
    let average = Vector(images.pixels.mean(over: .rows).elements).reshapedSquare(28)
    #expect(average[14, 14] > 0.2)
    #expect(average[0, 0] < 0.08 && average[27, 27] < 0.08)
  }

  /// What no pixel weighted by itself can tell: a linear classifier (least squares on one-hot labels with a small
  /// ridge) is far better than guessing, and far from what a network of 200 hidden units reaches (98 % with all
  /// images).
  @Test func aLinearClassifierIsNotEnough() throws {
    let dataset = SyntheticDigits.dataset(training: 6000, test: 1000, seed: 1)
    let x = Matrix<Double>(converting: dataset.training.pixels)
    let y = 2 * oneHot(dataset.training.labels, classes: 10) - 1
    let normal = x.dot(x, transposingLeft: true) + Matrix(diagonal: Vector(repeating: 10, count: 784))
    let weights = try solve(normal, x.dot(y, transposingLeft: true))
    let answers = Matrix<Double>(converting: dataset.test.pixels).dot(weights).argMax(over: .columns)
    let right = zip(answers, dataset.test.labels).count { $0 == $1 }
    #expect((550...850).contains(right), "\(right) of 1000")
  }
}

extension Vector {
  /// The vector as a square image.
  fileprivate func reshapedSquare(_ side: Int) -> Matrix<Scalar> {
    Matrix(rows: side, columns: side, elements: elements)
  }
}
