import Datasets
import DeepLearning
import Foundation
import LabKit
import NumericCore

extension SkewedData {
  /// Six measurements of specks in mammograms, and whether they are small calcifications.
  ///
  /// Source: "Comparative evaluation of pattern recognition techniques for detection of microcalcifications in
  /// mammography" (Woods et al., 1993).
  static func mammography(at file: URL) throws -> SkewedData {
    let bytes = try bytes(of: file)
    let measurements = (1...6).map { "measurement \($0)" }
    let table = try CSVTable(
      bytes: [UInt8](bytes), file: file.path, format: CSVFormat(header: .names(measurements + ["class"]), quote: "'"))
    return SkewedData(
      title: "mammography", features: try complete(table.numbers(in: measurements), file),
      isPositive: try skewed(codes(table.categories(in: "class", levels: ["-1", "1"]), file).map { $0 == 1 }, file),
      dataset: Manifest.Dataset(name: "mammography", sha256: SHA256.digest(bytes)))
  }

  /// Sex (in two columns) and seven measurements of shellfish; positive are those with 19 rings.
  ///
  /// Source: "The population biology of abalone in Tasmania" (Nash et al., 1994).
  static func abalone(at file: URL) throws -> SkewedData {
    let bytes = try bytes(of: file)
    let measurements = [
      "length", "diameter", "height", "whole weight", "shucked weight", "viscera weight", "shell weight",
    ]
    let table = try CSVTable(
      bytes: [UInt8](bytes), file: file.path, format: CSVFormat(header: .names(["sex"] + measurements + ["rings"])))
    let sexes = try codes(table.categories(in: "sex", levels: ["F", "I", "M"]), file)
    let numbers = try complete(table.numbers(in: measurements), file)
    let rings = try complete(table.numbers(in: ["rings"]), file)
    return SkewedData(
      title: "abalone (19 rings)",
      features: Matrix(rows: numbers.rows, columns: numbers.columns + 2) { row, column in
        column < 2 ? (sexes[row] == column ? 1 : 0) : numbers[row, column - 2]
      },
      isPositive: try skewed(rings.column(0).map { $0 == 19 }, file),
      dataset: Manifest.Dataset(name: "abalone", sha256: SHA256.digest(bytes)))
  }

  private static func bytes(of file: URL) throws(LabError) -> Data {
    do { return try Data(contentsOf: file) } catch {
      throw .unreadable(path: file.path, reason: "the file can't be opened")
    }
  }

  private static func complete(_ columns: NumericColumns, _ file: URL) throws(LabError) -> Matrix<Double> {
    guard columns.missingCounts.allSatisfy({ $0 == 0 }) else {
      throw .badData(file: file.path, line: nil, problem: "Some numbers are missing.")
    }
    return columns.values
  }

  /// The classes, where there are enough of each to train on, to choose by and to test with.
  private static func skewed(_ isPositive: [Bool], _ file: URL) throws(LabError) -> [Bool] {
    let positives = isPositive.count { $0 }
    let negatives = isPositive.count - positives
    guard min(positives, negatives) >= 20 else {
      throw .badData(
        file: file.path, line: nil,
        problem: "It has \(positives) positive and \(negatives) negative samples; 20 of each are needed.")
    }
    return isPositive
  }

  private static func codes(_ column: CategoricalColumn, _ file: URL) throws(LabError) -> [Int] {
    let codes = column.codes.compactMap { $0 }
    guard codes.count == column.codes.count else {
      throw .badData(file: file.path, line: nil, problem: "Some entries of \(column.name) are missing.")
    }
    return codes
  }
}
