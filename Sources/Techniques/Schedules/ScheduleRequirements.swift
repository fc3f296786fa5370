func requireRate(_ rate: Double) {
  require(rate > 0 && rate.isFinite, "A learning rate is above 0 and finite; \(rate) isn't.")
}

/// For rates at which a schedule ends or turns, which may be 0.
func requireLowestRate(_ lowest: Double, below highest: Double) {
  require(
    lowest >= 0 && lowest <= highest, "The lowest learning rate lies between 0 and \(highest); \(lowest) doesn't.")
}

func requireDecay(_ decay: Double) {
  require(decay >= 0 && decay.isFinite, "A decay is 0 or more and finite; \(decay) isn't.")
}

func requireFactor(_ factor: Double) {
  require(factor > 0 && factor <= 1, "A decay's factor lies above 0 and up to 1; \(factor) doesn't.")
}

func requirePeriod(_ steps: Int) {
  require(steps >= 1, "A schedule counts in 1 or more steps, not in \(steps).")
}

func requireStep(_ step: Int) {
  require(step >= 0, "Steps are counted from 0; there is no step \(step).")
}
