import AnswerChecks
import BatchSizeChecks
import BatchSizeSolutions
import Foundation
import LabProofs
import NumericCore
import Testing

@Suite("Misconceptions of the lab on the batch size")
struct MisconceptionTests {
  @Test("Each mistake is caught, and named exactly and alone", arguments: Mistake.all)
  func isNamed(_ mistake: Mistake) throws {
    let known = mistake.misconception
    let exercise = try Recorded.exercise(known.exercise)
    let outputs = try exercise.outputs(of: WrongAnswers(making: [known.name]))
    let verdict = exercise.verdict(on: outputs)
    #expect(verdict.status == .wrong)
    #expect(verdict.diagnoses == [known])
    #expect(verdict.points == known.credit * Double(exercise.points))
    #expect(verdict.failure != nil)
  }

  @Test("Each mistake has a sentence, a source and a section of the handout", arguments: Mistake.all)
  func isExplained(_ mistake: Mistake) throws {
    let known = mistake.misconception
    #expect(known.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    #expect(known.sentence.count >= 40 && known.sentence.count <= 330)
    #expect(known.sentence.hasSuffix("."))
    #expect(!known.source.isEmpty)
    #expect((0..<1).contains(known.credit))
    let handout = try String(contentsOf: Recorded.folder.appending(path: "README.md"), encoding: .utf8)
    let headings = handout.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(headings.contains { $0.hasSuffix("# \(known.section)") }, "The handout lacks the section \(known.section).")
  }

  @Test("All guarantees hold for the public seed", arguments: Recorded.ids)
  func holds(_ id: String) throws {
    let guarantees = Guarantees(exercise: try Recorded.exercise(id))
    #expect(guarantees.broken == [])
  }

  @Test("They hold for other seeds too", arguments: [2, 17, 400, 90_001, .max] as [UInt64])
  func holds(seed: UInt64) throws {
    for exercise in try Recorded.book(seed: seed).exercises {
      #expect(Guarantees(exercise: exercise).broken == [], "\(exercise.id) with seed \(seed)")
    }
  }

  @Test("Another seed makes other cases, the same seed the same")
  func seeds() throws {
    let (book, other) = (try Recorded.book(), try Recorded.book(seed: 2))
    #expect(try other.encoded() == Recorded.book(seed: 2).encoded())
    for (first, second) in zip(book.exercises, other.exercises) {
      #expect(first.cases != second.cases, "\(first.id) has the same cases for every seed.")
    }
  }

  @Test("Names are unique within an exercise, and every exercise has some", arguments: Recorded.ids)
  func names(_ id: String) {
    let names = batchSizeMisconceptions.filter { $0.exercise == id }.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 5)
  }
}

@Suite("Runs to diagnose")
struct BatchSuspectTests {
  @Test(
    "The reference finds who made each run: every suspect as often as planned", arguments: [1, 2, 17, 400] as [UInt64])
  func planned(seed: UInt64) throws {
    let exercise = try #require(try Recorded.book(seed: seed).exercises.first { $0.id == "5.9" })
    let counts = exercise.expected.reduce(into: [:]) { counts, value in counts[value.summary, default: 0] += 1 }
    #expect(
      counts == [
        "\"noMistake\"": 3, "\"sumForAverage\"": 2, "\"nominalDivisor\"": 3, "\"lastBatchDropped\"": 2,
        "\"shuffledOnce\"": 3, "\"labelsLeftBehind\"": 2,
      ])
  }
}

/// The tests above must be able to fail: a fault is planted, and seen.
@Suite("Planted faults")
struct MisconceptionFaultTests {
  @Test("A mistake that equals the reference is seen", arguments: Recorded.ids)
  func toothless(_ id: String) throws {
    var exercise = try Recorded.exercise(id)
    exercise.misconceptions[0].outputs = exercise.expected
    #expect(Guarantees(exercise: exercise).mistakesAreNamed.count == 1)
  }

  @Test("Two mistakes that can't be told apart are seen", arguments: Recorded.ids)
  func twins(_ id: String) throws {
    var exercise = try Recorded.exercise(id)
    exercise.misconceptions[0].outputs = exercise.misconceptions[1].outputs
    #expect(Guarantees(exercise: exercise).mistakesAreNamed.count == 2)
  }

  @Test("A mistake that is hardly off is seen", arguments: Recorded.ids.filter { $0 != "5.9" })
  func narrow(_ id: String) throws {
    var exercise = try Recorded.exercise(id)
    exercise.misconceptions[0].outputs = exercise.expected.nudged(inCase: 0)
    exercise.tolerance = Tolerance(relative: 1e-12, absolute: 1e-14)
    let narrow = Guarantees(exercise: exercise).marginsAreWide
    #expect(narrow.count == 1)
  }

  @Test("A case that catches nothing is seen", arguments: Recorded.ids.filter { $0 != "5.9" })
  func vacuous(_ id: String) throws {
    var exercise = try Recorded.exercise(id)
    for index in exercise.misconceptions.indices {
      exercise.misconceptions[index].outputs[1] = exercise.cases[1].expected
    }
    #expect(Guarantees(exercise: exercise).casesEarnTheirPlace == ["Case 1 catches no mistake."])
  }
}
