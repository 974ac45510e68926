import ArgumentParser
import LabCore
import LabFiles
import LabWords

/// Lists the work that earlier sessions left, and writes it as a scene.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "List the work that was kept, or write it as a scene.",
    discussion: """
      Each window keeps a journal of what is done in it. What was cut off is offered at the next start; all that is kept \
      stands in the list, the latest first, for thirty days. A journal is opened like any other file, too.
      """)

  @Option(
    help: ArgumentHelp("Write the latest work, or that of --session, as this scene.", valueName: "SCENE.json"),
    completion: .file())
  var export: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Which one of the list, by its number.", valueName: "N"),
    transform: { try NumberArgument.whole($0, 1...1_000_000) })
  var session: Int?

  @Flag(help: "Replace a scene that is there.")
  var replace = false

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    if session != nil, export == nil { throw ValidationError("--session belongs to --export; name the scene to write") }
    if replace, export == nil { throw ValidationError("--replace belongs to --export; name the scene to write") }
    if json, export != nil { throw ValidationError("--json prints the list, which --export does not; leave out one") }
  }

  func run() throws {
    let folder = JournalFolder()
    folder.sweep(export.map { [WindowJournal.folder(of: $0)] } ?? [])
    let journals = folder.journals()
    if let export { return try write(to: export, from: journals, in: folder) }
    if json { return try Console.write(RecoverReport(journals).json.indentedText) }
    if journals.isEmpty {
      return Console.note("no work is kept in '\(folder.path)'; a window leaves some as it is used")
    }
    try Console.write(RecoverReport(journals).text)
  }

  private func write(to path: String, from journals: [Journal], in folder: JournalFolder) throws {
    guard let chosen = try chosen(journals) else {
      throw Failure(
        "no work is kept in '\(folder.path)', so there is none to write; a window leaves some as it is used")
    }
    let output = try OutputFile(path, .scene, inputs: [chosen.path])
    let session = try BroughtBack(chosen.path)
    do throws(SaveProblem) {
      // Standard output and other devices are there already.
      let condition: SaveCondition = SceneFile.isLikely(output.path) && !replace ? .isNew : .isWanted
      _ = try SceneFile.write(session.state.scene, to: output.path, when: condition)
    } catch {
      // It is here for work not to be lost: other work that was saved is none to be replaced.
      if case .exists = error { throw Failure("'\(path)' exists; give another name, or --replace") }
      throw Failure(Words.english.text(error))
    }
    if !session.isWhole {
      Console.note("the end of '\(chosen.path)' is damaged; the scene is what came before")
    }
  }

  /// The one that is asked for, or else the latest that no window has.
  private func chosen(_ journals: [Journal]) throws -> Journal? {
    guard let session else {
      let closed = journals.filter { $0.condition != .open }
      // A window that was cut off before anything was done in it holds nothing that anybody would ask for.
      let usual = LabState(menu: LabData.menu)
      return closed.first { (try? BroughtBack($0.path))?.state.holdsWork(beyond: usual) ?? false } ?? closed.first
        ?? journals.first
    }
    guard !journals.isEmpty else { return nil }
    guard journals.indices.contains(session - 1) else {
      throw Failure(
        "there is no work number \(session), only \(Format.count(journals.count, "piece")); see 'mixture-lab recover'")
    }
    return journals[session - 1]
  }
}
