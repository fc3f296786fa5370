#if canImport(Grading)
  import AnswerChecks
  import ArgumentParser
  import Foundation
  import Grading

  /// Writes the package that students get.
  struct MakeHandout: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "handout", abstract: "Write the package that students get: no solution is in it.",
      discussion: "An older handout in that folder is brought up to date; what was built there stays.")

    @Option(help: "A lab to hand out, as optimizers. Give it several times for several; all by default.")
    var lab: [String] = []

    @Option(help: "The folder that it is written to.")
    var output = "build/handout"

    func run() throws {
      let handout = try Handout(of: Workspace.current(), labs: lab)
      try handout.write(to: URL(filePath: output))
      print("\(output): \(handout.labs.count) labs, \(handout.count) files.")
      let first = handout.labs.first?.command ?? ""
      print("Students start with its README.md. Try it as they will: cd \(output) && make check LAB=\(first)")
    }
  }
#endif
