import Foundation

/// Grading a made-up class by the program that grades a real one, from the folder of submissions to the exports.
struct GradingBenchmarks {
  private let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private let students: Int
  private let progress: Progress

  /// Seconds a submission on one core.
  static let bound = 5.0
  /// Students on one core: enough for a mean, and a quarter of an hour less.
  private static let studentsOnOneCore = 30

  /// - Parameter students: how many there are in the largest class.
  static func all(_ progress: Progress, students: Int) throws -> [Benchmark] {
    let benchmarks = GradingBenchmarks(students: students, progress: progress)
    if let obstacle = benchmarks.obstacle {
      progress.note("\(obstacle): grading isn't measured.")
      return []
    }
    return try benchmarks.measure()
  }

  private init(students: Int, progress: Progress) {
    self.students = students
    self.progress = progress
  }

  private var obstacle: String? {
    let manager = FileManager.default
    if !manager.fileExists(atPath: project.appending(path: "Sources/Grading").path) {
      return "This copy has no Sources/Grading"
    }
    let tools = ["/usr/bin/bwrap", "/usr/bin/taskset"].filter { !manager.isExecutableFile(atPath: $0) }
    return tools.isEmpty ? nil : "There is no \(tools.joined(separator: " and no "))"
  }

  private func measure() throws -> [Benchmark] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-bench-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try Desk(project: project, folder: folder)
    progress.say("grading: building the grader")
    try desk.prepare()
    let alone = try grade(min(Self.studentsOnOneCore, students), cores: [0], at: desk)
    let sizes = [30, 100].filter { $0 < students } + [students]
    let classes = try sizes.map { (students: $0, run: try grade($0, cores: [0, 1], at: desk)) }
    guard let smallest = classes.first, let largest = classes.last else { return [] }
    let name = "grading/\(students)-submissions"
    return [
      Benchmark(
        "grading/one-core", unit: .seconds, value: alone.secondsEach, bound: Self.bound,
        against: "a submission of all labs; \(alone.words)"),
      Benchmark(
        "\(name)/two-cores", unit: .seconds, value: largest.run.secondsEach, bound: Self.bound / 2,
        against: "a submission; \(largest.run.words)"),
      Benchmark("\(name)/peak-memory", unit: .megabytes, value: largest.run.program.peakMegabytes, bound: 500),
    ]
      + classes.dropFirst().map {
        Benchmark(
          "grading/growth-\(smallest.students)-to-\($0.students)", unit: .seconds, value: $0.run.processorSecondsEach,
          bound: smallest.run.processorSecondsEach, target: 1.1, against: "processor time a submission")
      }
  }

  private func grade(_ students: Int, cores: [Int], at desk: Desk) throws -> GradedClass {
    progress.say("grading: \(students) submissions on \(cores.count == 1 ? "one core" : "\(cores.count) cores")")
    return try desk.grade(students, cores: cores)
  }
}

/// What grading a class took.
struct GradedClass {
  let students: Int
  let program: MeasuredProgram

  var secondsEach: Double { program.seconds / Double(students) }
  var processorSecondsEach: Double { program.processorSeconds / Double(students) }
  /// For the table.
  var words: String { String(format: "%.2f s of processor time", processorSecondsEach) }
}

/// Where classes are graded: the program, and the folders of a run.
private struct Desk {
  let project: URL
  let folder: URL
  let madeUp: MadeUpClass
  /// Where the package manager builds: the folder that this program was built in.
  let scratch: URL

  init(project: URL, folder: URL) throws {
    self.project = project
    self.folder = folder
    madeUp = try MadeUpClass(project: project)
    let binaries = (Bundle.main.executableURL ?? project).resolvingSymlinksInPath().deletingLastPathComponent()
    scratch = binaries.deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var program: URL { scratch.appending(path: "debug/descent") }

  /// Builds the grader as `make grade` does, and has it build all that it keeps from run to run.
  func prepare() throws {
    let built = try run(
      ["swift", "build", "--package-path", project.path, "--scratch-path", scratch.path, "--ignore-lock"]
        + ["--product", "descent"], environment: ["DESCENT_LAB": "None"])
    guard built.status == 0 else {
      throw BenchmarkError.child("The grader can't be built: \(built.output.suffix(500))")
    }
    _ = try grade(1, cores: [0, 1])
  }

  /// Grades a class into a new gradebook, with answers that are recorded already.
  func grade(_ students: Int, cores: [Int]) throws -> GradedClass {
    let manager = FileManager.default
    let (submissions, grades) = (folder.appending(path: "class"), folder.appending(path: "grades"))
    for former in [submissions, grades.appending(path: "gradebook.sqlite"), grades.appending(path: "exports")] {
      try? manager.removeItem(at: former)
    }
    try madeUp.write(students, to: submissions)
    let measured = try run(
      ["taskset", "-c", cores.map(String.init).joined(separator: ","), program.path, "grade", submissions.path]
        + ["--gradebook", grades.path, "--jobs", "\(cores.count)", "--sandbox", "bubblewrap"])
    let table = try? String(contentsOf: grades.appending(path: "exports/grades.csv"), encoding: .utf8)
    let rows = table?.split(whereSeparator: \.isNewline).count { $0.hasPrefix("student-") } ?? 0
    guard measured.status == 0, rows == students else {
      throw BenchmarkError.child("A made-up class of \(students) wasn't graded: \(measured.output.suffix(500))")
    }
    return GradedClass(students: students, program: measured)
  }

  private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> MeasuredProgram {
    try .run(arguments, environment: environment, in: project, log: folder.appending(path: "log"))
  }
}
