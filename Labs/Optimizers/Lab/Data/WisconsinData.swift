import Datasets
import Foundation
import LabKit
import NumericCore

/// The Wisconsin diagnostic breast cancer data: 30 measurements of cell nuclei, benign (-1) or malignant (+1).
///
/// Source: "Nuclear feature extraction for breast tumor diagnosis" (Street, Wolberg, Mangasarian, 1993).
enum WisconsinData {
  private static let columns = 32

  /// The file in `$DESCENT_DATASETS` or in `datasets`; nothing where there is none.
  static func file() -> URL? {
    let folder = ProcessInfo.processInfo.environment["DESCENT_DATASETS"] ?? ""
    return [folder, "datasets"].filter { !$0.isEmpty }
      .map { URL(filePath: $0).appending(path: "breast-cancer-wdbc/wdbc.data") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Reads the file.
  ///
  /// - Throws: `LabError.unreadable`, or `badData` with the line that is damaged.
  static func samples(at file: URL) throws(LabError) -> LabelledSamples {
    let bytes: Data
    do { bytes = try Data(contentsOf: file) } catch {
      throw .unreadable(path: file.path, reason: "the file can't be opened")
    }
    var samples = try samples(bytes: [UInt8](bytes), file: file.path)
    samples.dataset.sha256 = SHA256.digest(bytes)
    return samples
  }

  /// Reads the bytes of a file; `file` is its name in messages.
  static func samples(bytes: [UInt8], file: String) throws(LabError) -> LabelledSamples {
    var rows: [Vector<Double>] = []
    var labels: [Double] = []
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      guard let text = String(validating: line.last == 13 ? line.dropLast() : line, as: UTF8.self) else {
        throw .badData(file: file, line: index + 1, problem: "The line is no valid UTF-8.")
      }
      let (label, measurements) = try sample(text, file: file, line: index + 1)
      labels.append(label)
      rows.append(measurements)
    }
    guard !rows.isEmpty else { throw .badData(file: file, line: nil, problem: "The file is empty.") }
    guard labels.contains(1), labels.contains(-1) else {
      throw .badData(file: file, line: nil, problem: "All samples have the same diagnosis.")
    }
    return LabelledSamples(
      dataset: Manifest.Dataset(name: "breast-cancer-wdbc"),
      description: "Wisconsin breast cancer data (\(rows.count) samples, \(columns - 2) measurements)",
      features: Matrix(rows: rows), labels: Vector(labels))
  }

  /// An id, a diagnosis and 30 numbers.
  private static func sample(_ text: String, file: String, line: Int) throws(LabError) -> (Double, Vector<Double>) {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == columns else {
      throw .badData(file: file, line: line, problem: "The line has \(fields.count) fields instead of \(columns).")
    }
    let label: Double
    switch fields[1] {
    case "M": label = 1
    case "B": label = -1
    default: throw .badData(file: file, line: line, problem: "The diagnosis is \"\(fields[1])\" instead of M or B.")
    }
    var measurements: [Double] = []
    for (place, field) in fields.enumerated().dropFirst(2) {
      guard let number = Double(field), number.isFinite else {
        throw .badData(file: file, line: line, problem: "Field \(place + 1) is \"\(field)\", which is no number.")
      }
      measurements.append(number)
    }
    return (label, Vector(measurements))
  }
}
