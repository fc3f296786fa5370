import AnswerChecks
import AnswerWire
import Datasets
import Foundation
import LabKit

/// Answers recorded with a seed that students don't know, so that hard-coded ones fail.
///
/// They lie in a folder that only the lecturer can read, outside of all that the sandbox shows.
struct SecretAnswers: Sendable {
  /// The recorded answers in the order of the labs.
  let books: [AnswerBook]
  /// The files, by lab.
  let files: [String: URL]
  /// SHA-256 over all that verdicts depend on besides a submission's own files.
  let fingerprint: String
  /// SHA-256 of the seed: it tells whether two runs used the same one, and not which.
  let seedFingerprint: String
  /// A sentence for each named mistake that had to be left out.
  let notes: [String]
  private let folder: URL

  /// Records what isn't recorded yet.
  ///
  /// - Parameters:
  ///   - project: the whole project, with Solutions.
  ///   - labs: those to record, in the order of the course.
  ///   - folder: where the answers are kept.
  ///   - seed: makes the cases.
  ///   - note: told what is going on.
  init(
    of project: Workspace, labs: [LabFolder], in folder: URL, seed: UInt64, note: (String) -> Void
  ) throws(GradingError) {
    try PrivateFolder.make(folder)
    var (books, files): ([AnswerBook], [String: URL]) = ([], [:])
    let package = Self.package(project)
    let binaries = try package.binaries()
    for lab in labs {
      note("recording the answers of \(lab.command)")
      let file = folder.appending(path: "\(lab.command).json")
      books.append(try Self.record(lab, of: package, in: binaries, seed: seed, into: file, verify: Self.expectProven))
      files[lab.command] = file
    }
    self.books = books
    self.files = files
    fingerprint = try Self.fingerprint(files)
    seedFingerprint = SHA256.digest(Array("descent seed \(seed)".utf8))
    notes = []
    self.folder = folder
  }

  private init(_ answers: SecretAnswers, books: [AnswerBook], files: [String: URL], notes: [String])
    throws(GradingError)
  {
    self.books = books
    self.files = files
    self.notes = notes
    fingerprint = try Self.fingerprint(files)
    seedFingerprint = answers.seedFingerprint
    folder = answers.folder
  }

  /// The answers with the mistakes that were named in the class, in files beside those without.
  ///
  /// What they return is kept, and found anew when the mistakes or the recorded answers change.
  /// - Parameters:
  ///   - named: mistakes, in the order in which they were named.
  ///   - runner: runs the code that stands for them.
  func joined(by named: [NamedMistake], running runner: any NamedMistakeRunner) throws(GradingError) -> SecretAnswers {
    var (books, files, notes) = (books, files, notes)
    for (place, book) in self.books.enumerated() {
      let own = named.filter { $0.lab == book.lab }
      guard !own.isEmpty, let plain = files[book.lab] else { continue }
      let file = folder.appending(path: "\(book.lab).named.json")
      let mark = URL(filePath: file.path + ".made-by")
      let made = try Self.mark(of: own, beside: plain)
      if (try? Data(contentsOf: mark)) == made, let kept = try? AnswerBook(contentsOf: file) {
        books[place] = kept
      } else {
        let (joined, left) = try book.joined(by: own, running: runner)
        try? FileManager.default.removeItem(at: mark)
        do {
          try WholeFile.write(joined.encoded(), to: file)
          _ = chmod(file.path, 0o600)
          // A mistake that was left out is tried, and told of, in every run.
          if left.isEmpty { try WholeFile.write(made, to: mark) }
        } catch { throw .unwritable("The secret answers can't be kept at \(file.path): \(error)") }
        books[place] = joined
        notes += left
      }
      files[book.lab] = file
    }
    return try SecretAnswers(self, books: books, files: files, notes: notes)
  }

  /// What a file with named mistakes was made from.
  private static func mark(of named: [NamedMistake], beside plain: URL) throws(GradingError) -> Data {
    guard let recorder = try? Data(contentsOf: URL(filePath: plain.path + ".made-by")),
      let answers = try? Data(contentsOf: plain), let mistakes = try? Wire.encode(named)
    else { throw .unreadable("\(plain.path) can't be read.") }
    return Data(SHA256.digest(Array(recorder) + Array(SHA256.digest(answers).utf8) + Array(mistakes)).utf8)
  }

  /// A lab's answers with the cases of another seed; nothing of it is kept.
  func book(of lab: LabFolder, in project: Workspace, seed: UInt64) throws(GradingError) -> AnswerBook {
    let package = Self.package(project)
    let file = folder.appending(path: "proof/\(lab.command).json")
    try PrivateFolder.make(file.deletingLastPathComponent())
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    return try Self.record(lab, of: package, in: package.binaries(), seed: seed, into: file) { _, _ in }
  }

  private static func package(_ project: Workspace) -> SwiftPackage {
    SwiftPackage(root: project.root, builtWith: Bundle.main.executablePath ?? ProcessInfo.processInfo.arguments[0])
  }

  /// Runs a lab's recorder, unless this very program has recorded with this seed before.
  ///
  /// - Parameter verify: looks at what is new before it is kept.
  private static func record(
    _ lab: LabFolder, of package: SwiftPackage, in binaries: URL, seed: UInt64, into file: URL,
    verify: (AnswerBook, URL) throws(GradingError) -> Void
  ) throws(GradingError) -> AnswerBook {
    try package.build(
      ["--product", "\(lab.command)-record"],
      otherwise:
        "The recorder of \(lab.command) can't be built. Grading takes the whole project, with its Solutions.")
    let recorder = binaries.appending(path: "\(lab.command)-record")
    let mark = URL(filePath: file.path + ".made-by")
    guard let program = try? Data(contentsOf: recorder, options: .alwaysMapped) else {
      throw .unreadable("The recorder at \(recorder.path) can't be read.")
    }
    // A digest, because the seed itself stands in no file but its own and the answers.
    let made = Data(SHA256.digest(Array("\(SHA256.digest(program)) \(seed)\n".utf8)).utf8)
    let isThere = FileManager.default.fileExists(atPath: file.path)
    if isThere, (try? Data(contentsOf: mark)) == made { return try book(at: file) }
    let result = try package.run([recorder.path, "--seed", "\(seed)", "--output", file.path])
    guard result.status == 0 else {
      throw .internalError("The answers of \(lab.command) can't be recorded: \(result.output)")
    }
    _ = chmod(file.path, 0o600)
    let book = try book(at: file)
    try verify(book, file)
    do { try WholeFile.write(made, to: mark) } catch { throw .unwritable(error.description) }
    return book
  }

  private static func expectProven(_ book: AnswerBook, at file: URL) throws(GradingError) {
    let unproven = book.unproven
    if unproven.isEmpty { return }
    throw .badData(
      "By chance, the secret cases of \(book.lab) don't catch or don't name \(unproven.joined(separator: ", ")). "
        + "Remove the file seed in \(file.deletingLastPathComponent().path) and grade again: another one is drawn.")
  }

  private static func book(at file: URL) throws(GradingError) -> AnswerBook {
    do { return try AnswerBook(contentsOf: file) } catch { throw .badData(error.description) }
  }

  private static func fingerprint(_ files: [String: URL]) throws(GradingError) -> String {
    var text = "descent \(descentVersion)\n"
    for (lab, file) in files.sorted(by: { $0.key < $1.key }) {
      guard let data = try? Data(contentsOf: file) else { throw .unreadable("\(file.path) can't be read.") }
      text += "\(lab) \(SHA256.digest(data))\n"
    }
    return SHA256.digest(Array(text.utf8))
  }
}

extension AnswerBook {
  /// The misconceptions that these cases don't catch, or by which they aren't named, as `1.11 no-bias-correction`.
  ///
  /// Labs prove their checks on the public cases and on those of a few seeds. A secret seed makes cases that nobody has
  /// seen.
  var unproven: [String] {
    exercises.flatMap { exercise in
      DetectionMatrix(exercise).rows.filter { !$0.isProven }.map { "\(exercise.id) \($0.name)" }
    }
  }
}
