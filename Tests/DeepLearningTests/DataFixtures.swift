import CZlib
import DeepLearning
import Foundation
import NumericCore
import Testing

/// The folder of the real data sets, where `DESCENT_DATASETS` names one.
let realData = ProcessInfo.processInfo.environment["DESCENT_DATASETS"].map { URL(filePath: $0) }

/// Why a test that needs the real data sets is left out.
let needsRealData: Comment = "DESCENT_DATASETS names no folder with the real data sets"

/// The bytes packed as one member of a gzip file.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  return withUnsafeMutablePointer(to: &stream) { stream in
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    let capacity = Int(deflateBound(stream, UInt(bytes.count)))
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(capacity)
        deflate(stream, Z_FINISH)
      }
      count = capacity - Int(stream.pointee.avail_out)
      deflateEnd(stream)
    }
  }
}

/// An IDX file with this header and these elements.
func idx(magic: UInt32, sizes: [UInt32], _ elements: [UInt8]) -> [UInt8] {
  ([magic] + sizes).flatMap { number in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) } }
    + elements
}

/// Three images of 4 x 5, plain.
let smallImages = idx(magic: 2051, sizes: [3, 4, 5], (0..<60).map { UInt8($0 * 4) })

/// A folder for one test; it is removed when the closure ends.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "descent-data-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// The error that the closure throws, after a look at its sentence; nothing where it throws none.
func dataError(_ body: () throws -> Void) -> DataError? {
  do {
    try body()
    return nil
  } catch let error as DataError {
    let sentence = error.description
    if !sentence.hasPrefix(error.file) || !sentence.hasSuffix(".") || sentence.contains("\n") || sentence.count > 400 {
      Issue.record("not one short sentence that names the file: \(sentence)")
    }
    return error
  } catch {
    Issue.record("not a DataError: \(error)")
    return nil
  }
}
