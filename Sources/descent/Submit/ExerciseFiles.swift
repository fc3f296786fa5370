import AnswerChecks
import Foundation

/// The files of a lab that are handed in, and what a student should know about them.
enum ExerciseFiles {
  /// More than this isn't read where it is graded.
  private static let largest = 1 << 20

  /// Reads the exercise files as they are.
  ///
  /// - Throws: `CommandError` where one can't be read.
  static func read(
    of lab: LabFolder, _ book: AnswerBook
  ) throws(CommandError) -> (files: [PackedAnswers.File], warnings: [String]) {
    var (files, warnings): ([PackedAnswers.File], [String]) = ([], [])
    for exercise in book.exercises where !files.contains(where: { $0.exercise.fileName == exercise.fileName }) {
      let place = lab.folder.appending(path: exercise.file)
      guard FileManager.default.fileExists(atPath: place.path) else {
        warnings.append("\(exercise.fileName) is missing, so \(exercise.id) counts as not attempted.")
        continue
      }
      let data: Data
      do { data = try Data(contentsOf: place) } catch {
        throw CommandError("\(place.path) can't be read; look at its permissions.", exitStatus: EX_IOERR)
      }
      if data.count > largest { warnings.append("\(exercise.fileName) is larger than 1 MB, and won't be read.") }
      if String(validating: data, as: UTF8.self) == nil {
        warnings.append("\(exercise.fileName) isn't text in UTF-8, and won't be read; save it as UTF-8.")
      }
      files.append(PackedAnswers.File(exercise: exercise, path: "Labs/\(lab.name)/\(exercise.file)", data: data))
    }
    return (files, warnings + strangers(in: lab, book))
  }

  /// Other source files of the folder stay here.
  private static func strangers(in lab: LabFolder, _ book: AnswerBook) -> [String] {
    let known = Set(book.exercises.map(\.fileName) + ["MyAnswers.swift"])
    let names = (try? FileManager.default.contentsOfDirectory(atPath: lab.exercises.path)) ?? []
    return names.sorted().filter { LabFolder.isSource($0) && !known.contains($0) }.map {
      "\($0) is no exercise file and isn't handed in; move what you need of it into the exercises that use it."
    }
  }
}

/// Files that are written whole or not at all.
enum WholeAnswers {
  /// Writes to a temporary name beside the file, then renames.
  ///
  /// - Throws: `CommandError` with the path and the reason.
  static func write(_ data: Data, to file: URL) throws(CommandError) {
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file, options: .atomic)
    } catch {
      throw CommandError(
        "\(file.path) can't be written; choose another folder with --output.", exitStatus: EX_CANTCREAT)
    }
  }
}
