import Glibc

private func attack() { kill(0, SIGKILL) }
