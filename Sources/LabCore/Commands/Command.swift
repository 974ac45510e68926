/// Everything that can happen to the lab. The window, a replay and a test all speak these.
///
/// A command is a leaf of a closed tree: each branch is an enum of its own, handled by one exhaustive `apply`. What a
/// user does, and the ticks of the clock, are values to be written down and read back; of an answer only its ticket is.
public enum Command: Sendable, Equatable, Codable {
  /// The clock stands at this many seconds.
  case tick(Double)
  case edit(Edit)
  case select(Select)
  case stamp(Stamp)
  case start(Start)
  case option(Option)
  case run(Run)
  case lanes(Lanes)
  case search(Search)
  case race(Race)
  case kept(Kept)
  case guess(Guess)
  case view(View)
  case columns(Columns)
  case interface(Interface)
  case shell(Shell)
  case file(File)
  case export(Export)
  case recovery(Recovery)
  case handIns(HandIns)
  case lesson(Lesson)
  /// What became of something the state asked for.
  case answer(Answer)
}

extension Command {
  /// Whether a seed that is being typed stays open: while its digits come, and while nothing is done on purpose.
  /// Anything else ends it, so that the keyboard is never left to a field that nobody sees.
  var keepsSeedEntry: Bool {
    if case .option(let command) = self { return command.isSeedEntry }
    return keepsEntry
  }

  /// The same for a name that is being typed.
  var keepsNameEntry: Bool {
    if case .kept(let command) = self { return command.isNaming }
    return keepsEntry
  }

  private var keepsEntry: Bool {
    switch self {
    case .tick, .answer: true
    case .interface(let command): command.keepsEntry
    case .shell(let command): !command.isDeliberate
    case .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .view, .columns, .file,
      .export, .recovery, .handIns, .lesson:
      false
    }
  }

  /// Whether a user did it on purpose, as opposed to the clock, a computation, or a mouse on its way.
  var isDeliberate: Bool {
    switch self {
    case .tick, .answer: false
    case .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .view, .columns, .file,
      .export, .recovery, .handIns, .lesson:
      true
    case .interface(let command): command.isDeliberate
    case .shell(let command): command.isDeliberate
    }
  }
}
