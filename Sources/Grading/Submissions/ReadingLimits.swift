/// How much of a submission is read. What is beyond isn't, and the submission's list says so.
public struct ReadingLimits: Sendable {
  /// Bytes of one exercise file; 1 MB.
  public var file = 1 << 20
  /// Bytes of all that is read from one submission; 64 MB.
  public var submission = 64 << 20
  /// Files and folders of one submission; 10,000.
  public var entries = 10_000
  /// Bytes that an archive in a class's archive may have, since it is held in memory; 64 MB.
  public var heldArchive = 64 << 20
  /// Bytes that are unpacked only to get past them, which tar.gz needs; 1 GB.
  public var passedOver = 1 << 30
  /// Bytes that come out for one that goes in, once more than `submission` came out; 100.
  public var ratio = 100
  /// How deep folders may lie in each other; 64.
  public var depth = 64
  /// What is listed of all that isn't taken; 200.
  public var ignored = 200
  /// Students, files and folders in all of a class's archive; a million.
  public var classEntries = 1_000_000

  /// The limits above.
  public init() {}
}
