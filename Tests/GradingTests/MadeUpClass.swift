import AnswerChecks
import Foundation
import LabKit

@testable import Grading

/// A class of more than forty students. Who they are and what must come of them follows from the code here alone.
struct MadeUpClass {
  let labs: [MadeUpLab]
  private(set) var students: [MadeUpStudent] = []

  /// In the roster, and handed in nothing.
  static let missing = "s90"

  static let course = """
    title = "Deep <b>Learning</b> & more"
    due = 2026-10-01T14:00:00+02:00
    diagnoses = "always"
    handouts = "https://example.org/labs/"

    [late]
    points-per-day = 2
    cap = 5
    grace-minutes = 15

    [points]
    "1.11" = 4

    [credit]
    "1.11/no-bias-correction" = 0.5
    """

  /// The whole class.
  init(root: URL) throws {
    let project = Workspace(root: root)
    let order = ["optimizers", "initializers", "dropout", "sparsity", "batch-size", "skewed-classes", "double-descent"]
    labs = try order.map { try MadeUpLab(project.lab($0)) }
    try addHonest()
    try addMistaken()
    try addUnexplained()
    try addAttackers()
    try addHostileNames()
    // Git and Gradescope say when work came in: a day and the grace after it was due.
    for index in students.indices where students[index].hasSystemsTime {
      students[index].late = LateDeduction(days: 1, points: 2)
    }
    students.sort { $0.id < $1.id }
  }

  func lab(_ command: String) throws -> MadeUpLab {
    guard let lab = labs.first(where: { $0.book.lab == command }) else {
      throw GradingError.usage("There is no lab \(command).")
    }
    return lab
  }

  // MARK: Honest work

  private mutating func addHonest() throws {
    var perfect = MadeUpStudent("s01", "Åsa Perfect", .handoutFolder)
    perfect.submitted = "2026-10-01T12:00:00Z"  // exactly when it is due
    for lab in labs {
      let ids = lab.book.exercises.map(\.id)
      try perfect.hand(
        in: lab, ids.keyed { _ in .right }, expecting: ids.keyed { _ in .passed })
    }
    students.append(perfect)

    let optimizers = try lab("optimizers")
    var partial = MadeUpStudent("s02", "Bo Partial", .zip)
    try partial.hand(
      in: optimizers,
      [
        "1.1": .code(
          """
          let product = hessian.dot(weights)
          return ValueAndGradient(
            value: 0.5 * weights.dot(product) - linearTerm.dot(weights), gradient: product - linearTerm)
          """), "1.3": .code("return weights - learningRate * gradient"),
        "1.5": .code("return weights +"), "1.6": .text("// My notes only.\n"),
      ], expecting: ["1.1": .passed, "1.3": .passed, "1.5": .refused, "1.6": .refused])
    students.append(partial)

    var blank = MadeUpStudent("s03", "Cy Blank", .tarGzip)
    blank.files = labs.flatMap { lab in
      lab.book.exercises.map {
        ExerciseFile(lab: lab.name, name: URL(filePath: $0.file).lastPathComponent, text: $0.stub)
      }
    }
    students.append(blank)
    students.append(MadeUpStudent("s04", "Di Empty", .looseFiles))

    var visitor = MadeUpStudent("visitor", "visitor", .looseFiles)
    visitor.isInRoster = false
    try visitor.hand(
      in: optimizers, ["1.3": .code("return weights - gradient * learningRate")], expecting: ["1.3": .passed])
    students.append(visitor)
  }

  // MARK: Known mistakes

  /// Student k makes the k-th mistake of each exercise, as long as there is one, and one student two at a time.
  private mutating func addMistaken() throws {
    let most = labs.flatMap(\.book.exercises).map(\.misconceptions.count).max() ?? 0
    let times: [(submitted: String, extensionDays: Double, late: LateDeduction)] = [
      ("2026-10-01T12:15:00Z", 0, .none),  // the end of the grace
      ("2026-10-01T12:15:01Z", 0, LateDeduction(days: 1, points: 2)),
      ("2026-10-03T12:15:00Z", 0, LateDeduction(days: 2, points: 4)),
      ("2026-10-20T00:00:00+02:00", 0, LateDeduction(days: 19, points: 5)),  // 18 days and 9.75 hours; capped
      ("2026-10-04T00:00:00Z", 2.5, .none),
      ("2026-10-04T00:30:00Z", 2.5, LateDeduction(days: 1, points: 2)),
    ]
    for k in 0..<most {
      var student = MadeUpStudent("m\(k + 1 < 10 ? "0" : "")\(k + 1)", "Mia Mistake \(k + 1)", Self.forms[k % 13])
      for lab in labs {
        let names = lab.book.exercises.filter { k < $0.misconceptions.count }
          .map { ($0.id, $0.misconceptions[k].misconception.name) }
        let made = Dictionary(uniqueKeysWithValues: names)
        try student.hand(
          in: lab, made.mapValues { .mistakes([$0]) }, expecting: made.mapValues { .wrong([$0]) })
      }
      if k < times.count { (student.submitted, student.extensionDays, student.late) = times[k] }
      students.append(student)
    }
    var two = MadeUpStudent("m99", "Nils Two", .zip)
    for lab in labs {
      let pairs = lab.book.exercises.compactMap { exercise in exercise.pairs.first.map { (exercise.id, $0.names) } }
      let made = Dictionary(uniqueKeysWithValues: pairs)
      try two.hand(in: lab, made.mapValues { .mistakes($0) }, expecting: made.mapValues { .wrong($0) })
    }
    students.append(two)
  }

  private static let forms = MadeUpStudent.Form.allCases

  // MARK: Mistakes that no misconception explains, and code that is alike

  /// Who shares a wrong answer, and who shares code.
  static let cluster = ["c01", "c02", "c03"]
  static let twins = ["t01", "t02"]

  private mutating func addUnexplained() throws {
    let optimizers = try lab("optimizers")
    let bodies = [
      "return weights - 3 * learningRate * gradient",
      "let step = (learningRate + learningRate + learningRate) * gradient\n    return weights - step",
      "print(\"three at once\")\n    return weights - gradient * (learningRate * 3)",
    ]
    for (index, body) in bodies.enumerated() {
      var student = MadeUpStudent(Self.cluster[index], "Kim Cluster \(index + 1)", [.tar, .canvas, .moodleFlat][index])
      try student.hand(in: optimizers, ["1.3": .code(body)], expecting: ["1.3": .wrong])
      students.append(student)
    }
    for (index, id) in Self.twins.enumerated() {
      var student = MadeUpStudent(id, "Toni Twin \(index + 1)", [.git, .folderInArchive][index])
      let body = index == 0 ? Self.adam : Self.renamed(Self.adam)
      try student.hand(in: optimizers, ["1.11": .code(body)], expecting: ["1.11": .passed])
      students.append(student)
    }
  }

  private static let adam = """
    memory.step = memory.step + 1
    let time = Double(memory.step)
    var first = Vector(count: weights.count) { _ in 0.0 }
    var second = Vector(count: weights.count) { _ in 0.0 }
    for index in 0..<weights.count {
      first[index] = memory.firstMoment[index] * beta1 + gradient[index] * (1 - beta1)
      second[index] = memory.secondMoment[index] * beta2 + gradient[index] * gradient[index] * (1 - beta2)
    }
    memory.firstMoment = first
    memory.secondMoment = second
    let firstScale = 1 - pow(beta1, time)
    let secondScale = 1 - pow(beta2, time)
    var moved = weights
    for index in 0..<weights.count {
      let length = (second[index] / secondScale).squareRoot() + epsilon
      moved[index] = moved[index] - learningRate * (first[index] / firstScale) / length
    }
    return moved
    """

  private static func renamed(_ code: String) -> String {
    let names = [
      "time": "t", "first": "m", "second": "s", "index": "i", "moved": "w", "length": "d", "firstScale": "c1",
      "secondScale": "c2",
    ]
    return code.replacing(/\w+/) { match in
      let isMember = match.range.lowerBound > code.startIndex && code[code.index(before: match.range.lowerBound)] == "."
      return isMember ? String(match.output) : names[String(match.output)] ?? String(match.output)
    }.replacing("\n", with: "\n  // my own idea\n")
  }

  // MARK: Attacks, and names that mean harm

  private mutating func addAttackers() throws { students += try AttackStudents(labs: labs).students }

  private mutating func addHostileNames() throws { students += try HostileNames(lab("optimizers")).students }
}

extension Sequence where Element: Hashable {
  /// A dictionary with a value an element.
  func keyed<Value>(_ value: (Element) -> Value) -> [Element: Value] {
    Dictionary(uniqueKeysWithValues: map { ($0, value($0)) })
  }
}
