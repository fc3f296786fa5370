import AnswerChecks
import NumericCore
import OptimizersQuestions

extension WrongAnswers {
  /// Who made the trajectory (1.17), with the mistakes asked for.
  public func suspect(curvature: Double, learningRate: Double, momentum: Double, trajectory: Vector<Double>) throws
    -> Suspect
  {
    if makes("growth-is-wrong-sign"), abs(trajectory[trajectory.count - 1]) > abs(trajectory[0]) { return .wrongSign }
    if makes("no-overshoot-is-no-velocity"), neverOvershoots(trajectory) { return .velocityForgotten }
    if makes("overshoot-is-velocity"), overshootsAtOnce(trajectory) { return .noMistake }
    let seen = makes("first-step-only") ? Vector(trajectory.prefix(2)) : trajectory
    let found = try ReferenceAnswers().suspect(
      curvature: curvature, learningRate: learningRate, momentum: momentum, trajectory: seen)
    return makes("look-ahead-is-momentum") && found == .lookAhead ? .noMistake : found
  }

  /// It comes down to zero from one side.
  private func neverOvershoots(_ trajectory: Vector<Double>) -> Bool {
    trajectory.allSatisfy { $0 * trajectory[0] >= 0 && abs($0) <= abs(trajectory[0]) }
  }

  /// It has changed sides by the second step.
  private func overshootsAtOnce(_ trajectory: Vector<Double>) -> Bool {
    trajectory.prefix(3).contains { $0 * trajectory[0] < 0 }
  }
}

let suspectMisconceptions = [
  Misconception(
    "1.17", "first-step-only",
    """
    You decide by the first step alone. There the velocity is still zero, so a run without mistake, a forgotten \
    velocity and a look-ahead all look the same. Compare the later steps too.
    """,
    source: Origin.common("a single step is checked, as in many tests of optimizers"), section: Section.trajectories),
  Misconception(
    "1.17", "growth-is-wrong-sign",
    """
    You call every run that grows a wrong sign. A learning rate beyond the bound makes a right method grow too, from \
    side to side. Compare the numbers with each rule.
    """,
    source: Origin.common("divergence is read as ascent"), section: Section.trajectories),
  Misconception(
    "1.17", "no-overshoot-is-no-velocity",
    """
    You take a run that does not overshoot for one without velocity. With a small learning rate or little momentum, \
    momentum creeps down from one side as well. Compare the numbers with each rule.
    """,
    source: Origin.common("momentum is known by its oscillation in the lectures' figures"),
    section: Section.trajectories),
  Misconception(
    "1.17", "overshoot-is-velocity",
    """
    You take a run that overshoots for momentum without mistake. A large learning rate overshoots without any \
    velocity, and the slips overshoot too. Compare the numbers with each rule.
    """,
    source: Origin.common("momentum is known by its oscillation in the lectures' figures"),
    section: Section.trajectories),
  Misconception(
    "1.17", "look-ahead-is-momentum",
    """
    You take Nesterov's look-ahead for plain momentum. They agree in the first step and nearly so in the second; \
    compare further, and exactly.
    """,
    source: Origin.common("two similar curves are compared by eye"), section: Section.trajectories),
]
