import Glibc

/// What belongs to the journal of one session: files side by side whose names differ in their ending.
///
///     journal-20261130-140502-4242.session   the journal of a window, or of one that was cut off
///     journal-20261130-140502-4242.kept      of one that was closed, or left for a fresh start
///     journal-20261130-140502-4242.aside     of one that could not be brought back
///     journal-20261130-140502-4242.lock      locked while the window is open
///     journal-20261130-140502-4242.about     what is in it, for lists
///     journal-20261130-140502-4242.try1      noted before it is brought back, and again before the second time
struct JournalName: Hashable {
  enum Ending: String, CaseIterable {
    case session, kept, aside, lock, about, try1, try2

    /// Whether the file holds the work itself.
    var isJournal: Bool {
      switch self {
      case .session, .kept, .aside: true
      case .lock, .about, .try1, .try2: false
      }
    }
  }

  /// The name without its ending.
  let stem: String

  /// The next name for a session that begins now; `number` parts those of the same second and process.
  init(now: time_t, process: pid_t, number: Int) {
    var now = now
    var utc = tm()
    gmtime_r(&now, &utc)
    let date = Self.digits(Int(utc.tm_year) + 1900, 4) + Self.digits(Int(utc.tm_mon) + 1, 2)
    let time = Self.digits(Int(utc.tm_hour), 2) + Self.digits(Int(utc.tm_min), 2) + Self.digits(Int(utc.tm_sec), 2)
    stem =
      "journal-\(date + Self.digits(Int(utc.tm_mday), 2))-\(time)-\(process)" + (number == 0 ? "" : "-\(number)")
  }

  /// The name and the ending of a file; nil for whatever is no part of a journal.
  static func parts(of file: String) -> (name: JournalName, ending: Ending)? {
    guard let match = file.wholeMatch(of: #/(journal-\d{8}-\d{6}-\d{1,10}(?:-\d{1,4})?)\.([a-z]+[12]?)/#),
      let ending = Ending(rawValue: String(match.2))
    else { return nil }
    return (JournalName(stem: String(match.1)), ending)
  }

  private init(stem: String) { self.stem = stem }

  func file(_ ending: Ending) -> String { "\(stem).\(ending.rawValue)" }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
