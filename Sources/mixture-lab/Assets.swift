import FoundationEssentials

/// The files that come with the program, wherever it was put.
enum Assets {
  /// A file by its name; `nil` where it is not there to be read.
  static func file(_ name: String, of program: URL = Assets.program) -> String? {
    folders(of: program).map { $0.appendingPathComponent(name).path }
      .first { FileManager.default.isReadableFile(atPath: $0) }
  }

  /// Where the files of a program may be: `share/mixture-lab` beside its `bin`, be it installed or unpacked anywhere;
  /// else `assets` in a folder above the one it was built in.
  static func folders(of program: URL) -> [URL] {
    let bin = program.deletingLastPathComponent()
    let ancestors = sequence(first: bin) { $0.deletingLastPathComponent() }.prefix(5)
    return [bin.deletingLastPathComponent().appendingPathComponent("share/mixture-lab")]
      + ancestors.map { $0.appendingPathComponent("assets") }
  }

  /// This program's file, also when it was found by the shell or through a link.
  static var program: URL { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath() }
}
