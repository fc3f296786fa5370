import Glibc

private func attack() {
  var found: UnsafeMutablePointer<addrinfo>?
  print("found:", getaddrinfo("descent.invalid", "80", nil, &found) == 0)
}
