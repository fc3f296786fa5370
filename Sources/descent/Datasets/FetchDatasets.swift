import ArgumentParser
import Datasets
import Foundation

/// Gets data sets and puts them in place.
struct FetchDatasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Get data sets, verify them, and put them in place.",
    discussion: """
      A file that was cut off is kept beside its place, with .part at the end of its name; the same command goes on \
      from there. A file comes into its place only when its SHA-256 is the catalogue's.
      """)

  @Argument(help: "The data sets, as mnist.")
  var names: [String] = []

  @Flag(help: "All data sets of the catalogue.")
  var all = false

  @Option(
    help: "Another server's address, or file:///a/folder, instead of the catalogue's addresses: ADDRESS/mnist/...")
  var from: String?

  @Option(help: "Put them into this folder; by default $DESCENT_DATASETS, or datasets of this project.")
  var to: String?

  @Option(help: "Give an address up after this many seconds of silence.")
  var patience = 30

  func validate() throws {
    if patience < 1 || patience > 3600 { throw ValidationError("--patience must be 1 to 3600 seconds.") }
    if let from { _ = try Mirror(from) }
    if to == "" { throw ValidationError("--to needs the name of a folder.") }
    if all && !names.isEmpty { throw ValidationError("Name data sets or say --all, not both.") }
  }

  func run() throws {
    let known = try KnownDatasets()
    if names.isEmpty && !all {
      let sets = known.catalogue.sets.map(\.name).joined(separator: ", ")
      throw ValidationError("Say which data set, or --all; the data sets are \(sets).")
    }
    let folders = to.map { DatasetFolders(only: URL(filePath: $0)) } ?? known.folders
    let mirror = try from.map { try Mirror($0) }
    for set in try known.sets(named: names) {
      for file in set.files { try fetch(file, from: mirror, into: folders) }
      let folder = folders.place(of: set.files[0])?.deletingLastPathComponent().path ?? folders.first.path
      print("\(set.name) is whole, in \(folder). Licence: \(set.licence).")
      print("  Cite: \(set.citation).")
    }
  }

  private func fetch(_ file: DatasetFile, from mirror: Mirror?, into folders: DatasetFolders) throws {
    guard folders.state(of: file) != .whole else { return }
    let place = folders.first.appending(path: file.path)
    let download = Download(
      file: file, place: place, addresses: mirror.map { [$0.address(of: file)] } ?? file.addresses,
      patience: patience)
    try download.run()
    print("\(place.path): \(ByteCount(file.bytes)), verified")
  }
}

/// A server, or a folder, that holds data sets as a folder of data sets does.
struct Mirror {
  private let base: String

  init(_ text: String) throws(ValidationError) {
    base = text.hasSuffix("/") ? String(text.dropLast()) : text
    guard let address = URL(string: base), let scheme = address.scheme,
      ["http", "https", "file"].contains(scheme), scheme == "file" || address.host?.isEmpty == false
    else { throw ValidationError("--from needs an address that starts with https://, http:// or file:///.") }
  }

  func address(of file: DatasetFile) -> URL {
    guard let address = URL(string: "\(base)/\(file.path)") else {
      fatalError("Mirror.init has accepted \(base), and catalogued paths are plain.")
    }
    return address
  }
}
