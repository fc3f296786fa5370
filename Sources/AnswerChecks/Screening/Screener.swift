import Foundation

/// Looks at exercise files before they are built, and refuses those that could reach beyond their exercise.
///
/// Three looks: at the text, at its words, and at the tree of the compiler's own parser, which runs sealed and limited
/// because a file may be made to break it. What passes can name neither a system call nor a file.
public struct Screener: Sendable {
  private let tools: any ToolRunner
  private let scratch: URL

  /// What to compile exercise files with: the compiler then refuses what is unsafe by inference alone, and members that
  /// came with another module's imports.
  public static let compilerFlags = [
    "-strict-memory-safety", "-Werror", "StrictMemorySafety", "-enable-upcoming-feature", "MemberImportVisibility",
  ]

  /// - Parameters:
  ///   - tools: runs the parser.
  ///   - scratch: a folder for what it reads and writes, made where there is none; the parser's user may write there.
  public init(tools: any ToolRunner, scratch: URL) {
    self.tools = tools
    self.scratch = scratch
  }

  /// What is refused, in the order of the files and of their lines; at most five a file.
  ///
  /// All files are parsed in one go, which takes a tenth of a second. So hand over all labs of a submission at once,
  /// without the files that are as they were handed out.
  ///
  /// - Throws: where the parser can't be started, or its files can't be written: failures of the grader.
  public func refusals(in files: [ExerciseFile]) throws -> [Refusal] {
    var findings = files.map(Self.findingsInText)
    let clean = files.indices.filter { findings[$0].isEmpty }
    for (index, found) in zip(clean, try parse(clean.map { files[$0] })) { findings[index] = found }
    return zip(files, findings).flatMap { file, findings in
      Set(findings).sorted { ($0.line, $0.sentence) < ($1.line, $1.sentence) }.prefix(5)
        .map { Refusal(lab: file.lab, file: file.name, line: $0.line, sentence: $0.sentence) }
    }
  }

  private static func modules(of lab: String) -> Set<String> { ["NumericCore", "\(lab)Questions"] }

  private static func findingsInText(of file: ExerciseFile) -> [Finding] {
    let findings = TextRules.findings(in: file.text)
    if !findings.isEmpty { return findings }
    let tokens = SourceTokens(file.text)
    if !tokens.problems.isEmpty { return tokens.problems }
    return TokenRules(modules: modules(of: file.lab)).findings(in: tokens.tokens)
  }

  /// Parses all files at once; one by one where that fails, to see which of them is to blame.
  private func parse(_ files: [ExerciseFile]) throws -> [[Finding]] {
    if files.isEmpty { return [] }
    let result = try run(on: files)
    if result.ending == nil {
      let found = files.indices.map { findings(in: files[$0], at: $0, result) }
      if !found.contains(where: { $0 == nil }) { return found.map { $0 ?? [] } }
    }
    guard files.count == 1 else { return try files.flatMap { try parse([$0]) } }
    let reason = result.ending ?? "The compiler's parser could not read this file."
    return [[Finding(line: 1, sentence: "\(reason) Write it more simply.")]]
  }

  private func run(on files: [ExerciseFile]) throws -> ToolResult {
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    for index in files.indices {
      try? FileManager.default.removeItem(at: output(index))
      try Data(files[index].text.utf8).write(to: input(index))
    }
    let inputs = files.indices.flatMap { ["-primary-file", input($0).path] }
    let outputs = files.indices.flatMap { ["-o", output($0).path] }
    return try tools.run(
      ["swiftc", "-frontend", "-dump-parse", "-dump-ast-format", "json", "-swift-version", "6", "-parse-as-library"]
        + CompilerMessage.options + inputs + outputs,
      in: scratch)
  }

  private func input(_ index: Int) -> URL { scratch.appending(path: "\(index).swift") }
  private func output(_ index: Int) -> URL { scratch.appending(path: "\(index).json") }

  /// What the parser said about a file, then what the rules say about its tree; nothing where there is no tree.
  private func findings(in file: ExerciseFile, at index: Int, _ result: ToolResult) -> [Finding]? {
    let report = CompilerReport(
      CompilerMessage.errors(in: result.output), file: input(index).lastPathComponent, shownAs: file.name,
      text: file.text)
    if let line = report.line, let sentence = report.sentence { return [Finding(line: line, sentence: sentence)] }
    guard let tree = try? Data(contentsOf: output(index)), tree.count < 64 << 20 else { return nil }
    return SyntaxRules(modules: Self.modules(of: file.lab), text: file.text).findings(in: tree)
  }
}
