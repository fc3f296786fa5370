/// What a figure changes with, besides the seed, the scale and the lab's own options.
public struct Grounds: OptionSet, Sendable {
  /// A bit a ground.
  public let rawValue: Int

  /// Grounds by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Answers to exercises: a student's figure may look otherwise than expected.
  public static let answers = Grounds(rawValue: 1)
  /// The data set that the lab ran on.
  public static let data = Grounds(rawValue: 2)
}

/// One figure of a lab: its name, what it shows, and the experiment that draws it from the lab's context.
public struct Experiment<Context: Sendable>: Sendable {
  /// The file's name, as `steps-by-condition-number`.
  public let name: String
  /// One sentence for `--list`.
  public let summary: String
  /// What the figure changes with.
  public let grounds: Grounds
  let draw: @Sendable (Context) throws -> Drawing

  /// An experiment that runs in `draw`.
  ///
  /// - Parameters:
  ///   - name: the file's, as `steps-by-condition-number`.
  ///   - summary: one sentence for `--list`.
  ///   - grounds: what the figure changes with; answers by default, as most figures do. Where they are among them, the
  ///     figure of a student is compared with the recorded look.
  ///   - draw: runs the experiment in the lab's context.
  public init(
    _ name: String, _ summary: String, restsOn grounds: Grounds = .answers,
    draw: @escaping @Sendable (Context) throws -> Drawing
  ) {
    self.name = name
    self.summary = summary
    self.grounds = grounds
    self.draw = draw
  }

  /// Runs the experiment.
  public func drawing(in context: Context) throws -> Drawing { try draw(context) }
}
