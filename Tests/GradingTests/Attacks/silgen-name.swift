@_silgen_name("_exit") private func leave(_ status: Int32) -> Never

private func attack() { leave(0) }
