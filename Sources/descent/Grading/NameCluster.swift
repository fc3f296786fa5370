#if canImport(Grading)
  import AnswerChecks
  import ArgumentParser
  import Foundation
  import Grading
  import LabKit

  /// Lists wrong answers that several students share and nothing explains.
  struct ListClusters: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clusters",
      abstract: "List wrong answers that several students share and no misconception explains.")

    @Argument(help: "A cluster, as 1.11-3fa2c1, to see the code that stands for it; all by default.")
    var cluster: String?

    @Option(help: "How many students make a cluster.")
    var least = 2

    @OptionGroup var course: CourseOptions

    func run() throws {
      let books = try Workspace.current().books(of: course.settings())
      let gradebook = try Gradebook(file: course.gradebookFile, for: .reading)
      let standings = try gradebook.standings(files: cluster != nil)
      let named = try gradebook.namedMistakes()
      let all = Cluster.all(in: standings.compactMap(\.graded), books: books, least: cluster == nil ? max(1, least) : 1)
      if let cluster {
        try show(all.found(cluster), named: named, among: standings.compactMap(\.submission))
        return
      }
      for cluster in all { print(cluster.description(named: named)) }
      if all.isEmpty {
        print("No wrong answer is shared by \(max(1, least)) students without a misconception that explains it.")
      }
      if let first = all.first {
        print(
          """

          See the code:  descent grade clusters \(first.id)
          Name it:       descent grade name-cluster \(first.id) some-name "What it is, and what to do instead." \\
                           --section "A heading of the handout"
          """)
      }
      if !named.isEmpty { print("\nNamed so far:") }
      for mistake in named {
        print("  \(mistake.place), by \(PrintableText.line(mistake.who)): \(mistake.misconception.sentence)")
      }
    }

    private func show(_ cluster: Cluster, named: [NamedMistake], among submissions: [Submission]) {
      print(cluster.description(named: named))
      let name = URL(filePath: cluster.file).lastPathComponent
      let files = submissions.first { $0.student == cluster.students.first }?.files ?? []
      guard let text = files.first(where: { $0.name == name })?.text else { return }
      print("")
      for line in PrintableText.lines(text, lines: 200) { print("    | " + line) }
    }
  }

  /// Makes a recorded misconception of a mistake that a class shares.
  struct NameCluster: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "name-cluster",
      abstract: "Name a mistake that students share: from the next run on it is diagnosed.",
      discussion:
        "The mistake is proven first, as the labs' own are: on this class's cases and on those of two other seeds.")

    @Argument(help: "The cluster, as 1.11-3fa2c1: descent grade clusters lists them.")
    var cluster: String

    @Argument(help: "The mistake's name, as no-bias-correction.")
    var name: String

    @Argument(help: "What students are told: the mistake, what it does, and what to do instead.")
    var sentence: String

    @Option(help: "The heading in the lab's handout that explains it.")
    var section: String

    @Option(help: "The share of the points that it earns, from 0 to below 1.")
    var credit = 0.0

    @Option(help: "Where it comes from; the class by default.")
    var source: String?

    @Option(help: "Who names it.")
    var by = NSUserName()

    @OptionGroup var place: NamingOptions
    @OptionGroup var machine: MachineOptions

    func run() throws {
      let course = try place.options()
      let project = try Workspace.current()
      let books = try project.books(of: course.settings())
      let gradebook = try course.openedForNaming()
      let standings = try gradebook.standings(files: true)
      let cluster = try Cluster.all(in: standings.compactMap(\.graded), books: books, least: 1).found(cluster)
      let named = try gradebook.namedMistakes()
      let words = Misconception(
        cluster.exercise, name, sentence, source: source ?? Self.source(of: cluster, in: standings.count),
        section: section, credit: credit)
      // What is wrong with the words is said at once, not after a minute's building.
      if let flaw = words.flaw(headings: try project.lab(cluster.lab).handoutHeadings) {
        throw GradingError.usage(flaw)
      }
      if books.knowing(named).flatMap(\.exercises).contains(where: { exercise in
        exercise.id == words.exercise && exercise.misconceptions.contains { $0.misconception.name == words.name }
      }) {
        throw GradingError.usage(
          "Exercise \(words.exercise) has a misconception \(words.name) already; choose another name.")
      }
      let mistake = try proven(
        cluster, words, named: named, standings: standings, course: course, project: project, books: books)
      try gradebook.name(mistake)
      print(
        """
        \(mistake.place) is named; \(cluster.students.count) of the class made it. The next descent grade judges again, and \
        diagnoses it.

        To keep it for other classes too, make it a misconception of the lab, by a pull request. To the list in \
        Labs/\(try project.lab(cluster.lab).name)/Solutions/Misconceptions add

        \(words.swiftLines)

        and to the function of exercise \(words.exercise) in WrongAnswers there a branch where makes("\(words.name)") is \
        true, that does what this code does: descent grade clusters \(cluster.id). Then: make record, make test.
        """)
    }

    private func proven(
      _ cluster: Cluster, _ words: Misconception, named: [NamedMistake], standings: [Standing],
      course: CourseOptions, project: Workspace, books: [AnswerBook]
    ) throws -> NamedMistake {
      let progress = ProgressLine()
      defer { progress.clear() }
      let judge = try SubmissionJudge(
        project: project, labs: books.map(\.lab), cache: machine.cache(of: project),
        secrets: course.folder.appending(path: "secret"), seed: try Seed.kept(in: course.folder),
        sandbox: try machine.chosenSandbox(), named: named
      ) { progress.show($0, done: 0, of: 1) }
      return try judge.naming(
        cluster, among: standings.compactMap(\.submission), as: words, besides: named, project: project, who: by,
        when: Date()
      ) { progress.show($0, done: 0, of: 1) }
    }

    private static func source(of cluster: Cluster, in students: Int) -> String {
      "found in a class: \(cluster.students.count) of \(students) students made it"
    }
  }

  /// Takes a name back.
  struct UnnameMistake: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "unname",
      abstract: "Withdraw a named mistake; it stays in the gradebook, and is no longer diagnosed.")

    @Argument(help: "The exercise, as 1.11.")
    var exercise: String

    @Argument(help: "The mistake's name.")
    var name: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Who decides it.")
    var by = NSUserName()

    @OptionGroup var place: NamingOptions

    func run() throws {
      try place.options().openedForNaming().withdrawName(name, of: exercise, reason: reason, who: by, at: Date())
      print("\(exercise)/\(name) is withdrawn. From the next descent grade on it isn't diagnosed.")
    }
  }

  /// Which course's gradebook it is. The names of other settings, as `credit`, mean a mistake's own here.
  struct NamingOptions: ParsableArguments {
    @Option(help: "The folder of the gradebook.")
    var gradebook = "grades"

    @Option(help: "The course's settings; course.toml in this folder by default, where there is one.")
    var course: String?

    @Option(help: "A lab that counts, as in the course's grading. Repeat it for several.")
    var lab: [String] = []

    /// The same as any other command has it.
    func options() throws -> CourseOptions {
      try CourseOptions.parse(
        ["--gradebook=\(gradebook)"] + (course.map { ["--course=\($0)"] } ?? []) + lab.map { "--lab=\($0)" })
    }
  }

  extension CourseOptions {
    /// The gradebook that is there, while nobody grades into it: what a run judges by doesn't change under it.
    fileprivate func openedForNaming() throws(GradingError) -> Gradebook {
      guard FileManager.default.fileExists(atPath: gradebookFile.path) else {
        throw .unreadable("There is no gradebook at \(gradebookFile.path); grade first, or name another folder.")
      }
      return try Gradebook(file: gradebookFile)
    }
  }

  extension [Cluster] {
    fileprivate func found(_ id: String) throws(GradingError) -> Cluster {
      guard let cluster = first(where: { $0.id == id }) else {
        throw .usage("There is no cluster \(PrintableText.line(id)); descent grade clusters lists them.")
      }
      return cluster
    }
  }

  extension Cluster {
    /// A few lines: who, the exercise, the smallest case that fails, where the code is.
    fileprivate func description(named: [NamedMistake]) -> String {
      let who = students.prefix(8).map { PrintableText.line($0, length: 40) }.joined(separator: ", ")
      let more = students.count > 8 ? ", ..." : ""
      let count = students.count == 1 ? "1 student" : "\(students.count) students"
      var lines = ["\(id)  \(exercise) \(title), \(count): \(who)\(more)"]
      if let name = named.first(where: { $0.cluster == id }) {
        lines.append("    Named \(name.misconception.name); grade again to diagnose it.")
      }
      if let failure {
        lines.append("    Smallest case that fails: \(PrintableText.line(failure.input, length: 300))")
        if let values = failure.values {
          lines.append("      expected  \(PrintableText.line(values.expected, length: 300))")
          lines.append("      got       \(PrintableText.line(values.got, length: 300))")
        }
      }
      return (lines + ["    Code: \(PrintableText.line(codeToLookAt))"]).joined(separator: "\n")
    }
  }
#endif
