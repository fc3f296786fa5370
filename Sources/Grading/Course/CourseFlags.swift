import Foundation

/// What a lecturer set on the command line. It wins over `course.toml`.
public struct CourseFlags: Sendable, Equatable {
  /// `--title`.
  public var title: String?
  /// `--due`, with its offset from UTC: `2026-10-01T23:59:00+02:00`.
  public var due: String?
  /// `--late-points-per-day`.
  public var pointsPerDay: Double?
  /// `--late-cap`.
  public var cap: Double?
  /// `--late-grace-minutes`.
  public var graceMinutes: Double?
  /// `--lab`: `optimizers`, or `optimizers:1.1,1.11` for some of its exercises. These take the place of the file's.
  public var labs: [String] = []
  /// `--points`: `1.11=4`, added to the file's.
  public var points: [String] = []
  /// `--credit`: `1.11/no-bias-correction=0.5`, added to the file's.
  public var credit: [String] = []
  /// `--diagnoses`: `always`, `after-due` or `never`.
  public var diagnoses: String?
  /// `--handouts`: a base address.
  public var handouts: String?

  /// Nothing is set.
  public init() {}
}

extension Course {
  /// The course as flags change it.
  ///
  /// - Throws: `GradingError` with status 64 that names the flag.
  public func changed(by flags: CourseFlags) throws(GradingError) -> Course {
    var course = self
    if let title = flags.title { course.title = PrintableName.of(title) }
    if let text = flags.due {
      guard let due = Moment.parse(text) else {
        throw .usage(
          "--due \(PrintableName.of(text)): give a time with its offset from UTC, as 2026-10-01T23:59:00+02:00.")
      }
      course.due = due
    }
    if let value = flags.pointsPerDay {
      course.late.pointsPerDay = try Self.checked(value, in: 0...1000, "--late-points-per-day")
    }
    if let value = flags.cap { course.late.cap = try Self.checked(value, in: 0...1_000_000, "--late-cap") }
    if let value = flags.graceMinutes {
      course.late.graceMinutes = try Self.checked(value, in: 0...100_000, "--late-grace-minutes")
    }
    if !flags.labs.isEmpty { course.labs = try Self.labs(flags.labs) }
    for text in flags.points { try course.points.set(text, in: 0...1000, "--points") }
    for text in flags.credit { try course.credit.set(text, in: 0...1, "--credit") }
    if let text = flags.diagnoses {
      guard let policy = DiagnosisPolicy(rawValue: text) else {
        let choices = DiagnosisPolicy.allCases.map(\.rawValue).joined(separator: ", ")
        throw .usage("--diagnoses \(PrintableName.of(text)): it is none of \(choices).")
      }
      course.diagnoses = policy
    }
    if let text = flags.handouts {
      guard let address = Self.address(text) else {
        throw .usage("--handouts \(PrintableName.of(text)): \(Self.noAddress).")
      }
      course.handouts = address
    }
    return course
  }

  private static func labs(_ texts: [String]) throws(GradingError) -> [LabChoice] {
    var labs: [LabChoice] = []
    for text in texts {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let exercises = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
      if parts[0].isEmpty || parts.count > 1 && exercises.isEmpty || Set(exercises).count != exercises.count {
        throw .usage("--lab \(PrintableName.of(text)): give a lab, or a lab and exercises, as optimizers:1.1,1.11.")
      }
      if labs.contains(where: { $0.lab == parts[0] }) {
        throw .usage("--lab \(PrintableName.of(text)): this lab is named twice.")
      }
      labs.append(LabChoice(lab: parts[0], exercises: exercises))
    }
    return labs
  }

  fileprivate static func checked(
    _ value: Double, in range: ClosedRange<Double>, _ flag: String
  ) throws(GradingError) -> Double {
    guard range.contains(value) else {
      throw .usage("\(flag) \(value): it is not from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
    }
    return value
  }
}

extension [String: Double] {
  fileprivate mutating func set(
    _ text: String, in range: ClosedRange<Double>, _ flag: String
  ) throws(GradingError) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, let value = Double(parts[1]) else {
      throw .usage("\(flag) \(PrintableName.of(text)): give a name and a number, as 1.11=4.")
    }
    self[parts[0]] = try Course.checked(value, in: range, flag)
  }
}
