import Glibc

private func attack() {
  let paths = [
    "@SECRETS@/optimizers.json", "@SECRETS@/seed", "@PROJECT@/Labs/Optimizers/Checks/answers.json",
    "@PROJECT@/Labs/Optimizers/Solutions/Reference/ReferenceAnswers.swift", "/proc/self/root@SECRETS@/optimizers.json",
    "@SCRATCH@/desk/job.json", "../../../secret/optimizers.json",
  ]
  print("opened:", paths.count { open($0, O_RDONLY) >= 0 })
}
