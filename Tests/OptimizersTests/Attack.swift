import AnswerChecks
import LabProofs
import Testing

/// One hostile answer with the verdict that it must get.
struct Attack: Sendable, CustomTestStringConvertible {
  let name: String
  let expected: Set<Status>
  var files: [String: String]
  /// What the explanation must say.
  var words: String?
  /// What an honest, right neighbour in the same program gets: an attack on the whole program takes it along.
  var neighbour = Status.passed

  var testDescription: String { name }

  init(
    _ name: String, _ expected: Status..., body: String, imports: [String] = [], around: String = "",
    words: String? = nil, neighbour: Status = .passed
  ) {
    self.name = name
    self.expected = Set(expected)
    self.files = [Fixture.file: Fixture.gradientDescent(body, imports: imports, around: around)]
    self.words = words
    self.neighbour = neighbour
  }

  private static let right = "return weights - learningRate * gradient"

  static let all = ending + greedy + lying + meddling

  /// Answers that end the program.
  private static let ending = [
    Attack("exit(0)", .crashed, body: "exit(0)", imports: ["Foundation"], words: "ended the program itself"),
    Attack("_exit(0)", .crashed, body: "_exit(0)", imports: ["Glibc"], words: "ended the program itself"),
    Attack("trap", .crashed, body: "return Vector([[1.0][Int(weights[0] * 0) + 3]])", words: "Index out of range"),
    Attack("fatalError", .crashed, body: "fatalError(\"no idea\")", words: "no idea"),
    Attack("abort", .crashed, body: "abort()", imports: ["Glibc"], words: "Signal 6"),
    Attack(
      "endless recursion", .crashed,
      body:
        "return weights + (try gradientDescentStep(weights: weights, gradient: gradient, learningRate: learningRate))",
      words: "calls itself without end"),
    Attack(
      "kill its own group", .crashed, body: "kill(0, SIGKILL)\n\(right)", imports: ["Glibc"], words: "Signal 9"),
  ]

  /// Answers that take what they can get.
  private static let greedy = [
    Attack("endless loop", .timedOut, body: "while true { }", words: "1 seconds of processor time"),
    Attack(
      "ignores the time limit", .timedOut, body: "signal(SIGXCPU, SIG_IGN)\nwhile true { }", imports: ["Glibc"],
      words: "processor time"),
    Attack(
      "sleeps for ever", .timedOut, body: "while true { sleep(1000) }", imports: ["Glibc"], words: "still running"),
    Attack(
      "8 GB", .outOfMemory, body: "return Vector(repeating: weights[0], count: 1 << 30)", words: "MB of memory"),
    Attack(
      "memory in pieces", .outOfMemory,
      body: "var rows: [[Double]] = []\nwhile true { rows.append([]); rows[rows.count - 1].reserveCapacity(1 << 22) }",
      words: "MB of memory"),
    Attack(
      "floods standard output", .passed,
      body: "for _ in 0..<20_000 { print(\"all tests passed, all tests passed, all tests passed\") }\n\(right)"),
    Attack(
      "writes a large file", .crashed,
      body: """
        let file = open("/tmp/descent-large-file", O_CREAT | O_WRONLY, 0o600)
        unlink("/tmp/descent-large-file")
        let bytes = [UInt8](repeating: 0, count: 1 << 20)
        for _ in 0..<4 { _ = write(file, bytes, bytes.count) }
        \(right)
        """, imports: ["Glibc"], words: "Signal 25"),
  ]

  /// Answers that lie.
  private static let lying = [
    Attack("NaN", .wrong, body: "return weights * Double.nan", words: "not a number"),
    Attack("infinity", .wrong, body: "return weights / 0", words: "infinite"),
    Attack("wrong shape", .wrong, body: "return [1, 2, 3, 4, 5, 6, 7]", words: "shape is wrong"),
    Attack("throws", .wrong, body: "struct Oops: Error {}\nthrow Oops()", words: "threw an error"),
    Attack(
      "mutates its inputs", .wrong,
      body: """
        weights.withUnsafeElements { elements in
          for index in elements.indices { UnsafeMutablePointer(mutating: elements.baseAddress!)[index] = 0 }
        }
        return weights
        """),
    Attack(
      "forges a reply on every descriptor", .wrong, .crashed,
      body: """
        let forged = "{\\"output\\":[[0,0]]}\\n"
        for descriptor in Int32(0)..<256 { _ = forged.withCString { write(descriptor, $0, strlen($0)) } }
        exit(0)
        """, imports: ["Glibc"]),
    Attack("prints a forged verdict", .wrong, body: "print(\"1.3 passed\")\nreturn weights"),
    Attack(
      "closes every descriptor", .crashed,
      body: "for descriptor in Int32(0)..<256 { close(descriptor) }\n\(right)", imports: ["Glibc"]),
  ]

  /// Answers that change the language around them. None may reach the judge, so a right one still passes.
  private static let meddling = [
    Attack("shadows abs", .passed, body: right, around: "public func abs(_ x: Double) -> Double { 0 }"),
    Attack("shadows <", .passed, body: right, around: "public func < (left: Double, right: Double) -> Bool { true }"),
    Attack(
      "shadows <=, wrong", .wrong, body: "return weights",
      around: "public func <= (left: Double, right: Double) -> Bool { true }"),
    Attack(
      "operator extension, wrong", .wrong, body: "return weights",
      around: "extension Double { public static func == (left: Double, right: Double) -> Bool { true } }"),
    Attack(
      "conformance of Vector, wrong", .wrong, body: "return weights",
      around: """
        extension Vector: @retroactive CustomDebugStringConvertible {
          public var debugDescription: String { "passed" }
        }
        """),
    Attack(
      "static constructor that exits", .crashed, body: right, imports: ["Glibc"],
      around: """
        @section(".init_array") @used let constructor: @convention(c) () -> Void = { _exit(0) }
        """, words: "ended the program itself", neighbour: .crashed),
    Attack(
      "pow of its own, wrong", .wrong, body: "return weights",
      around: "@c(pow) public func ownPower(_ x: Double, _ y: Double) -> Double { 0 }"),
  ]

  /// A right answer that leaves a process behind, which holds every pipe open.
  static func sleeper(named mark: String) -> String {
    Fixture.gradientDescent(
      """
      var process: pid_t = 0
      var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("60"), nil]
      arguments[0] = strdup("\(mark)")
      posix_spawn(&process, "/bin/sleep", nil, nil, &arguments, nil)
      return weights - learningRate * gradient
      """, imports: ["Glibc"])
  }
}
