#if canImport(Grading)
  import AnswerChecks
  import ArgumentParser
  import Foundation
  import Site

  /// Writes the course as a site.
  struct MakeSite: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "site",
      abstract: "Write the course as a site: handouts, figures, guides, and the reference of the code.",
      discussion: """
        Needs the program pandoc. The rooms of the code have to be built where this program is; `make site` sees to that. An \
        older site in that folder is brought up to date.
        """)

    @Option(help: "The folder that it is written to.")
    var output = "build/site"

    @Flag(inversion: .prefixedNo, help: "Make the reference of the code too.")
    var reference = true

    func run() throws {
      let project = try Workspace.current()
      let pandoc = try Pandoc()
      let build = URL(filePath: Bundle.main.executablePath ?? ".").resolvingSymlinksInPath().deletingLastPathComponent()
      let site = try Site(
        of: project, pandoc: pandoc, reference: reference ? Reference(of: project, builtIn: build) : nil)
      try site.write(to: URL(filePath: output))
      print("\(output): \(site.pages.count) pages\(reference ? ", and the reference of the code" : "").")
      print(
        "Open \(output)/index.html, or serve the folder from anywhere: python3 -m http.server --directory \(output)")
    }
  }

  extension SiteError: EndsWithStatus {}
#endif
