import ArgumentParser
import Datasets
import DeepLearning
import Foundation
import LabKit
import NumericCore
import TrainingLabs

/// Which samples the lab learns from: `--dataset`.
enum SkewedDataName: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// Specks in mammograms; one in 43 is a small calcification.
  case mammography
  /// Shellfish; one in 131 has 19 rings.
  case abalone
  /// Points that the lab draws itself; one in 50 is positive.
  case generated
}

/// Samples of two classes, one of them rare.
struct SkewedData: Sendable {
  /// The name in captions.
  var title: String
  /// One row a sample, `[samples, features]`.
  var features: Matrix<Double>
  /// The class of each sample; the positive one is the rare one.
  var isPositive: [Bool]
  /// Its line in the manifest.
  var dataset: Manifest.Dataset

  /// How many samples are positive.
  var positives: Int { isPositive.count { $0 } }
  /// The share of positives.
  var prevalence: Double { Double(positives) / Double(isPositive.count) }

  /// Some of the samples, in the order given.
  subscript(indices: [Int]) -> SkewedData {
    var part = self
    part.features = features[rows: indices]
    part.isPositive = indices.map { isPositive[$0] }
    return part
  }

  /// Reads the samples, or makes them.
  ///
  /// - Parameters:
  ///   - name: mammography by default where it is found, and generated samples otherwise.
  ///   - seed: of the generated samples.
  ///   - folders: where data sets are looked for.
  /// - Throws: `LabError` where a named set isn't found or is damaged, `DataError` where a line of it is.
  static func load(
    _ name: SkewedDataName?, seed: UInt64, folders: DatasetFolders = .ofThisProcess
  ) throws -> SkewedData {
    switch name ?? (file(mammographyPath, folders) == nil ? .generated : .mammography) {
    case .generated: return generated(seed: seed)
    case .mammography: return try mammography(at: found(mammographyPath, "mammography", folders))
    case .abalone: return try abalone(at: found(abalonePath, "abalone", folders))
    }
  }

  private static let mammographyPath = "mammography/mammography.csv"
  private static let abalonePath = "abalone/abalone.data"

  /// The first folder's file.
  private static func file(_ path: String, _ folders: DatasetFolders) -> URL? {
    folders.all.map { $0.appending(path: path) }.first { FileManager.default.fileExists(atPath: $0.path) }
  }

  private static func found(_ path: String, _ name: String, _ folders: DatasetFolders) throws(LabError) -> URL {
    if let file = file(path, folders) { return file }
    throw .unreadable(
      path: folders.first.appending(path: path).path,
      reason: "there is no such data set. Type swift run descent datasets fetch \(name)")
  }
}
