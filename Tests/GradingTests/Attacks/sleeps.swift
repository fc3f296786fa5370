import Glibc

private func attack() { while true { sleep(1000) } }
