// swift-tools-version: 6.3

import Foundation
import PackageDescription

/// Whether what draws figures is part of this copy: always where lecturers work. A handout is checked and tested without Cairo
/// and Pango, so on a machine that lacks them it has its figures only when they are asked for, by DESCENT_FIGURES=1.
let hasFigures =
  isFolder("Sources/Grading") || Context.environment["DESCENT_FIGURES"] != nil || isInstalled("pangocairo")

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A gradebook is a database, and its course a file of settings: packages that no student's copy builds.
let gradingPackages: [Package.Dependency] =
  exists("Sources/Grading")
  ? [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ] : []
let grading: [Target.Dependency] = exists("Sources/Grading") ? ["Grading", "LabKit", "Site"] : []
let gradingRooms: [Target.Dependency] = [
  "AnswerChecks", "AnswerWire", "CArchive", "CZlib", "Datasets", "DeepLearning", "LabKit", "NumericCore", "Plotting",
  .product(name: "GRDB", package: "GRDB.swift"), "TOMLKit",
]

/// What hot rooms are compiled with. Square roots that needn't set errno, so that loops over them become vector code; and
/// sixteen or eight numbers at once where the processor that builds can do that. No operation is fused or reordered:
/// results stay the same bytes (docs/decisions/0007-vectors-of-the-building-processor.md).
let vectorSettings: [SwiftSetting] = {
  let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  func has(_ abilities: [String]) -> Bool { abilities.allSatisfy { processor.contains(" \($0) ") } }
  var flags = ["-Xcc", "-fno-math-errno"]
  if has(["avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"]) {
    let isWide = has(["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"])
    flags += ["-Xcc", isWide ? "-march=x86-64-v4" : "-march=x86-64-v3"]
    if isWide { flags += ["-Xcc", "-mprefer-vector-width=512", "-DBUILT_FOR_AVX512"] }
    flags.append("-DBUILT_FOR_AVX2")
  }
  return [.unsafeFlags(flags)]
}()

/// What exercises are compiled with, here as where they are graded: nothing that reaches past Swift's safety, and no members
/// that came with another module's imports.
let exerciseSettings: [SwiftSetting] = [
  .strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Whether this is the copy that submissions are judged in, which has no figures to draw. What is built there once runs for a
/// whole class, so what reads and compares answers is optimized.
let isCopyForGrading = !isFolder("Sources/LabKit")

/// The house. A lab takes one line; who may import whom is what this list says, and CI enforces it.
let parts: [Part] = [
  lab("Optimizers"),
  lab("Initializers", trains: true),
  lab("Dropout", trains: true),
  lab("Sparsity", trains: true),
  lab("BatchSize", trains: true),
  lab("SkewedClasses", trains: true),
  lab("DoubleDescent", trains: true),

  system("COpenBLAS", pkgConfig: "openblas", apt: "libopenblas-dev", brew: "openblas"),
  system("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
  system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
  system("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev", brew: "libarchive"),
  system("CPango", pkgConfig: "cairo", apt: "libpango1.0-dev", brew: "pango"),
  room("CLauncher", []),
  room("NumericCore", ["COpenBLAS"], hot: true),
  room("Datasets", [], hot: true),
  room("DeepLearning", ["NumericCore", "CZlib"], hot: true),
  room("Techniques", ["NumericCore", "DeepLearning"], hot: true),
  room("Plotting", ["CPango", "CPNG"], hot: true),
  room("AnswerWire", ["NumericCore"], hot: isCopyForGrading),
  room("AnswerChecks", ["AnswerWire", "CLauncher", "NumericCore"], hot: isCopyForGrading),
  room("LabKit", ["NumericCore", "Datasets", "Plotting", "AnswerChecks", "AnswerWire", argumentParser]),
  room("TrainingLabs", ["LabKit", "DeepLearning", "Datasets", "NumericCore", argumentParser]),
  room("Grading", gradingRooms),
  room("Site", ["AnswerChecks", "Datasets", "LabKit", "Plotting"]),
  starter("descent-sealed", module: "SealedStart", at: "Sources/SealedStart"),
  program("descent", at: "Sources/descent", ["AnswerChecks", "Datasets", argumentParser] + grading),
  benchmarks(),
  errata(),
  room("LabProofs", at: "Tests/LabProofs", ["AnswerChecks", "AnswerWire", "LabKit"]),
  room("AllocationCounter", at: "Tests/AllocationCounter", []),
  tests("TrainingTests", ["DeepLearning", "Techniques", "NumericCore", "AllocationCounter"]),
  tests("CommandTests", ["AnswerChecks", "Datasets", "descent"] + grading),
  tests("PagesTests", ["AnswerChecks", "descent", argumentParser] + grading),
]

let package = Package(
  name: "Descent",
  platforms: [.macOS(.v15)],
  products: parts.flatMap(\.products),
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")] + gradingPackages,
  targets: parts.flatMap(\.targets),
  swiftLanguageModes: [.v6]
)

struct Part {
  var targets: [Target] = []
  var products: [Product] = []

  static func + (left: Part, right: Part) -> Part {
    Part(targets: left.targets + right.targets, products: left.products + right.products)
  }
}

/// Whether this copy of the package has the folder and builds it: a handout has no Solutions and no Techniques, and perhaps
/// no figures.
func exists(_ folder: String) -> Bool {
  let roomsOfFigures = ["CPNG", "CPango", "CZlib", "DeepLearning", "LabKit", "Plotting", "TrainingLabs"]
  let isOfFigures = folder.hasSuffix("/Lab") || roomsOfFigures.contains { folder == "Sources/\($0)" }
  return isFolder(folder) && (hasFigures || !isOfFigures)
}

/// Whether there is such a folder, and something in it.
func isFolder(_ place: String) -> Bool {
  let contents = try? FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/" + place)
  return contents?.isEmpty == false
}

/// Whether the package has this file: a new lab's answers aren't recorded yet.
func isThere(_ file: String) -> Bool {
  FileManager.default.fileExists(atPath: Context.packageDirectory + "/" + file)
}

/// Whether a library of the system is installed, with its headers: whether pkg-config's file for it lies where those lie.
func isInstalled(_ library: String) -> Bool {
  let usual = [
    "/usr/lib/pkgconfig", "/usr/lib/x86_64-linux-gnu/pkgconfig", "/usr/lib/aarch64-linux-gnu/pkgconfig",
    "/usr/lib64/pkgconfig", "/usr/share/pkgconfig", "/usr/local/lib/pkgconfig", "/opt/homebrew/lib/pkgconfig",
  ]
  func folders(_ name: String) -> [String]? {
    Context.environment[name].map { $0.split(separator: ":").map(String.init) }
  }
  return ((folders("PKG_CONFIG_PATH") ?? []) + (folders("PKG_CONFIG_LIBDIR") ?? usual)).contains {
    FileManager.default.fileExists(atPath: "\($0)/\(library).pc")
  }
}

/// A lab: what is asked, the student's room, the programs that run it, and its tests. Its rooms are the folders of
/// Labs/<Name>; `DESCENT_LAB=<Name>` leaves all other labs out, so that one lab builds alone.
///
/// A lab that `trains` networks uses the engine too.
func lab(_ name: String, trains: Bool = false) -> Part {
  if let only = Context.environment["DESCENT_LAB"], only != name { return Part() }
  let folder = "Labs/\(name)"
  let command = name.reduce(into: "") { $0 += $1.isUppercase && !$0.isEmpty ? "-\($1)" : "\($1)" }.lowercased()
  let questions = Target.Dependency(stringLiteral: "\(name)Questions")
  let exercises = Target.Dependency(stringLiteral: "\(name)Exercises")
  let solutions = Target.Dependency(stringLiteral: "\(name)Solutions")
  let checks = Target.Dependency(stringLiteral: "\(name)Checks")
  let hasTechniques = exists("Sources/Techniques")
  let engine: [Target.Dependency] =
    (trains ? ["TrainingLabs"] : []) + (trains || hasTechniques ? ["DeepLearning"] : [])
    + (hasTechniques ? ["Techniques"] : [])

  let student =
    room("\(name)Questions", at: "\(folder)/Questions", ["NumericCore", "AnswerWire"])
    + room("\(name)Exercises", at: "\(folder)/Exercises", [questions, "NumericCore"], settings: exerciseSettings)
    + program(
      "\(command)-answers", module: "\(name)Answers", at: "\(folder)/Answers",
      [questions, exercises, "AnswerWire", "NumericCore"])
    + program(
      command, module: "\(name)Lab", at: "\(folder)/Lab",
      [questions, "LabKit", "Datasets", "Plotting", "AnswerChecks", "NumericCore", argumentParser] + engine)
    + tests("\(name)ExerciseTests", ["AnswerChecks"])
  // Judging takes Checks/answers.json alone; the code that records it stays with Solutions, whose answers its cases need.
  guard exists("\(folder)/Solutions") else { return student }
  return student
    + room(
      "\(name)Checks", at: "\(folder)/Checks",
      [questions, "AnswerChecks", "NumericCore"] + (hasTechniques ? ["Techniques"] : []), data: ["answers.json"])
    + room("\(name)Solutions", at: "\(folder)/Solutions", [questions, "AnswerChecks", "NumericCore"])
    + program(
      "\(command)-record", module: "\(name)Recorder", at: "\(folder)/Recorder",
      [solutions, checks, "AnswerChecks"])
    + tests(
      "\(name)Tests",
      [
        questions, solutions, checks, "AnswerChecks", "AnswerWire", "LabProofs", "NumericCore", "LabKit",
        "Plotting",
      ]
        + [.init(stringLiteral: "\(name)Lab")] + engine)
}

/// A library target and its tests, where their folders exist.
///
/// A `hot` room is optimized in debug builds too, for the vectors of this processor: its loops carry the numbers of
/// everything that is run while learning. The other rooms are not, which keeps first builds short.
func room(
  _ name: String, at folder: String? = nil, _ dependencies: [Target.Dependency], hot: Bool = false, data: [String] = [],
  settings others: [SwiftSetting] = []
) -> Part {
  let path = folder ?? "Sources/\(name)"
  guard exists(path) else { return Part() }
  let settings: [SwiftSetting] =
    others + (hot ? [.unsafeFlags(["-O"], .when(configuration: .debug))] + vectorSettings : [])
  let target = Target.target(
    name: name, dependencies: dependencies, path: path, exclude: data.filter { isThere("\(path)/\($0)") },
    swiftSettings: settings)
  return Part(targets: [target]) + tests("\(name)Tests", [.init(stringLiteral: name)] + dependencies)
}

/// A library target that no build optimizes: it calls as a student's code in a debug build does.
func unoptimized(_ name: String, at path: String, _ dependencies: [Target.Dependency]) -> Part {
  guard exists(path) else { return Part() }
  let settings: [SwiftSetting] = [.unsafeFlags(["-Onone"])]
  return Part(targets: [.target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)])
}

/// The program that measures what has a bound. It trains with Techniques, so a copy without them has no benchmarks.
func benchmarks() -> Part {
  guard exists("Sources/Techniques") else { return Part() }
  let rooms: [Target.Dependency] = [
    "UnoptimizedCalls", "COpenBLAS", "CLauncher", "NumericCore", "DeepLearning", "Techniques", "Plotting", "LabKit",
    argumentParser,
  ]
  return unoptimized("UnoptimizedCalls", at: "Sources/Benchmarks/Unoptimized", ["NumericCore"])
    + program("descent-bench", module: "Benchmarks", at: "Sources/Benchmarks/Program", rooms)
    + tests("BenchmarksTests", ["Benchmarks", "COpenBLAS"])
}

/// The program that draws the lectures' slips. It alone has the Solutions of several labs, so it is there only where all are.
func errata() -> Part {
  let labs = ["Optimizers", "Initializers", "Dropout", "Sparsity", "BatchSize", "SkewedClasses", "DoubleDescent"]
  guard Context.environment["DESCENT_LAB"] == nil, labs.allSatisfy({ exists("Labs/\($0)/Solutions") }) else {
    return Part()
  }
  func rooms(_ role: String) -> [Target.Dependency] { labs.map { .init(stringLiteral: "\($0)\(role)") } }
  let drawing: [Target.Dependency] = ["AnswerChecks", "LabKit", "NumericCore", "Plotting", argumentParser]
  return program("errata", module: "Errata", at: "Sources/Errata", rooms("Questions") + rooms("Solutions") + drawing)
    + tests("ErrataTests", ["Errata", "AnswerChecks", "LabKit", "LabProofs"] + rooms("Solutions"))
}

/// An executable target and the product that `swift run` knows it by.
func program(_ name: String, module: String? = nil, at path: String, _ dependencies: [Target.Dependency]) -> Part {
  guard exists(path) else { return Part() }
  let module = module ?? name
  return Part(
    targets: [.executableTarget(name: module, dependencies: dependencies, path: path)],
    products: [.executable(name: name, targets: [module])])
}

/// A program of C alone, linked with all that it needs: it starts inside a sandbox, where no library is.
func starter(_ name: String, module: String, at path: String) -> Part {
  guard exists(path) else { return Part() }
  let isStatic: [LinkerSetting] = [.unsafeFlags(["-nostartfiles", "-static-executable"], .when(platforms: [.linux]))]
  return Part(
    targets: [.executableTarget(name: module, path: path, linkerSettings: isStatic)],
    products: [.executable(name: name, targets: [module])])
}

/// A test target, where its folder exists. What lies there besides Swift files (expected pictures, the scripts that made
/// expected numbers) is read by path and isn't built.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Part {
  let path = "Tests/\(name)"
  guard exists(path) else { return Part() }
  let contents = (try? FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/" + path)) ?? []
  let others = contents.filter { !$0.hasSuffix(".swift") }.sorted()
  return Part(targets: [.testTarget(name: name, dependencies: dependencies, path: path, exclude: others)])
}

/// A library of the system, found by pkg-config.
func system(_ name: String, pkgConfig: String, apt: String, brew: String) -> Part {
  guard exists("Sources/\(name)") else { return Part() }
  return Part(targets: [
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
  ])
}
