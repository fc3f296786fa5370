import Glibc

@_silgen_name("fork") private func copyOfThisProcess() -> Int32

private func attack() {
  var made = 0
  for _ in 0..<40 {
    let process = copyOfThisProcess()
    if process == 0 {
      sleep(10)
      _exit(0)
    }
    if process > 0 { made += 1 }
  }
  print("processes:", made)
}
