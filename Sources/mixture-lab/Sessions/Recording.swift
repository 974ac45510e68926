import FoundationEssentials
import FusedPass
import LabCore
import LabFiles
import SDLShell

/// A file that a session is written to.
enum Recording {
  /// What the file says of this program, on this machine, now.
  static func header(at time: Date = .now) -> SessionHeader {
    SessionHeader(program: MixtureLab.version, kernel: kernel, began: time.formatted(.iso8601))
  }

  /// The build of the kernel that computes here.
  static var kernel: String { KernelChoice.best.rawValue }

  /// A recording, in place of an older one. What goes wrong later is said, and ends nothing.
  static func sink(_ path: String, _ beginning: [SessionEntry]) throws(FileError) -> SessionSink {
    let writer = try SessionWriter(path, header(), beginning, replacing: true) { error in
      Console.note("the recording ends here: \(error)")
    }
    return SessionSink(
      keepsPointer: true, append: writer.append, flush: { writer.flush() }, end: { writer.close(discarding: false) })
  }
}
