import Glibc

private func attack() {
  let paths = [
    "@SUBMISSIONS@", "@SUBMISSIONS@/somebody.zip", "/home", "/root", "/etc/passwd", "/tmp/..",
  ]
  print("opened:", paths.dropLast().count { open($0, O_RDONLY) >= 0 })
}
