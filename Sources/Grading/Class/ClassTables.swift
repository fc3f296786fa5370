import AnswerChecks
import LabKit

extension ClassReport {
  /// An exercise a row, with the number of students a status.
  public var exerciseTable: Table {
    var table = Table(columns: ["lab", "exercise", "title"] + Status.allCases.map(\.rawValue))
    for row in exercises {
      table.append(
        [.text(row.lab), .text(row.exercise), .text(row.title)]
          + Status.allCases.map { .integer(row.counts[$0] ?? 0) })
    }
    return table
  }

  /// A misconception a row, the most common first.
  public var misconceptionTable: Table {
    var table = Table(columns: ["exercise", "misconception", "students", "attempts", "handout section", "sentence"])
    for row in misconceptions {
      table.append([
        .text(row.exercise), .text(row.name), .integer(row.students.count), .integer(row.attempts),
        .text(row.section), .text(row.sentence),
      ])
    }
    return table
  }
}

extension Cluster {
  /// A cluster a row, the largest first, with what it takes to name it.
  public static func table(of clusters: [Cluster]) -> Table {
    var table = Table(columns: [
      "cluster", "lab", "exercise", "title", "students", "who", "smallest case that fails", "expected", "got",
      "code to look at",
    ])
    for cluster in clusters {
      let texts = [
        cluster.failure?.input ?? "", cluster.failure?.values?.expected ?? "", cluster.failure?.values?.got ?? "",
        cluster.codeToLookAt,
      ]
      table.append(
        [
          .text(cluster.id), .text(cluster.lab), .text(cluster.exercise), .text(cluster.title),
          .integer(cluster.students.count), .text(cluster.students.map(GradesTable.defused).joined(separator: "; ")),
        ] + texts.map { .text(GradesTable.defused($0)) })
    }
    return table
  }

  /// The file of the student who stands for all.
  public var codeToLookAt: String { "\(file) of \(students.first ?? "")" }
}

extension SimilarPair {
  /// A pair a row, the most alike first.
  public static func table(of pairs: [SimilarPair]) -> Table {
    var table = Table(columns: ["first", "second", "lab", "alike", "common runs", "where in the first"])
    for pair in pairs {
      table.append([
        .text(GradesTable.defused(pair.students[0])), .text(GradesTable.defused(pair.students[1])), .text(pair.lab),
        .number((100 * pair.share).rounded() / 100), .integer(pair.common), .text(pair.places.joined(separator: "; ")),
      ])
    }
    return table
  }
}
