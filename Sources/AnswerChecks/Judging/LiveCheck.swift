import Foundation

/// Judges a lab's answers again and again while they are written, a second or so after each change.
///
/// Files are compiled against what the package manager built once, without asking it again; and only answers that a
/// change can reach are asked anew.
public actor LiveCheck {
  /// What is known of the lab.
  public nonisolated let book: AnswerBook
  private let lab: LabFolder
  private let compiler: ExerciseCompiler
  private let screener: Screener
  private let limits: Limits

  private var sources: [String: String] = [:]
  private var refusals: [String: [Refusal]] = [:]
  private var refused: [String: String] = [:]
  private var verdicts: [String: Verdict] = [:]

  /// - Parameters:
  ///   - lab: the lab.
  ///   - binaries: where the package manager put what the answers program links, as `LabFolder.build` says.
  ///   - scratch: a folder for what is made, where programs may be run; nobody else may use it meanwhile.
  ///   - limits: of the answers program; those of a check by default.
  /// - Throws: `AnswerBookError` where the recorded answers can't be read, and where `scratch` can't be made.
  public init(_ lab: LabFolder, binaries: URL, scratch: URL, limits: Limits = Limits()) throws {
    book = try lab.answerBook()
    self.lab = lab
    self.limits = limits
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    // Where the whole program was never built, because a file doesn't compile, the rest is put together each time.
    let rest = try? PrebuiltRest(of: lab, binaries: binaries, scratch: scratch)
    compiler = ExerciseCompiler(
      lab: lab, binaries: binaries, scratch: scratch.appending(path: "program"), flags: Screener.compilerFlags,
      rest: rest)
    screener = Screener(tools: BuildTool(), scratch: scratch.appending(path: "screening"))
  }

  /// The verdicts on these files, in the order of the exercises.
  ///
  /// - Parameter sources: the text of each file in the Exercises folder, by name; blank stubs stand in for missing ones.
  /// - Throws: `BuildError` where something other than an exercise keeps the answers from being built.
  public func verdicts(on sources: [String: String]) async throws -> [Verdict] {
    try screen(sources)
    let all = Set(refusals.values.joined()).sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    let program = try compiler.program(
      from: sources, stubs: book.exercises, refused: all.reasons(for: book.exercises, of: lab))
    let reached = reached(by: sources, program.refused)
    let check = LabCheck(book, program: program, limits: limits)
    for verdict in await check.verdicts(on: reached) { verdicts[verdict.exercise] = verdict }
    (self.sources, refused) = (sources, program.refused)
    return book.exercises.compactMap { verdicts[$0.id] }
  }

  /// Looks at the files that are new or changed, and forgets those that are gone.
  private func screen(_ sources: [String: String]) throws {
    let changed = book.exercises.filter { exercise in
      sources[exercise.fileName] != self.sources[exercise.fileName] || refusals[exercise.fileName] == nil
    }
    let files = ExerciseFile.changed(of: changed, in: sources, lab: lab)
    let found = Dictionary(grouping: try screener.refusals(in: files), by: \.file)
    for exercise in changed { refusals[exercise.fileName] = found[exercise.fileName] ?? [] }
  }

  /// The exercises whose verdicts may be others now.
  private func reached(by sources: [String: String], _ refused: [String: String]) -> [RecordedExercise] {
    let files = ReachOfChange.files(from: self.sources, to: sources)
    let answers = Set(book.exercises.map(\.fileName))
    return book.exercises.filter { exercise in
      guard let known = verdicts[exercise.id], known.status != .graderError else { return true }
      // A file that isn't an answer, as a helper, may be of use to all.
      return files.contains(exercise.fileName) || !files.isSubset(of: answers)
        || refused[exercise.id] != self.refused[exercise.id]
    }
  }
}

/// Which files a change can reach: those that changed, and those that use names which they declare.
///
/// Names are compared as words, so more files may be named than need be, never fewer.
enum ReachOfChange {
  /// - Parameters:
  ///   - old: the texts before, by name.
  ///   - new: the texts now.
  static func files(from old: [String: String], to new: [String: String]) -> Set<String> {
    let names = Set(old.keys).union(new.keys)
    var reached = names.filter { old[$0] != new[$0] }
    let words = new.mapValues(Self.words)
    var edge = reached
    while !edge.isEmpty {
      // What was declared before counts too: it may be missing now.
      let declared = edge.reduce(into: Set<String>()) { declared, name in
        for text in [old[name], new[name]].compactMap({ $0 }) { declared.formUnion(declarations(in: text)) }
      }
      edge = names.filter { name in
        !reached.contains(name) && words[name].map { !$0.isDisjoint(with: declared) } ?? false
      }
      reached.formUnion(edge)
    }
    return reached
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
  }

  /// What other files can name: functions, types, and values outside of functions, which aren't told from those inside.
  private static func declarations(in text: String) -> Set<String> {
    let pattern = /\b(?:func|struct|enum|class|protocol|typealias|static\s+let|static\s+var)\s+([A-Za-z_]\w*)/
    let outside = /(?m)^(?:\w+\s+)*(?:let|var)\s+([A-Za-z_]\w*)/
    return Set(text.matches(of: pattern).map { String($0.1) } + text.matches(of: outside).map { String($0.1) })
  }
}
