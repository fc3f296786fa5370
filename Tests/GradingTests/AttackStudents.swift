import AnswerChecks
import AnswerWire
import Foundation

@testable import Grading

/// The students who cheat: those whom the screen stops, and those whom it lets pass because they can do no harm.
struct AttackStudents {
  private let labs: [MadeUpLab]
  private let optimizers: MadeUpLab
  private(set) var students: [MadeUpStudent] = []

  init(labs: [MadeUpLab]) throws {
    self.labs = labs
    optimizers = labs[0]
    try addScreened()
    try addGreedy()
    try addShadows()
    try addLookedUp()
    try addTypeChecker()
    try addOwnPackage()
  }

  /// All files of `Attacks`, as many to a student as the lab has exercises. Beside them, right answers still count.
  private mutating func addScreened() throws {
    let ids = optimizers.book.exercises.map(\.id).filter { $0 != "1.3" }
    for (index, start) in stride(from: 0, to: Attack.all.count, by: ids.count).enumerated() {
      var student = MadeUpStudent("a0\(index + 1)", "Eve Attack \(index + 1)", .zip)
      var answers: [String: MadeUpLab.Answer] = ["1.3": .code("return weights - learningRate * gradient")]
      var expected: [String: MadeUpStudent.Expectation] = ["1.3": .passed]
      for (attack, id) in zip(Attack.all[start...], ids) {
        answers[id] = try attack.answer(to: id)
        expected[id] = .refused
      }
      try student.hand(in: optimizers, answers, expecting: expected)
      students.append(student)
    }
  }

  /// Harm that needs nothing but Swift: the limits hold it, and its neighbours pass.
  private mutating func addGreedy() throws {
    var student = MadeUpStudent("a10", "Eve Greedy", .tar)
    try student.hand(
      in: optimizers,
      [
        "1.1": .code("return ValueAndGradient(value: .nan, gradient: .nan * weights)"),
        "1.2": .code("return .infinity"),
        "1.3": .code("return weights - learningRate * gradient"),
        "1.4": .code("while true {}"),
        "1.5": .code("return try coupled(weights)", declarations: Self.recursion),
        "1.6": .code("let rows = [Double](repeating: 1, count: 1 << 30)\n    return rows[7] * weights"),
        "1.7": .code("while true { print(\"passed, passed, passed, passed, passed, passed\") }"),
        "1.8": .code("fatalError(\"\(Self.hostileLiteral)\")"),
        "1.9": .code("throw Hostile()", declarations: Self.hostileError),
        "1.10": .code("let none: [Double] = []\n    return none[weights.count] * weights"),
        "1.12": .code("print(\"\(Self.hostileLiteral)\")\n    return 0 * weights"),
        "1.13": .code("return (weights / 0) + 0 * gradient"),
        "1.14": .code("let big = 1\(String(repeating: "0", count: 6000)).0\n    return big * weights"),
      ],
      expecting: [
        "1.1": .wrong, "1.2": .wrong, "1.3": .passed, "1.4": .init(status: .timedOut),
        "1.5": .init(status: .crashed), "1.6": .init(status: .outOfMemory), "1.7": .init(status: .timedOut),
        "1.8": .init(status: .crashed), "1.9": .wrong, "1.10": .init(status: .crashed), "1.12": .wrong, "1.13": .wrong,
        "1.14": .refused,
      ])
    students.append(student)
  }

  private static let recursion = """
    private func coupled(_ weights: Vector<Double>) throws -> Vector<Double> { try coupled(weights) + 1 }
    """

  /// Text that every reader of feedback could trip over, as it stands in a string of Swift.
  static let hostileLiteral = ##"""
    \u{1b}[2J\u{7}<script>alert(1)</script> [x](javascript:alert(1)) ![p](http://evil.example/p.png) =1+1 ]]> \n```\n# Out\n~~~\n</pre></body><img src=x onerror=alert(1)>\n# All tests passed\n✔ Test run with 91 tests passed\n{\"status\":\"passed\",\"points\":99}
    """##

  private static let hostileError = """
    struct Hostile: Error, CustomStringConvertible { var description: String { "\(hostileLiteral)" } }
    """

  /// Shadows of what the judge, the wire and other answers use: they stay in their own module.
  private mutating func addShadows() throws {
    var student = MadeUpStudent("a11", "Eve Shadow", .folderInArchive)
    try student.hand(
      in: optimizers,
      [
        "1.2": .code("return 7", declarations: Self.shadows),
        "1.3": .code("return weights - learningRate * gradient"),
      ], expecting: ["1.2": .wrong, "1.3": .passed])
    students.append(student)

    // A namesake of what asks the questions: the program that asks was compiled before, and never sees it.
    var blocker = MadeUpStudent("a12", "Eve Blocker", .archiveInFolder)
    let serve = """
      public enum AnswersProgram { public static func serve(_ a: [Any], with b: Any) -> Never { fatalError() } }
      public let optimizersExercises = [Int]()
      """
    try blocker.hand(
      in: optimizers,
      [
        "1.2": .code("return 7", declarations: serve), "1.3": .code("return weights - learningRate * gradient"),
      ], expecting: ["1.2": .wrong, "1.3": .passed])
    students.append(blocker)
  }

  private static let shadows = """
    public func abs(_ x: Double) -> Double { 0 }
    public func == (left: Double, right: Double) -> Bool { true }
    public func <= (left: Double, right: Double) -> Bool { true }
    public func == (left: Vector<Double>, right: Vector<Double>) -> Bool { true }
    public func max(_ x: Double, _ y: Double) -> Double { 0 }
    public func exit(_ status: Int32) {}
    public struct Judge {}
    public enum Status { case passed }
    extension Double { public func isEqual(to other: Double) -> Bool { true } }

    """

  /// Answers looked up in the public file: right there, and wrong under the secret seed.
  private mutating func addLookedUp() throws {
    var student = MadeUpStudent("a13", "Eve Lookup", .canvas)
    for lab in labs {
      var answers: [String: MadeUpLab.Answer] = [:]
      for exercise in lab.book.exercises { answers[exercise.id] = Self.lookedUp(exercise) }
      try student.hand(in: lab, answers, expecting: answers.keys.keyed { _ in .wrong })
    }
    students.append(student)
  }

  /// A table of an exercise that makes one number of few; nothing where it is of another kind.
  static func lookedUp(_ exercise: RecordedExercise) -> MadeUpLab.Answer? {
    let rows = exercise.cases.compactMap { recorded -> String? in
      guard case .record(let input) = recorded.input, case .number(let output) = recorded.expected else { return nil }
      let tests = input.sorted { $0.key < $1.key }.compactMap { name, value -> String? in
        if case .number(let number) = value { "Double(\(name)) == \(number)" } else { nil }
      }
      guard tests.count == input.count, output.isFinite else { return nil }
      let number = output.rounded() == output ? String(Int(output)) : "\(output)"
      return "if \(tests.joined(separator: ", ")) { return \(number) }"
    }
    guard rows.count == exercise.cases.count, exercise.kind == .write else { return nil }
    return .code((rows + ["return 12345"]).joined(separator: "\n    "))
  }

  /// A type check that would take hours, beside an answer that is right.
  private mutating func addTypeChecker() throws {
    var student = MadeUpStudent("a14", "Eve Endless", .looseFiles)
    let sum = Array(repeating: "count * 2 + rate / 3 + count + 1.5", count: 4).joined(separator: " + ")
    try student.hand(
      in: optimizers,
      [
        "1.2": .code("let (count, rate): (Int, Double) = (2, 3)\n    let x: Double = \(sum)\n    return x"),
        "1.3": .code("return weights - learningRate * gradient"),
      ],
      expecting: ["1.2": .refused, "1.3": .passed])
    students.append(student)
  }

  /// A package, plugins, C and checks of its own: none of it is looked at.
  private mutating func addOwnPackage() throws {
    var student = MadeUpStudent("a15", "Eve Package", .handoutFolder)
    try student.hand(
      in: optimizers, ["1.3": .code("return weights - learningRate * gradient")], expecting: ["1.3": .passed])
    student.strays = [
      "Package.swift": "import Foundation\ntry! \"x\".write(toFile: \"/tmp/descent-was-here\", atomically: true)\n",
      "Plugins/Evil/plugin.swift": "@main struct Evil {}\n", "Sources/Evil/evil.c": "int pow(void) { return 0; }\n",
      "Sources/Macros/Macro.swift": "public struct Macro {}\n", "Labs/Optimizers/Checks/answers.json": "{}\n",
      "Labs/Optimizers/Exercises/MyAnswers.swift": "public struct MyAnswers {}\n",
      "Labs/Optimizers/Answers/main.swift": "print(\"passed\")\n",
      "Tests/OptimizersExerciseTests/ExerciseTests.swift": "\n", ".build/debug/optimizers-answers": "#!/bin/sh\n",
    ]
    students.append(student)
  }
}
