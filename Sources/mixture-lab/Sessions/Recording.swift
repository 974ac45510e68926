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
    return sink(writer, keepsPointer: true, discarding: false)
  }

  /// - Parameter discarding: whether the file goes as the window closes.
  static func sink(_ writer: SessionWriter, keepsPointer: Bool, discarding: Bool) -> SessionSink {
    SessionSink(
      keepsPointer: keepsPointer, append: writer.append, flush: { writer.flush() },
      end: { writer.close(discarding: discarding) },
      journal: discarding
        ? SessionSink.Journal(
          replace: { writer.replace(with: $0, $1) }, growth: { writer.growth }, isBroken: { writer.isBroken }) : nil)
  }
}
