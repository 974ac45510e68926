import ArgumentParser
import LabCore
import LabFiles
import LabView
import LabWords

/// Comes to the state that a recorded session led to, without a window.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Come to the state that a recorded session led to, and print its hash.",
    discussion: """
      The window writes a session with --record. Whatever was computed is computed again; nothing is written that the \
      session wrote. Files that it opened are read again from where they were, and must not have changed.

      The hash is equal for equal states, however many threads compute, on processors of one kind: it covers the data, \
      models, runs, settings and view, as a scene file has them, and how much can be undone and redone; not the mouse, what \
      is open over the window, notices and the clock.
      """)

  @Argument(
    help: ArgumentHelp("A session, as --record writes it.", valueName: "FILE.session"), completion: .file())
  var file: String

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Stop after so many entries.", valueName: "N"),
    transform: { try NumberArgument.whole($0, 1...Limits.sessionEntries) })
  var until: Int?

  @Option(help: ArgumentHelp("Write the picture that the window showed.", valueName: "OUT.png"), completion: .file())
  var png: String?

  @Option(help: ArgumentHelp("Write the state as a scene.", valueName: "OUT.json"), completion: .file())
  var scene: String?

  @Option(help: ArgumentHelp("A TrueType font instead of DejaVu Sans.", valueName: "FILE.ttf"), completion: .file())
  var font: String?

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    if let until, !(1...Limits.sessionEntries).contains(until) {
      throw ValidationError("--until takes a number from 1 to \(Limits.sessionEntries)")
    }
    if png == "-", scene == "-" {
      throw ValidationError("--png and --scene cannot both go to standard output; name a file for one")
    }
    if json, writesOutput {
      throw ValidationError("--json prints to standard output, where the file goes; name a file for it")
    }
  }

  func run() throws {
    let inputs = [file, font].compactMap { $0 }
    let picture = try png.map { try OutputFile($0, .picture, inputs: inputs) }
    let output = try scene.map { try OutputFile($0, .scene, inputs: inputs) }
    let (session, damage) = try SessionFile.read(file)
    let state = try replayed(session, damage)
    if let picture {
      try PNGFile.write(FramePainter(font: LabOptions.textSource(font)).draw(state), to: picture.path)
    }
    if let output {
      do throws(SaveProblem) {
        _ = try SceneFile.write(state.scene, to: output.path, when: .isWanted)
      } catch {
        throw Failure(Words.english.text(error))
      }
    }
    say(session, damage)
    // Nothing is mixed with a file that goes there.
    if writesOutput { return }
    let report = try ReplayReport(session, damage, taken: min(until ?? .max, session.entries.count), state)
    try Console.write(json ? report.json.indentedText : report.text)
  }

  /// Whether a file goes to standard output.
  private var writesOutput: Bool { png == "-" || scene == "-" }

  private func replayed(_ session: Session, _ damage: SessionDamage?) throws -> LabState {
    var replay = SessionReplay(menu: LabData.menu, lessons: LessonLibrary.lessons)
    for entry in session.entries.prefix(until ?? .max) {
      do throws(SessionFlaw) {
        try replay.take(entry) { path, reading in LabData.open(path, reading) { _ in true } }
      } catch {
        throw Failure(sentence(error, entry: replay.count + 1))
      }
    }
    replay.finish()
    guard let state = replay.state else {
      throw Failure(
        damage.map {
          "line \($0.line) of \(Format.input(file)) is damaged, before anything was done; use a copy that is whole"
        }
          ?? "\(Format.input(file)) holds nothing but its first line; record a session anew")
    }
    return state
  }

  private func sentence(_ flaw: SessionFlaw, entry: Int) -> String {
    let stop = entry > 1 ? "or stop before that with --until \(entry - 1)" : "use another"
    return switch flaw {
    case .noScene: "\(Format.input(file)) does not begin with a scene; use a copy that is whole"
    case .scene(let field): "entry \(entry) of \(Format.input(file)) is no usable scene (its \(field)); \(stop)"
    case .cannotOpen(let path, let problem):
      "entry \(entry) opened '\(path)': \(Words.english.text(problem)); put it back, \(stop)"
    case .hasChanged(let path):
      "entry \(entry) opened '\(path)', which has changed since; put the old one back, \(stop)"
    }
  }

  /// What is to be known before the hash is compared.
  private func say(_ session: Session, _ damage: SessionDamage?) {
    if let damage {
      Console.note(
        "the end of \(Format.input(file)) is lost: \(Format.count(damage.lines, "line")) "
          + "(\(Format.count(damage.bytes, "byte"))) from line \(damage.line) on")
    }
    if session.header.kernel != Recording.kernel {
      Console.note(
        "the session was computed with the kernel \(session.header.kernel), this is \(Recording.kernel): "
          + "with many points the last bits may differ, and the hash with them")
    }
  }
}

/// What `replay` prints.
private struct ReplayReport {
  private let session: Session
  private let taken: Int
  private let lost: Int
  private let points: Int
  private let hash: String

  init(_ session: Session, _ damage: SessionDamage?, taken: Int, _ state: LabState) throws {
    self.session = session
    self.taken = taken
    lost = damage?.lines ?? 0
    points = state.document.points.count
    hash = try state.fingerprint().text
  }

  var text: String {
    var table = TextTable(header: ["recorded", session.header.began])
    table.add(["program", session.header.program])
    table.add(["kernel", session.header.kernel])
    table.add(["entries", "\(taken) of \(session.entries.count)"])
    table.add(["lines lost", "\(lost)"])
    table.add(["points", "\(points)"])
    table.add(["hash", hash])
    return table.text
  }

  var json: JSONValue {
    .object([
      .init("recorded", .string(session.header.began)), .init("program", .string(session.header.program)),
      .init("kernel", .string(session.header.kernel)), .init("entries", JSONValue(taken)),
      .init("of", JSONValue(session.entries.count)), .init("linesLost", JSONValue(lost)),
      .init("points", JSONValue(points)), .init("hash", .string(hash)),
    ])
  }
}
