import Glibc

private func attack() {
  let bytes = [UInt8](repeating: 1, count: 1 << 20)
  let file = open("/tmp/descent-large-file", O_CREAT | O_WRONLY, 0o600)
  unlink("/tmp/descent-large-file")
  for _ in 0..<4 { _ = write(file, bytes, bytes.count) }
}
