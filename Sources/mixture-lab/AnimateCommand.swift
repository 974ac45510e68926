import ArgumentParser
import LabCore
import LabFiles
import LabView
import LabWords

/// Writes the animation of a run.
struct AnimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "animate",
    abstract: "Write the animation of a run, half-step by half-step, as GIF.",
    usage: "mixture-lab animate [FILE] [options] OUT.gif")

  @Argument(
    help: ArgumentHelp(
      "A table or a scene, if not the example, and the animation to write; - is standard input and output.",
      valueName: "OUT.gif"))
  var paths: [String]

  @OptionGroup var lab: LabOptions

  @Option(
    parsing: .unconditional,
    help: "The iterations that are shown, in whole or half numbers; until EM stops if not given.",
    transform: HalfSteps.parse)
  var iterations: HalfSteps?

  @Option(
    parsing: .unconditional,
    help: "Half-steps a second: \(Film.speeds.map { NumberText.general($0) }.joined(separator: ", ")).",
    transform: AnimateCommand.speed)
  var speed = Speed(index: 3)

  @OptionGroup var plate: PlateOptions

  @Option(help: "What stands side by side; its heads take the likelihood's place.")
  var compare: Comparison?

  mutating func validate() throws {
    try files.check(
      "animate", takes: "a table or a scene, if any, and the animation to write: [FILE] OUT.gif", writes: "GIF",
      "animation")
    try lab.check(file: files.input)
    try plate.check(beside: compare)
  }

  func run() throws {
    let output = try OutputFile(files.output, .animation, inputs: lab.inputs(files.input))
    let size = lab.size ?? .animation
    var state = try lab.state(file: files.input, size: size)
    try state.refuseGuess(in: files.input)
    if let iterations { try state.refuse(before: [iterations.count], compare, "choose more with --iterations") }
    // No more than a film has room for.
    let most = Film.most + (compare == nil ? state.document.firstHalfStep : 0)
    state.run(compare, until: iterations.map { HalfSteps(count: min($0.count, most)) })
    // What all lanes have come to.
    if compare != nil { state.apply(.view(.fit)) }
    let font = lab.textSource(for: &state)
    let exhibit = state.exhibited(width: size.width, height: size.height)
    let asked = iterations.map { state.document.clock(of: $0.count) }
    let latest = max(state.document.latest, 0)
    let film = Film(exhibit, steps: 0...min(max(asked ?? latest, 0), latest), speed: speed)
    let progress = ProgressLine()
    defer { progress.clear() }
    let plate = plate.plate(.both, halfSteps: film.steps)
    let painter = PlatePainter(font: font)
    _ = try AnimationFile.write(
      film, to: output.path,
      progress: { done in
        progress.show("frame \(done.done) of \(done.total)")
        return true
      }, draw: { painter.draw($0, plate) })
    if let cut = AnimateCommand.cut(film, of: state, asked: asked) { Console.note(cut) }
    if let reason = state.blockedReason { throw Failure(Words.english.text(reason)) }
  }

  /// What is not in the film though it was asked for, as a sentence; nil where all is.
  ///
  /// - Parameter asked: the last half-step that was asked for, on the clock; nil for the end.
  static func cut(_ film: Film, of state: LabState, asked: Int?) -> String? {
    let latest = state.document.latest
    let goesOn = state.canStep && (asked.map { $0 > latest } ?? (state.commonEnd == nil))
    guard film.steps.upperBound < min(asked ?? latest, latest) || film.steps.count > Film.most && goesOn else {
      return nil
    }
    let iterations = NumberText.general(Double(Film.most) / 2, significant: 6)
    return
      "an animation has room for \(iterations) iterations; left out what follows them, choose fewer with --iterations"
  }

  private var files: PicturePaths { PicturePaths(paths) }

  private static func speed(_ argument: String) throws -> Speed {
    guard let rate = Double(argument), let index = Film.speeds.firstIndex(of: rate) else {
      throw ValidationError(
        "choose \(Film.speeds.map { NumberText.general($0) }.joined(separator: ", ")) half-steps a second")
    }
    return Speed(index: index)
  }
}
