import AnswerChecks
import Foundation

/// Something that must hold of a lab, as a test's argument.
package struct Trial: Sendable, CustomStringConvertible {
  /// What is tried, as `mistake 3.2 not-scaled`.
  package let description: String
  /// What doesn't hold, a sentence each.
  package let problems: @Sendable () throws -> [String]
}

extension LabProof {
  /// All that must hold of every lab: each mistake is caught, named exactly and alone, and explained; each exercise is put
  /// well, and its cases tell all mistakes apart, whatever the seed; planted faults are seen; the recorded answers are
  /// current, and the handout is complete and quotes what was drawn.
  ///
  /// - Parameters:
  ///   - figures: the lab's.
  ///   - quotes: how many numbers from the lecture's figures its handout quotes at least.
  package func trials(figures: [String], quotes: Int) -> [Trial] {
    let mistakes = solutions.misconceptions.map { mistake in
      Trial(description: "mistake \(mistake.exercise) \(mistake.name)") { try problems(with: mistake) }
    }
    let exercises = ids.flatMap { id in
      [
        Trial(description: "exercise \(id) holds") { try problems(withExercise: id) },
        Trial(description: "exercise \(id) is put well") { try flaws(inExercise: id) },
        Trial(description: "exercise \(id) with faults planted") { try unseenFaults(inExercise: id) },
      ]
    }
    let seeds = ([2, 17, 400, 90_001, .max] as [UInt64]).map { seed in
      Trial(description: "seed \(seed)") { try problems(withSeed: seed) }
    }
    return mistakes + exercises + seeds + [
      Trial(description: "recorded answers") { try problemsWithAnswersFile() },
      Trial(description: "handout") { try problemsWithHandout(figures: figures, quotes: quotes) },
    ]
  }
}

extension LabProof {
  /// What is wrong with a misconception: it has to be caught, named exactly and alone, and explained.
  func problems(with known: Misconception) throws -> [String] {
    let exercise = try exercise(known.exercise)
    let verdict = exercise.verdict(on: try outputs(of: solutions.wrong([known.name]), for: exercise))
    let handout = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let headings = handout.split(separator: "\n").filter { $0.hasPrefix("#") }
    return unmet([
      (verdict.status == .wrong, "It is \(verdict.status.rawValue)."),
      (verdict.diagnoses == [known], "It is called \(verdict.diagnoses.map(\.name))."),
      (verdict.points == known.credit * Double(exercise.points), "It earns \(verdict.points ?? .nan) points."),
      (verdict.failure != nil, "No case is shown."),
      (known.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "Its name isn't in lowercase words with hyphens."),
      (known.sentence.count >= 40 && known.sentence.count <= 330, "Its sentence is too short or too long."),
      (known.sentence.hasSuffix("."), "Its sentence doesn't end."),
      (!known.source.isEmpty, "It has no source."),
      ((0..<1).contains(known.credit), "Its credit isn't below 1."),
      (headings.contains { $0.hasSuffix("# \(known.section)") }, "The handout has no section \(known.section)."),
    ])
  }

  /// What doesn't hold of an exercise: of its recorded cases, of its misconceptions' names, and of the reference.
  func problems(withExercise id: String) throws -> [String] {
    let exercise = try exercise(id)
    let names = solutions.misconceptions.filter { $0.exercise == id }.map(\.name)
    let reference = exercise.verdict(on: try outputs(of: solutions.reference, for: exercise))
    let unmistaken = exercise.verdict(on: try outputs(of: solutions.wrong([]), for: exercise))
    return guarantees(exercise).broken
      + unmet([
        (Set(names).count == names.count, "Two mistakes have one name."),
        (names.count >= 5, "There are fewer than five mistakes."),
        (reference.status == .passed, "The reference is \(reference.status.rawValue)."),
        (reference.points == Double(exercise.points), "The reference earns \(reference.points ?? .nan) points."),
        (unmistaken.status == .passed, "Without a mistake, the wrong answers are \(unmistaken.status.rawValue)."),
      ])
  }

  /// What a student would stumble over in how an exercise is put: its statement, its cases, its hints.
  func flaws(inExercise id: String) throws -> [String] {
    let exercise = try exercise(id)
    let sizes = exercise.cases.map(\.input.summary.count)
    let isDiagnosis = exercise.kind == .diagnose
    let points = "(\(exercise.points) point" + (exercise.points == 1 ? ")." : "s).")
    let statement = exercise.stub.split(separator: "\n").first { $0.contains("/// **\(id) ") } ?? ""
    return unmet([
      (exercise.stub.contains("throw NotAttempted(\"\(id)\")"), "Its stub throws no NotAttempted(\"\(id)\")."),
      (statement.hasSuffix(points), "Its statement \(statement) doesn't end with \(points)"),
      (statement.contains(exercise.title.suffix(12)), "Its statement has another title than \(exercise.title)."),
      (exercise.cases.count <= (isDiagnosis ? 24 : 6), "It has \(exercise.cases.count) cases."),
      (isDiagnosis || sizes[0] <= sizes[sizes.count - 1], "Its smallest case doesn't come first."),
      (exercise.expected.allSatisfy(\.isFinite), "What it expects isn't finite."),
      ((2...3).contains(exercise.hints.count), "It has \(exercise.hints.count) hints."),
      (
        exercise.hints.allSatisfy { $0.count >= 30 && $0.hasSuffix(".") || $0.hasSuffix("?") },
        "A hint is short, or doesn't end."
      ),
      (!exercise.hints.contains { $0.contains("←") }, "A hint gives code away."),
    ])
  }

  /// What doesn't hold with another seed's cases.
  func problems(withSeed seed: UInt64) throws -> [String] {
    let (kept, other) = (try book(), try book(seed: seed))
    let broken = other.exercises.flatMap { exercise in guarantees(exercise).broken.map { "\(exercise.id): \($0)" } }
    let fixed = zip(kept.exercises, other.exercises).filter { $0.cases == $1.cases }.map {
      "\($0.0.id) has the same cases for every seed."
    }
    return broken + fixed
      + unmet([(try other.encoded() == book(seed: seed).encoded(), "The same seed makes other cases.")])
  }

  /// What is wrong with the recorded answers in the repository.
  func problemsWithAnswersFile() throws -> [String] {
    let kept = try Data(contentsOf: folder.appending(path: "Checks/answers.json"))
    return unmet([
      (try RecordedFiles.agree(kept, book().encoded()), "It is stale. Type swift run \(lab)-record.")
    ])
  }

  /// Faults that the guarantees don't see when they are planted: none, or the guarantees prove nothing.
  func unseenFaults(inExercise id: String) throws -> [String] {
    let exercise = try exercise(id)
    var (toothless, twins, vacuous, narrow) = (exercise, exercise, exercise, exercise)
    toothless.misconceptions[0].outputs = exercise.expected
    twins.misconceptions[0].outputs = exercise.misconceptions[1].outputs
    for index in vacuous.misconceptions.indices {
      vacuous.misconceptions[index].outputs[1] = exercise.cases[1].expected
    }
    narrow.misconceptions[0].outputs = nudged(exercise.expected, inCase: 0)
    narrow.tolerance = Tolerance(relative: 1e-12, absolute: 1e-14)
    let isDiagnosis = exercise.kind == .diagnose
    return unmet([
      (guarantees(toothless).mistakesAreNamed.count == 1, "A mistake that equals the reference isn't seen."),
      (guarantees(twins).mistakesAreNamed.count == 2, "Two mistakes that are one aren't seen."),
      (
        isDiagnosis || guarantees(vacuous).casesEarnTheirPlace == ["Case 1 catches no mistake."],
        "A case that catches nothing isn't seen."
      ),
      (
        !exercise.expected[0].holdsNumbers || guarantees(narrow).marginsAreWide.count == 1,
        "A mistake that is hardly off isn't seen."
      ),
    ])
  }

  /// What is wrong with the handout: every number about figures is the manifest's, every figure is shown, every exercise has
  /// its row in the table.
  ///
  /// - Parameters:
  ///   - figures: the lab's.
  ///   - quotes: how many numbers from the lecture's figures it quotes at least.
  func problemsWithHandout(figures: [String], quotes: Int) throws -> [String] {
    let handout = folder.appending(path: "README.md")
    let drawn = root.appending(path: "docs/figures/\(lab)")
    let text = try String(contentsOf: handout, encoding: .utf8)
    let quoted = try quotedNumbers()
    let exercises = try book().exercises
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    let points = exercises.reduce(0) { $0 + $1.points }
    return quoted.wrong
      + figures.flatMap { name in
        unmet([
          (text.contains("](../../docs/figures/\(lab)/\(name).png)"), "The handout doesn't show \(name)."),
          (
            FileManager.default.fileExists(atPath: drawn.appending(path: "\(name).png").path),
            "docs/figures has no \(name)."
          ),
        ])
      }
      + exercises.filter { exercise in
        !rows.contains {
          $0.hasPrefix("| \(exercise.id) |") && $0.contains("| \(exercise.points) |")
            && $0.contains("(\(exercise.file))")
        }
      }.map { "The table of exercises lacks \($0.id), its points or its file." }
      + unmet([
        (quoted.count >= quotes, "It quotes \(quoted.count) numbers only."),
        (text.contains("Together \(points) points."), "It doesn't say that there are \(points) points."),
      ])
  }

  /// The numbers that the handout quotes from the lecture's figures.
  func quotedNumbers() throws -> QuotedNumbers {
    try QuotedNumbers(
      handout: folder.appending(path: "README.md"), manifest: root.appending(path: "docs/figures/\(lab)/manifest.json"))
  }

  /// How large the recorded answers are, in bytes. They go out with every handout, and are read at every check.
  package func size() throws -> Int { try book().encoded().count }

  private func unmet(_ conditions: [(Bool, String)]) -> [String] { conditions.filter { !$0.0 }.map(\.1) }
}

extension Value {
  /// Whether the part of it that a nudge changes is a number.
  fileprivate var holdsNumbers: Bool {
    switch self {
    case .number: true
    case .list(let list): list.last?.holdsNumbers ?? false
    case .record(let record): record.min { $0.key < $1.key }?.value.holdsNumbers ?? false
    default: false
    }
  }
}
