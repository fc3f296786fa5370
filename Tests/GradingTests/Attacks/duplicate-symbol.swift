@c(main) func ownMain() -> Int32 { 0 }

private func attack() {}
