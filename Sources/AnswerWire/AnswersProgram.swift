import FoundationEssentials
import NumericCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that runs a student's answers: reads one request, answers it line by line, and ends.
///
/// It links the student's code, so nothing that it says is believed: the program that started it judges the numbers.
public enum AnswersProgram {
  /// Serves the request on standard input and never returns.
  ///
  /// - Parameters:
  ///   - exercises: what can be asked.
  ///   - answers: who answers.
  public static func serve<Answers>(_ exercises: [Exercise<Answers>], with answers: Answers) -> Never {
    guard let line = readLine(), let header = try? Wire.decode(RequestHeader.self, from: Data(line.utf8)) else {
      complain("This program answers requests of the checker. Run the checks with: make check LAB=...")
    }
    guard let exercise = exercises.first(where: { $0.id == header.exercise }) else {
      complain("There is no exercise \(header.exercise) in this lab.")
    }
    for _ in 0..<header.count {
      guard let input = readLine() else { complain("The request ended early.") }
      let reply = reply(to: Data(input.utf8), exercise, answers)
      // What the answer printed is shown to the student, and this program is ended right after its last reply.
      fflush(nil)
      guard write(reply, to: header.replyDescriptor) else { complain("The reply could not be written.") }
    }
    exit(EXIT_SUCCESS)
  }

  private static func reply<Answers>(to input: Data, _ exercise: Exercise<Answers>, _ answers: Answers) -> Data {
    do {
      return line(ReplyKind.output, try exercise.answer(input, by: answers))
    } catch is NotAttempted {
      return line(ReplyKind.notAttempted, Data("true".utf8))
    } catch {
      let description = (try? Wire.encode("\(error)")) ?? Data("\"an error\"".utf8)
      return line(ReplyKind.failure, description)
    }
  }

  private static func line(_ key: String, _ json: Data) -> Data {
    Data("{\"\(key)\":".utf8) + json + Data("}\n".utf8)
  }

  private static func write(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = .init(rebasing: rest[count...])
      }
      return true
    }
  }

  private static func complain(_ sentence: String) -> Never {
    _ = write(Data((sentence + "\n").utf8), to: STDERR_FILENO)
    exit(EX_USAGE)
  }
}
