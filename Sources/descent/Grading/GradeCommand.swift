#if canImport(Grading)
  import ArgumentParser
  import Grading

  extension GradingError: EndsWithStatus {}

  /// Grading, and what comes after it.
  struct Grade: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grade",
      abstract: "Grade a class into a gradebook; export, override and explain what came.",
      discussion: "docs/grading.md walks through a term.",
      subcommands: [
        GradeClass.self, ExportGrades.self, OverridePoints.self, WriteComment.self, WithdrawComment.self,
        ShowChanges.self, MergeGradebooks.self, ListClusters.self, NameCluster.self, UnnameMistake.self,
      ],
      defaultSubcommand: GradeClass.self)
  }

  /// Where a course's gradebook is, and what the course decided.
  struct CourseOptions: ParsableArguments {
    @Option(help: "The folder of the gradebook, the secret answers and the exports.")
    var gradebook = "grades"

    @Option(help: "The course's settings; course.toml in this folder by default, where there is one.")
    var course: String?

    @Option(help: "The course's title.")
    var title: String?

    @Option(help: "When submissions are due, as 2026-10-01T23:59:00+02:00.")
    var due: String?

    @Option(help: "Points that each day begun takes off.")
    var latePointsPerDay: Double?

    @Option(help: "The most points that lateness takes off.")
    var lateCap: Double?

    @Option(help: "Minutes after the due date that count as in time.")
    var lateGraceMinutes: Double?

    @Option(help: "A lab that counts, as optimizers, or optimizers:1.1,1.11. Repeat it for several.")
    var lab: [String] = []

    @Option(help: "Points of an exercise, as 1.11=4. Repeat it for several.")
    var points: [String] = []

    @Option(help: "The share that a misconception earns, as 1.11/no-bias-correction=0.5. Repeat it for several.")
    var credit: [String] = []

    @Option(help: "When students see what is wrong and why: always, after-due or never.")
    var diagnoses: String?

    @Option(help: "Where handouts are on the web, for links in feedback.")
    var handouts: String?
  }

  /// Where student code is compiled and run.
  struct MachineOptions: ParsableArguments {
    @Option(help: "Where student code runs: strongest, bubblewrap, unshare, sandbox-exec or none.")
    var sandbox = "strongest"

    @Option(help: "A folder for what can be made again; .build/grading of the project by default.")
    var cache: String?
  }

  /// The students of a course.
  struct RosterOptions: ParsableArguments {
    @Option(help: "The students: id, name, section, extension_days; roster.csv in this folder by default.")
    var roster: String?
  }
#endif
