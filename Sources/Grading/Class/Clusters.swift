import AnswerChecks
import AnswerWire
import Datasets
import Foundation

/// Students whose wrong answers to one exercise return the same in every case, though no misconception does: a mistake
/// that waits for its name.
public struct Cluster: Sendable, Equatable {
  /// The name it goes by until it has a better one, as `1.11-3fa2c1`: the same in every run over the same class.
  public var id: String
  /// The lab's command.
  public var lab: String
  /// The exercise, as `1.11`.
  public var exercise: String
  /// Who shares it, by id; in order. The first one's answer stands for all.
  public var students: [String]
  /// What that answer returned, for every case.
  public var outputs: [Value]
  /// The exercise's name in a few words.
  public var title: String
  /// The exercise file, as `Exercises/Exercise11Adam.swift`; empty where the exercise isn't known any more.
  public var file: String
  /// The smallest case that fails.
  public var failure: Explanation.Failure?

  /// The clusters of a class, the largest first.
  ///
  /// An answer joins the first cluster, in the order of students, whose first answer it equals to the exercise's tolerance.
  /// - Parameters:
  ///   - class: all submissions.
  ///   - books: the answers that they were judged by.
  ///   - least: how many students make a cluster; 2 by default, because one alone is that student's own slip.
  public static func all(in class: [GradedSubmission], books: [AnswerBook], least: Int = 2) -> [Cluster] {
    var clusters: [Cluster] = []
    let exercises = books.flatMap(\.exercises).reduce(into: [String: RecordedExercise]()) { $0[$1.id] = $1 }
    for submission in `class`.sorted(by: { $0.student < $1.student }) {
      for lab in submission.labs {
        for verdict in lab.verdicts {
          guard let outputs = verdict.outputs else { continue }
          let exercise = exercises[verdict.exercise]
          let tolerance = exercise?.tolerance ?? Tolerance()
          let place = clusters.firstIndex {
            $0.exercise == verdict.exercise && $0.holds(outputs, tolerance: tolerance)
          }
          if let place {
            clusters[place].students.append(submission.student)
          } else {
            clusters.append(
              Cluster(
                lab: lab.lab, verdict: verdict, outputs: outputs, file: exercise?.file ?? "",
                student: submission.student))
          }
        }
      }
    }
    return clusters.filter { $0.students.count >= least }
      .sorted { ($1.students.count, $0.exercise, $0.id) < ($0.students.count, $1.exercise, $1.id) }
  }

  private init(lab: String, verdict: Verdict, outputs: [Value], file: String, student: String) {
    // Six digits: rounding, which differs between machines, seldom reaches them.
    let rounded = outputs.map { $0.summary(digits: 6) }.joined(separator: "\n")
    self.id = "\(verdict.exercise)-\(SHA256.digest(Array(rounded.utf8)).prefix(6))"
    self.lab = lab
    self.exercise = verdict.exercise
    self.students = [student]
    self.outputs = outputs
    self.title = verdict.title
    self.file = file
    self.failure = Explanation(verdict).failure
  }

  private func holds(_ other: [Value], tolerance: Tolerance) -> Bool {
    other.count == outputs.count && zip(other, outputs).allSatisfy { $0.matches($1, tolerance: tolerance) }
  }
}

extension Value {
  /// The value in words, numbers with so many significant digits.
  fileprivate func summary(digits: Int) -> String {
    switch self {
    case .null: "null"
    case .truth(let truth): "\(truth)"
    case .number(let number): String(format: "%.\(digits)g", number)
    case .text(let text): "\"\(text)\""
    case .list(let list): "[" + list.map { $0.summary(digits: digits) }.joined(separator: ", ") + "]"
    case .record(let record):
      "{"
        + record.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.summary(digits: digits))" }
        .joined(separator: ", ") + "}"
    }
  }
}
