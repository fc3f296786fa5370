import Glibc

private func attack() {
  let paths = [
    "/proc", "/proc/self/environ", "/proc/self/maps", "/proc/self/fd", "/proc/1/environ", "/proc/1/cmdline",
    "/proc/mounts", "/sys", "/dev/mem", "/dev/kmsg",
  ]
  print("opened:", paths.count { open($0, O_RDONLY) >= 0 })
}
