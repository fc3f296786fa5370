import AnswerChecks
import Datasets
import Foundation

/// A student's answers to one lab, as they are handed in: the exercise files, and a page that says what they are.
struct PackedAnswers {
  /// The page beside the files, `submission.json`.
  struct Manifest: Encodable, Equatable {
    /// One file.
    struct File: Encodable, Equatable {
      let exercise: String
      /// In the archive, and in a copy of the course.
      let path: String
      let sha256: String
      /// As `passed`; nothing where the last check came to no verdict.
      let status: String?
      let points: Double?
      let possible: Int
    }

    let lab: String
    /// Descent's, which checked.
    let version: String
    /// As it was said with `--student`.
    let student: String?
    /// What the last check gave, as far as it is known.
    let points: Double?
    let possible: Int
    let files: [File]
  }

  /// A file of the student.
  struct File {
    let exercise: RecordedExercise
    let path: String
    let data: Data
  }

  let lab: LabFolder
  let student: String?
  let files: [File]
  /// By exercise; empty where the last check failed.
  let verdicts: [String: Verdict]

  /// Where the manifest lies in the archive.
  static let manifestName = "submission.json"

  /// The archive's name: `optimizers.zip`, or `s100-optimizers.zip` where the student is named.
  var name: String { (student.map { "\($0)-" } ?? "") + "\(lab.command).zip" }

  /// What the manifest says.
  var manifest: Manifest {
    let entries = files.map { file in
      let verdict = verdicts[file.exercise.id]
      return Manifest.File(
        exercise: file.exercise.id, path: file.path, sha256: SHA256.digest(Array(file.data)),
        status: verdict?.status.rawValue, points: verdict?.points, possible: file.exercise.points)
    }
    return Manifest(
      lab: lab.command, version: descentVersion, student: student,
      points: verdicts.isEmpty ? nil : entries.compactMap(\.points).reduce(0, +),
      possible: entries.reduce(0) { $0 + $1.possible }, files: entries)
  }

  /// The whole archive. The same files, judged alike, give the same bytes: no time is written into it.
  func archive() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var zip = StoredZip()
    zip.add(Self.manifestName, try encoder.encode(manifest) + Data("\n".utf8))
    for file in files { zip.add(file.path, file.data) }
    return zip.data
  }

  /// Why a student's name can't be part of a file's name; nothing where it can.
  static func problem(withStudent name: String) -> String? {
    if name.isEmpty { return "--student needs your id, as in: --student s100" }
    let isSafe = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || ".-_@+".unicodeScalars.contains(scalar)
    }
    guard isSafe, name.first != ".", name.first != "-", name.utf8.count <= 100 else {
      return "The id after --student becomes part of a file's name, so it may have letters, digits and . - _ @ + only, "
        + "begins with a letter or digit, and is at most 100 bytes long."
    }
    return nil
  }
}
