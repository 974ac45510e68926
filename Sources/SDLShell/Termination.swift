import CSDL2
import Dispatch
import Glibc
import Synchronization

/// Hears of signals that end the program, such as those of a desktop session's end. SDL would make of one what closing the
/// window is, which a kiosk takes for somebody who sits at it.
final class Termination: Sendable {
  /// One for the whole process, as signals are. It listens from its first use on.
  static let shared = Termination()

  private let isAsked = Atomic(false)
  private let wakeEvent = SDL_RegisterEvents(1)
  /// Where a signal is written to; set before any can come.
  nonisolated(unsafe) private static var wayIn: Int32 = -1

  private init() {
    var ends: [Int32] = [-1, -1]
    // Without it, a signal does what it does to any program.
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    Self.wayIn = ends[1]
    let (signals, wayOut) = ([SIGTERM, SIGINT, SIGHUP], ends[0])
    for signal in signals { Self.catchSignal(signal) }
    DispatchQueue(label: "mixture-lab.termination", qos: .userInitiated).async { [self] in
      var byte: UInt8 = 0
      while true {
        let count = read(wayOut, &byte, 1)
        if count == 0 || count < 0 && errno != EINTR { return }
        if count == 1 { ask() }
      }
    }
  }

  private func ask() {
    isAsked.store(true, ordering: .releasing)
    var event = SDL_Event()
    event.type = wakeEvent
    SDL_PushEvent(&event)
  }

  /// Whether a signal has come since this was asked last.
  func wasAsked() -> Bool { isAsked.exchange(false, ordering: .acquiring) }

  /// Whoever started the program may have it go on, as `nohup` does.
  private static func catchSignal(_ signal: Int32) {
    var before = sigaction()
    guard sigaction(signal, nil, &before) == 0, before.__sigaction_handler.sa_handler == nil else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      let code = errno
      var byte: UInt8 = 1
      _ = write(Termination.wayIn, &byte, 1)
      errno = code
    }
    action.sa_flags = SA_RESTART
    sigaction(signal, &action, nil)
  }
}
