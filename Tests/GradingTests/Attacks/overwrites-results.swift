import Glibc

private func attack() {
  let paths = ["@OUTSIDE@/verdicts.jsonl", "@SCRATCH@/desk/verdicts.jsonl", "@OUTSIDE@/gradebook.sqlite"]
  print("written:", paths.count { open($0, O_WRONLY | O_TRUNC) >= 0 })
}
