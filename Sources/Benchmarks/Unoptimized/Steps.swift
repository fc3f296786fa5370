import NumericCore

// Compiled without optimization in every build, as a student's exercise is in a debug build: it shows what a call of
// NumericCore's generics costs from there.

/// w - r g, as an exercise writes it.
public func plainStep(_ weights: Vector<Double>, _ gradient: Vector<Double>, rate: Double) -> Vector<Double> {
  weights - rate * gradient
}

/// Adam's quotient: a longer formula over whole vectors.
public func quotient(_ first: Vector<Double>, _ second: Vector<Double>, epsilon: Double) -> Vector<Double> {
  first / (sqrt(second) + epsilon)
}
