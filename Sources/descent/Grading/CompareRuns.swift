#if canImport(Grading)
  import ArgumentParser
  import Foundation
  import LabKit

  /// Says what changed between the figures of two runs, and puts the new ones in the place of the old.
  struct CompareRuns: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare", abstract: "Say what changed in the figures' data between two folders, a line a figure.",
      discussion: """
        Both folders are what a lab's --output was, with a folder a lab, or one lab's own folder. The status is 1 where something \
        changed by more than the lab's tolerances.
        """)

    @Argument(help: "The folder with the figures as they were.")
    var old: String

    @Argument(help: "The folder with the figures as they are now.")
    var new: String

    @Flag(help: "Afterwards move the new figures into the old folder, and remove there what is gone.")
    var replace = false

    func run() throws {
      let folders = try LabFolders(old: URL(filePath: old), new: URL(filePath: new))
      let comparisons = try folders.pairs.map { try RunComparison(of: $0.new, with: $0.old) }
      for comparison in comparisons { print(comparison.table) }
      for lab in folders.added { print("\(lab)\n  new: there is nothing to compare it with") }
      if replace { try folders.replace() }
      if !comparisons.allSatisfy(\.agrees) || !folders.added.isEmpty { throw ExitCode(1) }
    }
  }

  extension LabError: EndsWithStatus {}
#endif
