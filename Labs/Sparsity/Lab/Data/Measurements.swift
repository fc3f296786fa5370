import Datasets
import DeepLearning
import Foundation
import LabKit
import NumericCore
import TrainingLabs

/// Measurements with a label of two.
struct Measurements: Sendable {
  /// As the manifest names them.
  var dataset: Manifest.Dataset
  /// For titles.
  var title: String
  /// As they were measured, `[samples, features]`.
  var features: Matrix<Double>
  /// -1 or 1, `[samples]`.
  var labels: Vector<Double>

  /// The Wisconsin diagnostic breast cancer data, 30 measurements of cell nuclei, benign (-1) or malignant (1); nothing
  /// where they aren't found.
  ///
  /// Source: "Nuclear feature extraction for breast tumor diagnosis" (Street, Wolberg, Mangasarian, 1993).
  ///
  /// - Throws: `LabError` or `DataError` where the file is there and damaged.
  static func wisconsin(folders: DatasetFolders = .ofThisProcess) throws -> Measurements? {
    let files = folders.all.map { $0.appending(path: "breast-cancer-wdbc/wdbc.data") }
    guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else { return nil }
    let bytes: Data
    do { bytes = try Data(contentsOf: file) } catch {
      throw LabError.unreadable(path: file.path, reason: "the file can't be opened")
    }
    var measurements = try wisconsin(bytes: [UInt8](bytes), file: file.path)
    measurements.dataset.sha256 = SHA256.digest(bytes)
    return measurements
  }

  /// Reads the bytes of a file: an id, a diagnosis and 30 numbers a line. `file` is its name in messages.
  static func wisconsin(bytes: [UInt8], file: String) throws -> Measurements {
    let names = ["id", "diagnosis"] + (1...30).map { "measurement \($0)" }
    let table = try CSVTable(bytes: bytes, file: file, format: CSVFormat(header: .names(names), missing: []))
    let diagnoses = try table.categories(in: "diagnosis", levels: ["B", "M"])
    let labels = diagnoses.codes.map { $0 == 1 ? 1.0 : -1 }
    guard labels.contains(1), labels.contains(-1) else {
      throw LabError.badData(file: file, line: nil, problem: "All samples have the same diagnosis.")
    }
    return Measurements(
      dataset: Manifest.Dataset(name: "breast-cancer-wdbc"), title: "Wisconsin breast cancer data",
      features: try table.numbers(in: Array(names.dropFirst(2))).values, labels: Vector(labels))
  }
}
