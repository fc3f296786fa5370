#if canImport(Grading)
  import AnswerChecks
  import ArgumentParser
  import Foundation
  import LabKit

  /// Writes the rooms of a new lab.
  struct NewLab: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new-lab", abstract: "Write the rooms of a new lab: a small one that is whole, to be changed.",
      discussion: "docs/authors.md says how to go on.")

    @Argument(help: "Its name in lowercase words with hyphens, as learning-rates; or as its folder, as LearningRates.")
    var name: String

    func run() throws {
      let project = try Workspace.current()
      let lab = try LabDraft(named: name, in: project)
      try lab.write()
      let command = lab.name.command
      print(
        """
        Labs/\(lab.name.folder) has one exercise, \(lab.chapter).1, and one figure: a whole lab, to be changed. Now type

          make record LAB=\(command)
          swift run -c release \(command) --output docs/figures --scale lecture
          make check LAB=\(command)
          swift test --filter \(lab.name.folder)

        This records its answers and how its figure looks, draws the figure, says that the exercise is not attempted, and proves the lab.
        docs/authors.md says what to write in which room.
        """)
    }
  }

  /// A lab's name in the ways that it is written.
  struct LabName: Equatable {
    /// As a student types it: `learning-rates`.
    let command: String

    /// - Parameter text: `learning-rates` or `LearningRates`.
    /// - Throws: where it makes no name of a command and of a module.
    init(_ text: String) throws(CommandError) {
      let words = text.reduce(into: "") { $0 += $1.isUppercase && !$0.isEmpty && $0.last != "-" ? "-\($1)" : "\($1)" }
      command = words.lowercased()
      guard command.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*/) != nil, command.count <= 40 else {
        throw .usage("\"\(text)\" can't name a lab; give lowercase words with hyphens between, as learning-rates.")
      }
    }

    /// As its folder and its modules begin: `LearningRates`.
    var folder: String { words.map(\.capitalized).joined() }
    /// As its values begin: `learningRates`.
    var value: String { words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined() }
    /// As a sentence has it: `learning rates`.
    var words: [String] { command.split(separator: "-").map(String.init) }
    /// As a heading has it: `Learning rates`.
    var heading: String {
      let sentence = words.joined(separator: " ")
      return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
  }
#endif
