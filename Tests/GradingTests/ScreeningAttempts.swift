import Testing

/// One way to reach beyond an exercise, or something harmless that looks like one, with what must come of it.
struct ScreeningAttempt: Sendable, CustomTestStringConvertible {
  enum Verdict: Sendable, Equatable {
    /// The screen refuses this line; its sentence has these words.
    case refused(line: Int, words: String)
    /// The screen lets it pass, and the compiler refuses it with the flags that belong to the screen.
    case doesNotCompile(words: String)
    /// It is built.
    case allowed
  }

  let name: String
  let code: String
  let verdict: Verdict
  var testDescription: String { name }

  /// Code after the two imports, so that its first line is line 3.
  private init(_ name: String, _ code: String, _ verdict: Verdict) {
    self.name = name
    self.code = code
    self.verdict = verdict
  }

  private static func refused(_ name: String, line: Int = 3, _ words: String, _ code: String) -> ScreeningAttempt {
    ScreeningAttempt(name, code, .refused(line: line, words: words))
  }
  private static func notCompiled(_ name: String, _ words: String, _ code: String) -> ScreeningAttempt {
    ScreeningAttempt(name, code, .doesNotCompile(words: words))
  }
  private static func allowed(_ name: String, _ code: String) -> ScreeningAttempt {
    ScreeningAttempt(name, code, .allowed)
  }

  static let all = imports + attributes + conformances + memory + hiding + leaks + chance + tasks + text + honest

  private static let imports = [
    refused("Foundation", "import Foundation isn't", "import Foundation"),
    refused("the C library", "import Glibc isn't", "import Glibc"),
    refused("the wire", "import AnswerWire isn't", "import AnswerWire"),
    refused("the judge", "import AnswerChecks isn't", "import AnswerChecks"),
    refused("another lab's questions", "import DropoutQuestions isn't", "import DropoutQuestions"),
    refused("the lab's own exercises", "import OptimizersExercises isn't", "import OptimizersExercises"),
    refused("Swift's own insides", "import SwiftShims isn't", "import SwiftShims"),
    refused("one declaration", "stands alone", "import struct Foundation.URL"),
    refused("one function of an allowed module", "stands alone", "import func NumericCore.exp"),
    refused("a submodule", "stands alone", "import NumericCore.Hidden"),
    refused("testable", "@testable", "@testable import NumericCore"),
    refused("testable on the line before", "@testable", "@testable\nimport NumericCore"),
    refused("exported", "@_exported", "@_exported import NumericCore"),
    refused("preconcurrency", "@preconcurrency", "@preconcurrency import NumericCore"),
    refused("with an access level", "stands alone", "public import NumericCore"),
    refused("two on a line", "stands alone", "import NumericCore; import Foundation"),
    refused("after a semicolon", "stands alone", "struct A {}; import Foundation"),
    refused("after a comment", line: 4, "stands alone", "import /* harmless */ NumericCore /*\n*/ ; import Foundation"),
    refused("in backticks", "import Foundation isn't", "import `Foundation`"),
    refused("a submodule on the next line", line: 4, "at the top level", "import NumericCore\n.Hidden"),
    refused("on two lines", "stands alone", "import\nFoundation"),
    refused("behind a condition", "#if isn't", "#if canImport(Foundation)\nimport Foundation\n#endif"),
    refused("behind a condition that is false here", "#if isn't", "#if os(Windows)\nimport WinSDK\n#else\n#endif"),
    refused("after a carriage return", line: 4, "import Glibc isn't", "// a comment\rimport Glibc"),
  ]

  private static let attributes = [
    refused("@c", "@c isn't", "@c(pow) public func ownPower(_ x: Double, _ y: Double) -> Double { 0 }"),
    refused("@_cdecl", "@_cdecl isn't", "@_cdecl(\"pow\") public func own(_ x: Double, _ y: Double) -> Double { 0 }"),
    refused("@_silgen_name", "@_silgen_name isn't", "@_silgen_name(\"getpid\") func process() -> Int32"),
    refused("@_extern", "@_extern isn't", "@_extern(c, \"getpid\") func process() -> Int32"),
    refused("@section and @used", "@section isn't", "@section(\".init_array\") @used let constructor = 1"),
    refused("@used", "@used isn't", "@used let kept = 1"),
    refused("@main", "@main isn't", "@main struct Program { static func main() {} }"),
    refused("@unsafe", "@unsafe isn't", "@unsafe func act() {}"),
    refused("@safe", "@safe isn't", "@safe func act() {}"),
    refused("@unchecked", "@unchecked isn't", "final class Shared: @unchecked Sendable { var count = 1 }"),
    refused("@preconcurrency", "@preconcurrency isn't", "struct A: @preconcurrency Error {}"),
    refused("@dynamicCallable", "@dynamicCallable isn't", "@dynamicCallable struct A {}"),
    refused("@dynamicMemberLookup", "@dynamicMemberLookup isn't", "@dynamicMemberLookup struct A {}"),
    refused(
      "@propertyWrapper", "@propertyWrapper isn't", "@propertyWrapper struct A { var wrappedValue = readLine() }"),
    refused("@resultBuilder", "@resultBuilder isn't", "@resultBuilder struct A { static func buildBlock() {} }"),
    refused("an attribute of its own", line: 4, "@Wrapper isn't", "struct Wrapper {}\nstruct A { @Wrapper var b = 1 }"),
    refused("@convention", "@convention isn't", "let call: @convention(c) () -> Void = {}"),
    refused("@_alwaysEmitIntoClient", "@_always", "@_alwaysEmitIntoClient public func act() {}"),
    refused("@Swift.main", "@Swift isn't", "@Swift.main struct A {}"),
    refused("an allowed name, qualified", "@inlinable isn't", "@inlinable.other func act() {}"),
    refused("a space after the sign", "without a space", "@ _silgen_name(\"getpid\") func process() -> Int32"),
    refused("a comment after the sign", "without a space", "@/**/_silgen_name(\"getpid\") func process() -> Int32"),
    refused("backticks after the sign", "without a space", "@`main` struct A {}"),
    refused(
      "an attached macro", "@attached isn't",
      "@attached(peer) macro stub() = #externalMacro(module: \"a\", type: \"b\")"),
    refused("a macro", "Macros", "macro stub() = other"),
    refused("a freestanding macro", "#stub isn't", "let value = #stub(1)"),
    refused("a name for lines", "#sourceLocation isn't", "#sourceLocation(file: \"Other.swift\", line: 1)"),
    refused("the grader's path", "#filePath isn't", "let path = #filePath"),
    refused("the image's place in memory", "#dsohandle isn't", "let image = #dsohandle"),
    refused("an executor's job", "UnownedJob reaches", "func act(_ job: UnownedJob) {}"),
    refused("nonisolated(unsafe)", "unsafe reaches", "nonisolated(unsafe) var shared = 1"),
    allowed(
      "harmless attributes",
      """
      @discardableResult @inlinable public func act(_ body: @escaping @Sendable () -> Int) -> Int { body() }
      @inline(__always) func quick(_ value: @autoclosure () -> Int) -> Int { value() }
      @available(*, deprecated) func old() {}
      """),
  ]

  private static let conformances = [
    refused(
      "Vector describes itself", "Vector is declared elsewhere",
      """
      extension Vector: CustomStringConvertible { public var description: String { "passed" } }
      """),
    refused("retroactive", "@retroactive isn't", "extension Vector: @retroactive Error {}"),
    refused("by the module's name", "NumericCore.Vector is", "extension NumericCore.Vector: Error {}"),
    refused("in backticks, on many lines", "declared elsewhere", "extension\n`Vector`\n:\nError {}"),
    refused("a type of Swift", "Array is declared", "extension Array: Error {}"),
    refused("brackets", "[Int] is declared", "extension [Int]: Error {}"),
    refused("the answers", "MyAnswers is declared elsewhere", "extension MyAnswers: Error {}"),
    refused(
      "behind an alias", line: 4, "Alias is declared elsewhere",
      "typealias Alias = Vector<Double>\nextension Alias: Error {}"),
    refused(
      "behind a nested alias", line: 4, "Own.Vector is declared elsewhere",
      "struct Own { typealias Vector = NumericCore.Vector<Double> }\nextension Own.Vector: Error {}"),
    refused(
      "a namesake that is nested", line: 4, "Vector is declared elsewhere",
      "struct Own { struct Vector {} }\nextension Vector: Error {}"),
    refused(
      "a namesake that is local", line: 4, "Vector is declared elsewhere",
      "func act() { struct Vector {} }\nextension Vector: Error {}"),
    refused("an underscored protocol", "begin with an underscore", "struct A: _ObjectiveCBridgeable {}"),
    allowed(
      "types of its own",
      """
      struct Pair: Equatable, Codable { var first = 1.0 }
      extension Pair: CustomStringConvertible { var description: String { "pair" } }
      extension Pair { enum Kind: String { case one } }
      extension Pair.Kind: CaseIterable {}
      """),
    allowed(
      "members for others",
      """
      extension Vector where Scalar == Double { var half: Vector { 0.5 * self } }
      extension Double { func squared() -> Double { self * self } }
      """),
    allowed(
      "shadows",
      """
      public func abs(_ x: Double) -> Double { 0 }
      public func < (left: Double, right: Double) -> Bool { true }
      infix operator <+>: AdditionPrecedence
      func <+> (left: Int, right: Int) -> Int { left + right }
      """),
  ]

  private static let memory = [
    refused("unsafe", "unsafe reaches", "func act(_ x: [Int]) -> Int { unsafe x.count }"),
    refused("a pointer's type", "UnsafePointer reaches", "func act(_ x: UnsafePointer<Int>) {}"),
    refused("Swift. before it", "UnsafeMutableRawPointer reaches", "typealias Raw = Swift.UnsafeMutableRawPointer"),
    refused("in backticks", "withUnsafeBytes reaches", "func act(_ x: [Int]) { x.`withUnsafeBytes` { _ in } }"),
    refused("a key path", "unsafeArgv reaches", "let path = \\CommandLineKind.unsafeArgv"),
    refused("unsafeBitCast", "unsafeBitCast reaches", "let bits = unsafeBitCast(1.0, to: Int.self)"),
    refused("an implicit member", "unsafelyUnwrapped reaches", "let one: Int = Int?.some(1).unsafelyUnwrapped"),
    refused(
      "a vector's elements", "withUnsafeElements reaches",
      "func act(_ x: Vector<Double>) { x.withUnsafeElements { _ in } }"),
    refused("Unmanaged", "Unmanaged reaches", "typealias Kept = Unmanaged"),
    refused("unowned(unsafe)", "unsafe reaches", "final class A { unowned(unsafe) var b: A?; init() {} }"),
    refused("an underscored function", "begin with an underscore", "let x = _unsafeReferenceCast"),
    refused("Builtin", "Builtin belongs", "let x = Builtin.self"),
    refused("in an interpolation", "unsafeBitCast reaches", "let text = \"a \\(unsafeBitCast(1.0, to: Int.self)) b\""),
    refused("in a string in an interpolation", "readLine", "let text = \"a \\([\"b \\(readLine() ?? \"\")\"][0]) c\""),
    refused(
      "in an interpolation of many lines", line: 4, "CommandLine",
      "let text = \"\"\"\n  a \\(CommandLine.arguments)\n  \"\"\""),
    refused("a default argument", "readLine", "func act(_ x: String? = readLine()) {}"),
    notCompiled(
      "a pointer by inference", "unsafe constructs",
      "func act(_ x: inout [Double]) { x.withContiguousMutableStorageIfAvailable { $0[0] = 1 } }"),
    notCompiled(
      "a C string by inference", "unsafe constructs", "func act(_ x: String) { x.withCString { print($0) } }"),
    allowed("an array as a C string", "func act() { print(String(validatingCString: [65, 0]) ?? \"\") }"),
    notCompiled("raw bytes of a span", "unsafe constructs", "func act(_ x: [UInt8]) -> Int { x.span.bytes.byteCount }"),
  ]

  /// Code that looks like a string or a comment to one reader and not to another.
  private static let hiding = [
    refused("a regex literal with a quote", "string doesn't end", "let a = /\"/; import Glibc"),
    refused("two regex literals around code", "Regex literals", "let a = /\"/; let b = CommandLine.self; let c = /\"/"),
    refused("an extended regex literal", "regex literals", "let a = #/\"/#"),
    refused("a raw string", "without #", "let a = #\"\\(1)\"#"),
    refused(
      "a raw string with an attribute", "without #", "let a = #\"\"\"#; @_silgen_name(\"x\") func b(); let c = #\"\"\"#"
    ),
    refused("an escape of a raw string", "without #", "let a = \"\\#(1)\""),
    refused("single quotes", "double quotes", "let a = '\"'; let b = '\"'"),
    refused("a comment in an interpolation", "no comment", "let a = \"\\(1 /* ) \" */)\""),
    refused("a line comment in an interpolation", line: 4, "no comment", "let a = \"\"\"\n\\(1 // )\n)\n\"\"\""),
    refused("after nested comments", line: 4, "import Glibc isn't", "/* /* */ */\nimport Glibc"),
    refused("a comment that doesn't end", line: 4, "inside a comment", "/* /* */ struct A {}"),
    refused("a string that doesn't end", "doesn't end", "let a = \"b\nimport Glibc"),
    refused("a word after an operator's sign", "begin with an underscore", "let a = 1 +_b"),
    refused("a word after a strange operator", "begin with an underscore", "let a = √_b"),
    refused("a word after an operator with a mark on it", "begin with an underscore", "let a = +\u{302}_b"),
    refused("a comment after an operator", line: 4, "import Glibc isn't", "let a = b */* c */ d\nimport Glibc"),
    refused("a no-break space", "readLine", "let a =\u{a0}readLine()"),
    refused("a vertical tab", "control character", "let a =\u{b}1"),
    refused("a placeholder", "placeholder", "let a = <#T##Int#>"),
    notCompiled("a lookalike", "cannot find", "let a = readL\u{456}ne()"),
    refused("conflict markers", "conflict marker", "<<<<<<< HEAD:a\nlet a = 1\n=======\nlet a = 2\n>>>>>>> other"),
    allowed(
      "words in strings and comments",
      """
      // @author somebody, import Foundation, unsafe
      /* CommandLine /* #if */ @main */
      let text = "@main, import Glibc, \\"unsafe\\" \\\\"
      let lines = \"\"\"
        "import Glibc" \\(text) #if
        \"\"\"
      """),
  ]

  /// Names that other modules' imports might have brought along.
  private static let leaks = [
    notCompiled("a function of C", "cannot find 'getpid'", "func act() { _ = getpid() }"),
    notCompiled("a module of C", "cannot find 'Glibc'", "func act() { _ = Glibc.getpid() }"),
    notCompiled("a file of C", "cannot find 'fopen'", "func act() { _ = fopen(\"/etc/passwd\", \"r\") }"),
    notCompiled("OpenBLAS", "cannot find 'openblas", "func act() { openblas_set_num_threads(4) }"),
    notCompiled("Swift's insides", "cannot find 'swift_retain'", "func act() { swift_retain(nil) }"),
    notCompiled(
      "reading a file", "missing import", "let text = try? String(contentsOfFile: \"/etc/passwd\", encoding: .utf8)"),
    notCompiled(
      "writing a file", "missing import",
      "func act() throws { try \"a\".write(toFile: \"/tmp/a\", atomically: true, encoding: .utf8) }"),
    notCompiled(
      "an implicit member of Foundation", "missing import",
      "func act(_ a: String) -> Bool { a.data(using: .utf8) == nil }"),
    notCompiled("the lab's list of exercises", "missing import", "let name = optimizersExercises[0].id"),
    notCompiled("the wire's encoder", "cannot find 'Wire'", "func act() throws { _ = try Wire.encode(1) }"),
    notCompiled("another module's own C", "cannot find type 'COpenBLAS'", "typealias A = COpenBLAS.CBLAS_LAYOUT"),
    refused("the environment", "CommandLine isn't", "typealias C = CommandLine"),
    refused("standard input", "readLine", "let line = Swift.readLine()"),
  ]

  /// What would be another answer in each run.
  private static let chance = [
    refused("another order", "shuffled() without", "func act(_ x: [Int]) -> [Int] { x.shuffled() }"),
    refused("another order in place", "shuffle() without", "func act(_ x: inout [Int]) { x.shuffle() }"),
    refused("another element", "randomElement() without", "func act(_ x: [Int]) -> Int { x.randomElement() ?? 0 }"),
    refused("another truth", "random() without", "let coin = Bool.random()"),
    refused("another number", "random(in:) without", "let die = Int.random(in: 1...6)"),
    refused("an implicit member", "random(in:) without", "let share: Double = .random(in: 0..<1)"),
    refused("an implicit member in a range", "random(in:) without", "let range = 0 ... .random(in: 1..<9)"),
    refused("in backticks", "shuffled() without", "func act(_ x: [Int]) -> [Int] { x.`shuffled`() }"),
    refused("of an optional", "shuffled() without", "func act(_ x: [Int]?) -> [Int]? { x?.shuffled() }"),
    refused(
      "over several lines", line: 4, "shuffled() without",
      "func act(_ x: [Int]) -> [Int] {\n  x.shuffled /* a\n comment */ (\n  )\n}"),
    refused(
      "a range over several lines", line: 4, "random(in:) without",
      "let die = Int\n  .random(\n    in: 1\n      ... 6  // using: a comment\n  )"),
    refused("in a string", "random(in:) without", "let text = \"a \\(Int.random(in: 1...6)) b\""),
    refused("in a string in a string", "shuffled() without", "let text = \"\\(\"\\([1, 2].shuffled())\".count)\""),
    refused(
      "a string in its range", "random(in:) without", "let die = Int.random(in: 1...\"\\(\"a\".count)\".count)"),
    refused(
      "a generator that is another call's", "random(in:) without",
      "func act(_ g: inout Philox4x32x10) -> Int { .random(in: 0..<Int.random(in: 1..<9, using: &g)) }"),
    refused("a name for it", "random without parentheses", "let toss = Bool.random"),
    refused("a name with its label", "random(in:) without", "let draw: (Range<Double>) -> Double = Double.random(in:)"),
    refused("as an argument", "shuffled without parentheses", "let mix = [[1, 2], [3]].map(\\.shuffled)"),
    refused("in parentheses", "shuffled without parentheses", "func act(_ x: [Int]) -> [Int] { (x.shuffled)() }"),
    refused("from inside", "shuffled() without", "extension Array { func mixed() -> [Element] { shuffled() } }"),
    refused(
      "a range from inside", "random(in:) without",
      "extension Double { static func any() -> Self { random(in: 0..<1) } }"
    ),
    refused(
      "the system's generator", "SystemRandomNumber", "func act() { var g = SystemRandomNumberGenerator(); _ = g }"),
    refused("a clock", "time of day", "func act() -> ContinuousClock.Instant { .now }"),
    refused("another clock", "time of day", "let start = SuspendingClock().now"),
    refused("a clock without its name", "time of day", "func now<C: Clock>(_ clock: C) -> C.Instant { clock.now }"),
    refused(
      "a place in memory", "ObjectIdentifier", "func act(_ x: AnyObject) -> Int { ObjectIdentifier(x).hashValue }"),
    allowed(
      "a generator that is given",
      """
      func act(_ x: [Int], using g: inout Philox4x32x10) -> Double {
        var order = x.shuffled(using: &g)
        order.shuffle(
          using: &g
        )
        let die = Int.random(in: 1...max(2, x.count), using: &g)
        print("\\(order.randomElement(using: &g) ?? die) \\(Bool.random(using: &g))")
        let count = Int.random(in: 0..<"\\(die)".count, using: &g)
        return .random(in: 0..<Double(count + 1), using: &g)
      }
      """),
    allowed(
      "names of its own",
      """
      func shuffle(_ order: [Int], generator: inout Philox4x32x10) -> [Int] { order.shuffled(using: &generator) }
      func random(in range: Range<Double>, word: UInt64) -> Double { range.lowerBound + Double(word % 2) }
      func act(_ order: [Int], generator: inout Philox4x32x10) -> [Int] {
        let shuffled = shuffle(order, generator: &generator)
        var state = 1.0
        func random() -> Double {
          state = (state * 75).truncatingRemainder(dividingBy: 65_537)
          return state
        }
        return shuffled + [Int(random()), shuffled.count] + order[0...shuffled[0]]
      }
      """),
  ]

  /// What would go on beside the answer.
  private static let tasks = [
    refused("a task", "Task isn't allowed", "func act() { Task { print(1) } }"),
    refused("a detached task", "Task isn't allowed", "func act() { _ = Task.detached { 1 } }"),
    refused("a task by its module", "Task isn't allowed", "func act() { _Concurrency.Task { print(1) } }"),
    refused("another name for it", "Task isn't allowed", "typealias Work = Task<Int, Never>"),
    refused("waiting", "await isn't allowed", "func act(_ body: () async -> Int) async -> Int { await body() }"),
    refused("waiting in a string", "await isn't allowed", "func act() async { print(\"\\(await other())\") }"),
    refused(
      "a queue", "DispatchQueue isn't allowed", "func act() { DispatchQueue.concurrentPerform(iterations: 2) { _ in } }"
    ),
    allowed("words that hold them", "struct TaskCount { var awaited = 0, clockwise = 1 }"),
  ]

  private static let text = [
    refused("a null", "control character", "let a = 1\u{0}"),
    refused("an escape", "control character", "// \u{1b}[2J"),
    refused("right to left", "direction of text", "let a = 1 // \u{202e} b"),
    refused("an isolate", "direction of text", "let a = \"\u{2066}\""),
    refused("nothing to see", "invisible", "let a\u{200b} = 1"),
    refused("a tag", "invisible", "let a = \"\u{e0041}\""),
    refused("a shebang", "#!", "#!/bin/sh"),
    refused("a megabyte", line: 1, "more than 1 MB", String(repeating: "// a comment\n", count: 90_000)),
    refused(
      "a thousand brackets", "brackets are open",
      "let a = " + String(repeating: "(", count: 1000) + "1" + String(repeating: ")", count: 1000)),
    refused("a long number", "digits", "let a = 1" + String(repeating: "0", count: 5000)),
    refused(
      "strings in strings", "strings in strings",
      "let a = " + String(repeating: "\"\\(", count: 50) + "1" + String(repeating: ")\"", count: 50)),
    refused("an error of syntax", "expected", "struct {}"),
  ]

  private static let honest = [
    allowed(
      "a long answer",
      """
      extension MyAnswers {
        public func helper(weights w: Vector<Double>, λ_max: Double) throws -> Vector<Double> {
          guard w.count > 0 else { throw NotAttempted("1.1") }
          var σ² = 0.0
          for i in 0..<w.count where w[i] > 0 { σ² += w[i] * w[i] / Double(w.count) }
          let sorted = (0..<w.count).map { w[$0] }.sorted(by: >)
          print("σ² = \\(σ²), largest \\(sorted.first ?? .nan), \\(sorted.map { "\\($0)" }.joined(separator: ", "))")
          switch w.count {
          case 1: return w
          case 2...: return w.map { x in max(0, x - λ_max) }
          default: fatalError("no \\(#function)")
          }
        }
      }
      """),
    allowed(
      "types, generics, closures, key paths",
      """
      struct Table<Value: Comparable>: Sequence {
        private(set) var rows: [[Value]] = []
        subscript(row: Int) -> [Value] { rows[row] }
        mutating func add(_ row: [Value]) { rows.append(row) }
        func makeIterator() -> IndexingIterator<[[Value]]> { rows.makeIterator() }
      }
      enum Side: CaseIterable { case left, right }
      func counts(_ table: Table<Double>) -> [Int] { table.map(\\.count).filter { $0 != 0 } }
      """),
  ]
}
