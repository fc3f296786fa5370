import Testing

@testable import AnswerChecks
@testable import Grading

struct ClassReportTests {
  @Test func countsEachStatusOfEachExercise() {
    let report = ClassReport([
      graded("b", [("1.1", .passed, []), ("1.2", .wrong, ["sign"])]),
      graded("a", [("1.1", .wrong, ["sign", "mean"]), ("1.2", .notAttempted, [])]),
      graded("c", [("1.1", .passed, []), ("1.2", .wrong, ["sign"])]),
    ])
    #expect(report.students == 3)
    #expect(report.exercises.map(\.exercise) == ["1.1", "1.2"])
    #expect(report.exercises[0].counts == [.passed: 2, .wrong: 1])
    #expect(report.exercises[0].share(.passed) == 2.0 / 3)
    #expect(report.exercises[1].share(.crashed) == 0)
  }

  @Test func theMostCommonMisconceptionStandsFirst() {
    let report = ClassReport([
      graded("b", [("1.1", .wrong, ["mean"]), ("1.2", .wrong, ["sign"])]),
      graded("a", [("1.1", .wrong, ["mean", "sign"]), ("1.2", .notAttempted, [])]),
    ])
    #expect(report.misconceptions.map(\.name) == ["mean", "sign", "sign"])
    #expect(report.misconceptions[0].students == ["a", "b"])
    #expect(report.misconceptions[1].exercise == "1.1")
    #expect(report.misconceptions[2].attempts == 1)
  }

  @Test func theOrderOfSubmissionsChangesNothing() {
    let all = [
      graded("b", [("1.1", .wrong, ["mean"])]), graded("a", [("1.1", .wrong, ["sign"])]),
      graded("c", [("1.1", .passed, [])]),
    ]
    #expect(ClassReport(all) == ClassReport(all.reversed()))
  }

  @Test func tablesHaveAColumnAStatus() {
    let csv = ClassReport([graded("a", [("1.1", .graderError, [])])]).exerciseTable.csv
    #expect(
      csv
        == "lab,exercise,title,passed,wrong,not attempted,does not compile,crashed,timed out,out of memory,grader error"
        + "\r\ntoy,1.1,Title,0,0,0,0,0,0,0,1\r\n")
  }
}

struct ClusterTests {
  private let book = AnswerBook(lab: "toy", seed: 1, exercises: [])

  @Test func equalWrongOutputsAreOneCluster() throws {
    let clusters = Cluster.all(
      in: [
        graded("c", outputs: [1, 2.5]), graded("a", outputs: [1, 2.5 + 1e-12]), graded("b", outputs: [1, 2.6]),
        graded("d", outputs: nil),
      ], books: [book])
    #expect(clusters.map(\.students) == [["a", "c"]])
    #expect(clusters.first?.exercise == "1.1")
    #expect(clusters.first?.id.hasPrefix("1.1-") == true)
  }

  @Test func otherExercisesAreOtherClusters() {
    var other = graded("b", outputs: [1])
    other.labs[0].verdicts[0].exercise = "1.2"
    #expect(Cluster.all(in: [graded("a", outputs: [1]), other], books: [book]).isEmpty)
  }

  @Test func oneStudentAloneIsNoCluster() {
    let alone = [graded("a", outputs: [1]), graded("b", outputs: [2])]
    #expect(Cluster.all(in: alone, books: [book]).isEmpty)
    #expect(Cluster.all(in: alone, books: [book], least: 1).count == 2)
  }

  @Test func theNameOfAClusterDoesNotFollowItsMembers() {
    let few = Cluster.all(in: [graded("b", outputs: [7]), graded("c", outputs: [7])], books: [book])
    let many = Cluster.all(
      in: [graded("a", outputs: [7]), graded("b", outputs: [7]), graded("c", outputs: [7])], books: [book])
    #expect(few.map(\.id) == many.map(\.id))
  }
}

struct SimilarityTests {
  private let stub = "func f(_ x: Double) throws -> Double {\n  throw NotAttempted(\"1.1\")\n}\n"
  private let answer = """
    func f(_ x: Double) throws -> Double {
      var total = 0.0
      for index in 0..<10 {
        let term = x * Double(index) - 3 / (x + 1)
        if term > 2 { total += term } else { total -= term * term }
        while total > 100 { total = total / 2 - 1 }
      }
      guard total != 0 else { return -1 }
      return total < 4 ? total * 2 + x : (total - x) / 7
    }
    """
  private let other = """
    func f(_ x: Double) throws -> Double {
      let parts = [1.0, 2, 3].map { $0 * x }.filter { $0 > 1 }.sorted(by: >)
      switch parts.count {
      case 0: return x
      case 1: return parts[0] + x * x * x
      default: return parts.reduce(1) { $0 * ($1 - 1) } + Double(parts.count) * (x - 4) * (x - 5)
      }
    }
    """

  private func pairs(_ codes: [String], handedOut: String? = nil) -> [SimilarPair] {
    let exercise = RecordedExercise(
      id: "1.1", title: "", kind: .write, points: 1, file: "Exercises/F.swift", tolerance: Tolerance(), hints: [],
      cases: [], misconceptions: [], pairs: [], stub: handedOut ?? stub)
    let submissions = codes.enumerated().map { index, code in
      Submission(
        student: "s\(index)", origin: "", files: [ExerciseFile(lab: "Toy", name: "F.swift", text: code)])
    }
    return SimilarPair.all(in: submissions, books: [AnswerBook(lab: "toy", seed: 1, exercises: [exercise])])
  }

  @Test func renamingAndLayoutHideNothing() throws {
    let disguised =
      "// mine, all mine\n"
      + answer.replacing("total", with: "sum").replacing("term", with: "value").replacing("\n", with: "\n\n  ")
    let found = try #require(pairs([answer, other, disguised]).first)
    #expect(found.students == ["s0", "s2"])
    #expect(found.share == 1)
    #expect(found.places == ["F.swift: 1-9"])
    #expect(pairs([answer, other, disguised]).count == 1)
  }

  @Test func aShortFileInALongOneIsFound() throws {
    let found = try #require(pairs([answer, answer + "\n" + other]).first)
    #expect(found.share > 0.9)
  }

  @Test func stubsAreNobodysOwn() {
    #expect(pairs([stub, stub]).isEmpty)
    #expect(pairs([answer, answer]).count == 1)
    #expect(pairs([answer, answer], handedOut: answer).isEmpty)
  }

  @Test func whatHalfTheClassWritesIsNobodysOwn() { #expect(pairs(Array(repeating: answer, count: 9)).isEmpty) }

  @Test func tokensForgetNamesLayoutAndComments() {
    let one = SwiftTokens("let sum = a + 2.5 // add\nreturn \"x\\\"y\"").tokens.map(\.kind)
    let two = SwiftTokens("let  total=b+7 /* b */ return \"z\"").tokens.map(\.kind)
    #expect(one == ["let", "name", "=", "name", "+", "number", "return", "text"])
    #expect(one == two)
    #expect(SwiftTokens("\"never ended").tokens.map(\.kind) == ["text"])
    #expect(SwiftTokens("a\n\n\"\"\"\nb\n\"\"\"\nc").tokens.map(\.line) == [1, 3, 6])
  }
}

private func graded(_ student: String, _ verdicts: [(String, Status, [String])]) -> GradedSubmission {
  GradedSubmission(
    student: student, fingerprint: student,
    labs: [
      GradedLab(
        lab: "toy",
        verdicts: verdicts.map { exercise, status, names in
          Verdict(
            exercise: exercise, title: "Title", status: status, points: 0, possible: 1,
            diagnoses: names.map { Misconception(exercise, $0, "Sentence.", source: "", section: "") })
        })
    ])
}

private func graded(_ student: String, outputs: [Double]?) -> GradedSubmission {
  var verdict = Verdict(exercise: "1.1", title: "Title", status: .wrong, points: 0, possible: 1)
  verdict.outputs = outputs.map { $0.map { .number($0) } }
  return GradedSubmission(
    student: student, fingerprint: student, labs: [GradedLab(lab: "toy", verdicts: [verdict])])
}
