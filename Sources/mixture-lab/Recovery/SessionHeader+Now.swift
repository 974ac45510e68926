import FoundationEssentials
import FusedPass
import LabCore

extension SessionHeader {
  /// That of a session that begins now, in this program.
  static var now: SessionHeader {
    SessionHeader(program: MixtureLab.version, kernel: KernelChoice.best.rawValue, began: Date.now.ISO8601Format())
  }
}
