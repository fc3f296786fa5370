import Glibc

private func attack() { for descriptor in Int32(0)..<256 { close(descriptor) } }
