import Foundation
import Testing

@testable import Benchmarks

@Suite("Programs that are compared with ours")
struct PeerProcessTests {
  @Test("a program greets, then answers a line to a line")
  func answers() throws {
    let script = """
      echo '{"peer": "Echo 1"}'
      while read kind optimizer batch seconds; do
        [ "$kind $optimizer $seconds" = 'step adam 0.5' ] || exit 1
        echo "{\\"milliseconds\\": $batch.5, \\"arrangement\\": \\"alone\\"}"
      done
      """
    let peer = try #require(PeerProcess(["sh", "-c", script]))
    #expect(peer.name == "Echo 1")
    #expect(peer.arrangement == nil)
    #expect(peer.milliseconds("step", "adam", batch: 32, seconds: 0.5) == 32.5)
    #expect(peer.arrangement == "alone")
    #expect(peer.milliseconds("step", "adam", batch: 128, seconds: 0.5) == 128.5)
  }

  @Test(
    "a program that can't run, or says nothing sensible, is no peer", arguments: ["exit 1", "echo no", "exec cat >&-"])
  func missing(script: String) {
    #expect(PeerProcess(["sh", "-c", script]) == nil)
  }

  @Test(
    "a program that ends, hangs or babbles gives no time",
    arguments: ["exit 0", "exec sleep 60", "echo 17", "echo '{}'", Self.zeroTime])
  func silence(ending: String) throws {
    let script = "echo '{\"peer\": \"Mute\"}'; read request; \(ending)"
    let peer = try #require(PeerProcess(["sh", "-c", script], patience: 1))
    #expect(peer.milliseconds("step", "adam", batch: 32, seconds: 0.5) == nil)
    #expect(peer.milliseconds("step", "adam", batch: 32, seconds: 0.5) == nil)
  }

  private static let zeroTime = "echo '{\"milliseconds\": 0}'"

  @Test("no library is told its kernel unless we mean to")
  func kernel() throws {
    let script = "echo \"{\\\"peer\\\": \\\"$OPENBLAS_CORETYPE$OPENBLAS_L2_SIZE\\\"}\"; read request"
    let told = [BareProducts.kernelVariable: "Zen", "OPENBLAS_L2_SIZE": "512", "PATH": "/usr/bin:/bin"]
    #expect(try #require(PeerProcess(["sh", "-c", script], inherited: told)).name == "")
    let meant = PeerProcess(
      ["sh", "-c", script], environment: [BareProducts.kernelVariable: "Haswell"], inherited: told)
    #expect(try #require(meant).name == "Haswell")
  }
}
