import AnswerChecks

/// Gathers one submission from all that a folder or an archive holds.
struct SubmissionCollector {
  /// What was in the way while reading, for the lecturer.
  private(set) var troubles: [String] = []

  private let places: ExercisePlaces
  private let limits: ReadingLimits
  private var taken: [KnownFile: Candidate] = [:]
  private var ignored: IgnoredList
  private var entryCount = 0
  private var byteCount = 0

  private struct Candidate {
    var path: EntryPath
    var fit: Int
    var text: String
  }

  init(places: ExercisePlaces, limits: ReadingLimits) {
    self.places = places
    self.limits = limits
    ignored = IgnoredList(limit: limits.ignored)
  }

  /// The exercise files, in the order of their places.
  var files: [ExerciseFile] {
    taken.sorted { $0.key < $1.key }.map { ExerciseFile(lab: $0.key.lab, name: $0.key.name, text: $0.value.text) }
  }

  /// What wasn't taken.
  var ignoredEntries: [IgnoredEntry] { ignored.entries }

  /// Lists something as not taken.
  mutating func ignore(_ name: String, _ reason: String, isNear: Bool = true) {
    ignored.add(name, reason, isNear: isNear)
  }

  /// Lists something as not taken, and tells the lecturer.
  mutating func report(_ name: String, _ reason: String) {
    ignore(name, reason)
    if troubles.count < 5 { troubles.append("\(name): \(reason)") }
  }

  /// Counts an entry; false where there are too many, which is listed once.
  mutating func countEntry() -> Bool {
    entryCount += 1
    if entryCount == limits.entries + 1 {
      report("all that follows", "the submission has more than \(limits.entries) files and folders")
    }
    return entryCount <= limits.entries
  }

  /// Takes a file, or lists it.
  ///
  /// Of two files for one place the one whose folders fit best is taken, then the one with the shorter path; of two with
  /// the same path, as an archive may have, the later one, which is what unpacking would leave.
  mutating func take(_ path: EntryPath, _ content: some FileContent) {
    switch places.place(of: path) {
    case .other(let reason): ignore(path.shown, reason, isNear: false)
    case .near(let reason): ignore(path.shown, reason)
    case .exercise(let file, let fit):
      do {
        let text = try ExerciseText.read(bytes(of: content))
        choose(Candidate(path: path, fit: fit, text: text), for: file)
      } catch let problem as ExerciseText.NotText {
        report(path.shown, problem.reason)
      } catch let problem as FileProblem {
        report(path.shown, problem.reason)
      } catch {
        report(path.shown, "it can't be read")
      }
    }
  }

  private mutating func bytes(of content: some FileContent) throws -> [UInt8] {
    if let size = content.size, size > limits.file { throw tooLarge }
    let room = limits.submission - byteCount
    let bytes = try content.bytes(atMost: min(limits.file, room) + 1)
    if bytes.count > limits.file { throw tooLarge }
    if bytes.count > room {
      throw FileProblem(reason: "more than \(limits.submission >> 20) MB of exercise files are in the submission")
    }
    byteCount += bytes.count
    return bytes
  }

  private var tooLarge: FileProblem { FileProblem(reason: "it is larger than \(limits.file >> 20) MB") }

  private mutating func choose(_ new: Candidate, for file: KnownFile) {
    guard let old = taken[file] else {
      taken[file] = new
      return
    }
    let isBetter = Self.rank(new) <= Self.rank(old)
    let (winner, loser) = isBetter ? (new, old) : (old, new)
    taken[file] = winner
    let isSame = winner.path == loser.path
    let place = isSame ? "a later entry of the same name was taken" : "\(winner.path.shown) was taken"
    ignore(loser.path.shown, winner.text == loser.text ? "\(place), which is the same" : place)
  }

  /// Less is better.
  private static func rank(_ candidate: Candidate) -> (Int, Int, Int, String) {
    let path = candidate.path
    return (-candidate.fit, path.names.count, path.shown.utf8.count, path.shown)
  }
}

/// A file whose bytes can be asked for, once.
protocol FileContent {
  /// Its size, where that is known beforehand.
  var size: Int? { get }
  /// Its bytes, or as many as asked for.
  func bytes(atMost limit: Int) throws(FileProblem) -> [UInt8]
}

/// Why a file can't be read: one clause.
struct FileProblem: Error, Equatable {
  var reason: String
}
