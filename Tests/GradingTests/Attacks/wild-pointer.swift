private func attack() { UnsafeMutablePointer<Int>(bitPattern: 0x10)?.pointee = 1 }
