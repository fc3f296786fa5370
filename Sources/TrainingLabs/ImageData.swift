import ArgumentParser
import Datasets
import DeepLearning
import Foundation
import LabKit
import NumericCore

/// Which images a lab trains on: `--dataset`.
public enum ImageDataName: String, CaseIterable, Codable, Sendable, ExpressibleByArgument {
  /// Handwritten digits.
  case mnist
  /// Pieces of clothing.
  case fashionMNIST = "fashion-mnist"
  /// Digits that the lab draws itself.
  case synthetic

  /// The name in captions.
  public var title: String {
    switch self {
    case .mnist: "MNIST"
    case .fashionMNIST: "Fashion-MNIST"
    case .synthetic: "synthetic digits"
    }
  }
}

/// The images that a lab trains on and tests with.
public struct ImageData: Sendable {
  /// What they are.
  public let name: ImageDataName
  /// What is learned from.
  public let training: LabelledImages
  /// What the result is judged by.
  public let test: LabelledImages
  /// Their line in the manifest.
  public let dataset: Manifest.Dataset

  /// Reads images, or makes them.
  ///
  /// - Parameters:
  ///   - name: MNIST by default where it is found, and synthetic digits otherwise.
  ///   - seed: of the synthetic digits.
  ///   - folders: where data sets are looked for.
  /// - Throws: `LabError` where a named set isn't found; `DataError` where one is damaged.
  public static func load(
    _ name: ImageDataName?, seed: UInt64, folders: DatasetFolders = .ofThisProcess
  ) throws -> ImageData {
    guard let name else {
      return try load(folder(.mnist, folders) == nil ? .synthetic : .mnist, seed: seed, folders: folders)
    }
    if name == .synthetic {
      let images = SyntheticDigits.dataset(seed: seed)
      return ImageData(
        name: name, training: images.training, test: images.test, dataset: Manifest.Dataset(name: "synthetic-digits"))
    }
    guard let folder = folder(name, folders) else {
      throw LabError.unreadable(
        path: folders.first.appending(path: name.rawValue).path,
        reason: "there is no such data set. Type swift run descent datasets fetch \(name.rawValue)")
    }
    let images = try ImageDataset(folder: folder)
    let bytes = try? Data(contentsOf: folder.appending(path: trainingImages))
    return ImageData(
      name: name, training: images.training, test: images.test,
      dataset: Manifest.Dataset(name: name.rawValue, sha256: bytes.map { SHA256.digest($0) }))
  }

  private static let trainingImages = "train-images-idx3-ubyte.gz"

  /// The first folder that has the set.
  private static func folder(_ name: ImageDataName, _ folders: DatasetFolders) -> URL? {
    folders.all.map { $0.appending(path: name.rawValue) }.first {
      FileManager.default.fileExists(atPath: $0.appending(path: trainingImages).path)
    }
  }

  /// The first images of each part, with their classes.
  public func samples(training: Int? = nil, test: Int? = nil) -> (training: Samples<Float>, test: Samples<Float>) {
    (Samples(self.training.first(training)), Samples(self.test.first(test)))
  }
}

extension DatasetFolders {
  /// `$DESCENT_DATASETS`, then `datasets` of the folder that the program was started in.
  public static var ofThisProcess: DatasetFolders {
    DatasetFolders(
      environment: ProcessInfo.processInfo.environment,
      project: URL(filePath: FileManager.default.currentDirectoryPath))
  }
}

extension LabelledImages {
  /// The first images; all by default, or where there are no more.
  public func first(_ count: Int?) -> LabelledImages {
    guard let count, count < self.count else { return self }
    return LabelledImages(
      images: IDX.Images(pixels: pixels[rows: 0..<count], rows: images.rows, columns: images.columns),
      labels: Array(labels[..<count]), classes: classes)
  }
}
