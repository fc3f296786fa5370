#if canImport(Grading)
  import ArgumentParser
  import Foundation
  import Grading

  /// Which gradebook a person adds to.
  struct MarkingOptions: ParsableArguments {
    @Option(help: "The folder of the gradebook.")
    var gradebook = "grades"

    /// Opens it, also while another program grades.
    func gradebookForMarking() throws(GradingError) -> Gradebook {
      try Gradebook(file: Gradebook.file(in: URL(filePath: gradebook)), for: .marking)
    }
  }

  /// Gives points by hand.
  struct OverridePoints: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "override", abstract: "Give points in place of computed ones, or take that back.")

    @Argument(help: "The student's id.")
    var student: String

    @Argument(help: "The exercise, as 1.11, or total.")
    var exercise: String

    @Argument(help: "The points that count; none takes an override back.")
    var points: Double?

    @Option(help: "Why; the student reads it.")
    var reason: String

    @Option(help: "Who decides it.")
    var by = NSUserName()

    @OptionGroup var marking: MarkingOptions

    func run() throws {
      let book = try marking.gradebookForMarking()
      let place = exercise == "total" ? nil : exercise
      if let points {
        try book.setOverride(
          student: student, exercise: place, points: points, reason: reason, who: by, at: Date())
      } else {
        try book.withdrawOverride(student: student, exercise: place, reason: reason, who: by, at: Date())
      }
      print("Noted. The exports follow with: descent grade export")
    }
  }

  /// Says something to a student.
  struct WriteComment: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comment", abstract: "Add words to a student's feedback.")

    @Argument(help: "The student's id.")
    var student: String

    @Argument(help: "The exercise, as 1.11, or all.")
    var exercise: String

    @Argument(help: "The words.")
    var text: String

    @Option(help: "Who says it.")
    var by = NSUserName()

    @OptionGroup var marking: MarkingOptions

    func run() throws {
      let book = try marking.gradebookForMarking()
      let comment = try book.comment(
        student: student, exercise: exercise == "all" ? nil : exercise, text: text, who: by, at: Date())
      print("Noted as comment \(comment.id). The exports follow with: descent grade export")
    }
  }

  /// Takes words back.
  struct WithdrawComment: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "uncomment",
      abstract: "Withdraw a comment; it stays in the gradebook, and the student no longer sees it.")

    @Argument(help: "The comment's number, which grade comment told.")
    var comment: Int64

    @Option(help: "Why.")
    var reason: String

    @Option(help: "Who decides it.")
    var by = NSUserName()

    @OptionGroup var marking: MarkingOptions

    func run() throws {
      try marking.gradebookForMarking().withdrawComment(comment, reason: reason, who: by, at: Date())
      print("Comment \(comment) is withdrawn. The exports follow with: descent grade export")
    }
  }
#endif
