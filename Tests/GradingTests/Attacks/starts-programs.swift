@preconcurrency import Glibc

private func attack() {
  var started = 0
  for program in ["/bin/sh", "/usr/bin/env", "/proc/self/exe", "/usr/bin/python3"] {
    var process = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("-c"), strdup("true"), nil]
    if posix_spawn(&process, program, nil, nil, &words, environ) == 0 { started += 1 }
  }
  print("started:", started)
}
