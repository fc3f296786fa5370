@c(write) func ownWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { count }

private func attack() {}
