import ArgumentParser
import Foundation
import Testing

@testable import descent

/// What pages tell people to type is there.
@Suite("Commands of pages")
struct CommandsOfPagesTests {
  /// Every page of the project but those of the lab that `descent new-lab` writes.
  static let pages: [String] = {
    let files = FileManager.default
    let top = (try? files.contentsOfDirectory(atPath: House.root.path)) ?? []
    let below = ["Labs", "Sources", "Tests", "datasets", "docs"].flatMap { folder in
      ((try? files.subpathsOfDirectory(atPath: House.root.appending(path: folder).path)) ?? []).map {
        "\(folder)/\($0)"
      }
    }
    return (top + below).filter { $0.hasSuffix(".md") && !$0.hasPrefix("docs/new-lab/") }.sorted()
  }()

  @Test("the pages are found")
  func found() {
    for place in [
      "README.md", "CONTRIBUTING.md", "docs/authors.md", "docs/handout/README.md", "Labs/Dropout/README.md",
    ] {
      #expect(Self.pages.contains(place))
    }
  }

  @Test("every verb of make is one of the Makefile that lies beside the page", arguments: pages)
  func verbs(page: String) throws {
    let commands = PageCommands(try House.text(page))
    for makefile in makefiles(of: page) {
      let verbs = Set(try House.text(makefile).matches(of: /(?m)^([a-z-]+):/).map { String($0.1) })
      for verb in commands.verbs { #expect(verbs.contains(verb), "\(page) says make \(verb); \(makefile) has none.") }
    }
  }

  /// What is handed out is read beside another Makefile.
  private func makefiles(of page: String) -> [String] {
    let own = "docs/handout/Makefile"
    if page.hasPrefix("docs/handout/") { return [own] }
    let isHandedOut = page.hasPrefix("Labs/") || ["docs/students.md", "docs/from-numpy.md"].contains(page)
    return isHandedOut ? ["Makefile", own] : ["Makefile"]
  }

  @Test("every program is one of the package", arguments: pages)
  func programs(page: String) throws {
    let commands = PageCommands(try House.text(page))
    // A page that makes a lab runs the lab's programs.
    let made = commands.descentArguments.filter { $0.first == "new-lab" }.compactMap { $0.dropFirst().first }
    let programs = try House.whole().programs.union(made.flatMap { ["\($0)", "\($0)-record", "\($0)-answers"] })
    for program in commands.programs { #expect(programs.contains(program), "\(page) says swift run \(program).") }
  }

  @Test("every command of descent is there, with its options", arguments: pages)
  func subcommands(page: String) throws {
    for arguments in PageCommands(try House.text(page)).descentArguments {
      var command: any ParsableCommand.Type = Descent.self
      var rest = arguments[...]
      while let next = command.configuration.subcommands.first(where: { name(of: $0) == rest.first ?? "" }) {
        command = next
        rest = rest.dropFirst()
      }
      let shown = "\(page) says descent \(arguments.joined(separator: " "))"
      if let usual = command.configuration.defaultSubcommand { command = usual }
      let isUnknown = !command.configuration.subcommands.isEmpty && rest.first?.wholeMatch(of: /[a-z][a-z-]*/) != nil
      #expect(!isUnknown, "\(shown); \(name(of: command)) has no such command.")
      let help = command.helpMessage()
      for option in arguments.compactMap({ $0.prefixMatch(of: /--[a-z-]+/)?.0 }) where option != "--help" {
        #expect(help.contains(option), "\(shown); there is no \(option).")
      }
    }
  }

  private func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  @Test("commands are found in blocks and in words, and nowhere else")
  func finding() {
    let page = """
      You can make progress. Type `make check LAB=dropout`, or `swift run -c release dropout --list`.
      Gradient descent converges; `descent grade
      export` doesn't.

      ```sh
      swift run descent datasets \\
        fetch --all   # make their day
      .build/debug/descent checks; make test
      swift run -c release <lab>
      ```
      """
    let commands = PageCommands(page)
    #expect(commands.verbs == ["test", "check"])
    #expect(commands.programs == ["descent", "dropout"])
    #expect(
      commands.descentArguments.map { $0.joined(separator: " ") } == ["datasets fetch --all", "checks", "grade export"])
  }
}
