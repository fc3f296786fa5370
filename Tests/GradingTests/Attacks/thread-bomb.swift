import Glibc

private func attack() {
  var made = 0
  while made < 1000 {
    var thread = pthread_t()
    let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
      sleep(10)
      return nil
    }
    if pthread_create(&thread, nil, body, nil) != 0 { break }
    made += 1
  }
  print("fewer than 64 threads:", made < 64)
}
