import Glibc

private func attack() {
  var megabytes = 0
  while megabytes < 8192, let block = malloc(64 << 20) {
    memset(block, 1, 1 << 20)
    megabytes += 64
  }
  print("less than 2 GB:", megabytes <= 2048)
}
