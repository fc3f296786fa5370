@c(pow) func ownPower(_ x: Double, _ y: Double) -> Double { 0 }

private func attack() {}
