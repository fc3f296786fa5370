#sourceLocation(file:"Exercise01Quadratic.swift",line:1)
private func attack() { let wrong: Int = "" }
#sourceLocation()
