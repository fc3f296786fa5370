import Dispatch
import NumericCore

/// Images of written digits, made by a pen of numbers: what the labs learn from where there is no MNIST.
///
/// Each image is 28 x 28 with values from 0 to 1 in steps of 1/255. A digit is written in one of three ways, as strokes
/// through points that shake, in an elastic field, turned (up to 17 degrees), sheared, stretched and shifted, with a
/// pen of random width and darkness, on noisy paper, and one in three with a stray stroke.
///
/// The same generator gives the same bytes on every machine and any number of cores: each image draws from a stream of
/// its own, so the first thousand are also the same whether or not more follow. Of ten images in a row, each shows
/// another digit.
public enum SyntheticDigits {
  /// Makes images and labels.
  ///
  /// The generator is only asked for streams of other names, and so isn't changed. Precondition: `count` is 0 or more.
  public static func images(_ count: Int, using generator: Philox4x32x10) -> LabelledImages {
    let size = DigitPen.side * DigitPen.side
    let labels = (0..<count).map { digit(of: $0, generator) }
    let pixels = [Float](unsafeUninitializedCapacity: count * size) { target, initialized in
      // Each block of images writes to a part of its own.
      nonisolated(unsafe) let target = target
      let block = 128
      DispatchQueue.concurrentPerform(iterations: (count + block - 1) / block) { part in
        for image in part * block..<Swift.min((part + 1) * block, count) {
          var hand = DigitHand(generator.stream("image", image))
          for (place, byte) in hand.write(labels[image]).enumerated() {
            target.initializeElement(at: image * size + place, to: Float(byte) / 255)
          }
        }
      }
      initialized = count * size
    }
    return LabelledImages(
      images: IDX.Images(
        pixels: Matrix(rows: count, columns: size, elements: pixels), rows: DigitPen.side, columns: DigitPen.side),
      labels: labels, classes: 10)
  }

  /// A data set of MNIST's sizes, or others; training and test images come from different streams of the seed.
  public static func dataset(training: Int = 60_000, test: Int = 10_000, seed: UInt64) -> ImageDataset {
    ImageDataset(
      training: images(training, using: Philox4x32x10(seed: seed, stream: "training digits")),
      test: images(test, using: Philox4x32x10(seed: seed, stream: "test digits")))
  }

  /// Ten images in a row show the ten digits in random order.
  private static func digit(of image: Int, _ generator: Philox4x32x10) -> Int {
    var order = generator.stream("digits", image / 10)
    return order.permutation(10)[image % 10]
  }
}
