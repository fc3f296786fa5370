import Glibc

/// Asks for sockets of every kind, and knocks at a door of this very machine that a test keeps open.
private func attack() {
  let sockets = [AF_INET, AF_INET6, AF_UNIX, AF_NETLINK].map { socket($0, Int32(SOCK_STREAM.rawValue), 0) }
  print("sockets:", sockets.count { $0 >= 0 })
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t((UInt16("@PORT@") ?? 0).bigEndian)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let reached = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(sockets[0], $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  print("reached:", reached == 0)
}
