import Glibc

private func attack() {
  let names = [
    "PATH", "HOME", "USER", "TMPDIR", "CI", "DESCENT_GRADING_JOB", "DESCENT_DATASETS", "SSH_AUTH_SOCK",
  ]
  print("known:", names.filter { getenv($0) != nil })
}
