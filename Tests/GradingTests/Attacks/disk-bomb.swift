import Glibc

private func attack() {
  let bytes = [UInt8](repeating: 1, count: 1 << 19)
  var written = 0
  for folder in ["/tmp", "/dev/shm", "/var/tmp", "."] {
    for index in 0..<100 {
      let file = open("\(folder)/descent-fill-\(index)", O_CREAT | O_WRONLY, 0o600)
      guard file >= 0 else { break }
      let count = write(file, bytes, bytes.count)
      close(file)
      guard count > 0 else { break }
      written += count
    }
  }
  print("less than 8 MB:", written < 8 << 20)
}
