import Foundation
import NumericCore

/// Images and the class of each.
public struct LabelledImages: Equatable, Sendable {
  /// The images.
  public var images: IDX.Images
  /// The class of each image, from 0 to `classes - 1`.
  public var labels: [Int]
  /// The number of classes.
  public let classes: Int

  /// Images with labels. Preconditions: as many labels as images; each label is from 0 to `classes - 1`.
  public init(images: IDX.Images, labels: [Int], classes: Int) {
    if labels.count != images.pixels.rows {
      fatalError("\(images.pixels.rows) images need as many labels, not \(labels.count).")
    }
    if !labels.allSatisfy((0..<classes).contains) { fatalError("A label is outside 0..<\(classes).") }
    self.images = images
    self.labels = labels
    self.classes = classes
  }

  /// The number of images.
  public var count: Int { labels.count }

  /// The grey values from 0 to 1, shape [samples, pixels].
  public var pixels: Matrix<Float> { images.pixels }

  /// How many images each class has.
  public var classCounts: [Int] {
    labels.reduce(into: Array(repeating: 0, count: classes)) { $0[$1] += 1 }
  }

  /// Reads images and labels and sees that they belong together.
  ///
  /// - Throws: `DataError` where one is damaged, where their numbers differ, or at a label that is no class.
  public init(images imageFile: URL, labels labelFile: URL, classes: Int = 10) throws(DataError) {
    let labels = try IDX.labels(contentsOf: labelFile)
    let images = try IDX.images(contentsOf: imageFile)
    if labels.count != images.pixels.rows {
      throw .damaged(
        file: labelFile.path, place: nil,
        problem: "There are \(labels.count) labels for the \(images.pixels.rows) images of \(imageFile.path).")
    }
    if let index = labels.firstIndex(where: { $0 >= classes }) {
      throw .damaged(
        file: labelFile.path, place: nil,
        problem: "Label \(index) is \(labels[index]), and there are classes 0 to \(classes - 1) only.")
    }
    self.init(images: images, labels: labels.map(Int.init), classes: classes)
  }
}

/// A data set of images in two parts, as MNIST and Fashion-MNIST are.
public struct ImageDataset: Equatable, Sendable {
  /// What is learned from.
  public var training: LabelledImages
  /// What the result is judged by.
  public var test: LabelledImages

  /// A data set of two parts.
  public init(training: LabelledImages, test: LabelledImages) {
    self.training = training
    self.test = test
  }

  /// Reads the four files of a folder: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`
  /// and `t10k-labels-idx1-ubyte`, each plain or, where there is no plain one, with `.gz` at the end.
  ///
  /// - Throws: `DataError` for the first file that is missing or damaged, or doesn't fit the others.
  public init(folder: URL, classes: Int = 10) throws(DataError) {
    let training = try Self.part("train", of: folder, classes: classes)
    let test = try Self.part("t10k", of: folder, classes: classes)
    let sizes = [training, test].map { "\($0.images.rows) x \($0.images.columns)" }
    if sizes[0] != sizes[1] {
      throw .damaged(
        file: folder.path, place: nil,
        problem: "The training images are \(sizes[0]) and the test images \(sizes[1]) pixels large.")
    }
    self.init(training: training, test: test)
  }

  private static func part(_ name: String, of folder: URL, classes: Int) throws(DataError) -> LabelledImages {
    try LabelledImages(
      images: existing("\(name)-images-idx3-ubyte", in: folder),
      labels: existing("\(name)-labels-idx1-ubyte", in: folder), classes: classes)
  }

  /// The plain file where it exists, the packed one otherwise.
  private static func existing(_ name: String, in folder: URL) -> URL {
    let plain = folder.appending(path: name)
    return FileManager.default.fileExists(atPath: plain.path) ? plain : folder.appending(path: name + ".gz")
  }
}
