import Foundation
import LabKit
import Testing

struct WholeFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-files-\(UUID().uuidString)")

  @Test func folderIsMadeAndNothingElseIsLeft() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a/b.csv")
    try WholeFile.write(Data("one".utf8), to: file)
    try WholeFile.write(Data("two".utf8), to: file)
    #expect(try Data(contentsOf: file) == Data("two".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "a").path) == ["b.csv"])
  }

  @Test func fileInThePlaceOfAFolderIsSaid() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try WholeFile.write(Data(), to: folder)
    let file = folder.appending(path: "b.csv")
    let error = #expect(throws: LabError.self) { try WholeFile.write(Data("one".utf8), to: file) }
    #expect(error?.exitStatus == 73)
    #expect(
      error?.description == "\(file.path) can't be written: Not a directory. Choose another folder with --output.")
  }

  @Test func oldFileStaysWhereTheNewCanNotBeWritten() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    // A folder of that name can't be replaced by a file.
    let file = folder.appending(path: "taken")
    try WholeFile.write(Data("kept".utf8), to: file.appending(path: "inside"))
    #expect(throws: LabError.self) { try WholeFile.write(Data("new".utf8), to: file) }
    #expect(try Data(contentsOf: file.appending(path: "inside")) == Data("kept".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
  }

  /// The file's own name would do, but not the longer one that it is first written to.
  @Test func nameThatIsTooLongIsSaid() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: String(repeating: "n", count: 255))
    let error = #expect(throws: LabError.self) { try WholeFile.write(Data("one".utf8), to: file) }
    #expect(error?.exitStatus == 73)
    #expect(
      error?.description.hasSuffix(" can't be written: File name too long. Choose another folder with --output.")
        == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
