import Glibc

private func attack() {
  let paths = [
    "@OUTSIDE@/was-here", "@PROJECT@/was-here", "@SECRETS@/was-here", "/was-here", "/lib/was-here", "was-here",
  ]
  print("written:", paths.count { open($0, O_WRONLY | O_CREAT, 0o644) >= 0 })
}
