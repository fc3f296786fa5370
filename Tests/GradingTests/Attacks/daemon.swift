import Glibc

@_silgen_name("fork") private func copyOfThisProcess() -> Int32

/// Leaves a process behind that would write when all is judged.
private func attack() {
  let process = copyOfThisProcess()
  if process == 0 {
    setsid()
    if copyOfThisProcess() == 0 {
      sleep(20)
      _ = open("@OUTSIDE@/was-here", O_WRONLY | O_CREAT, 0o644)
    }
    _exit(0)
  }
  print("process:", process < 0 ? "none" : "some")
}
