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
    usage: "mixture-lab animate [FILE.csv] [options] OUT.gif")

  @Argument(
    help: ArgumentHelp(
      "A CSV file, if not the example, and the animation to write; - is standard input and output.",
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
      "animate", takes: "a CSV file, if any, and the animation to write: [FILE.csv] OUT.gif", writes: "GIF", "animation"
    )
    try lab.check(file: files.input)
    try plate.check(beside: compare)
  }

  func run() throws {
    let output = try OutputFile(files.output, .animation, inputs: lab.inputs(files.input))
    let size = lab.size ?? .animation
    var state = try lab.state(file: files.input, size: size)
    state.run(compare, halfSteps: iterations?.count)
    // What all lanes have come to.
    if compare != nil { state.apply(.view(.fit)) }
    let exhibit = state.exhibited(width: size.width, height: size.height)
    let film = Film(exhibit, steps: 0...max(state.document.latest, 0), speed: speed)
    let progress = ProgressLine()
    defer { progress.clear() }
    let plate = plate.plate(.both, halfSteps: film.steps)
    let painter = PlatePainter(font: lab.textSource())
    _ = try AnimationFile.write(
      film, to: output.path,
      progress: { done in
        progress.show("frame \(done.done) of \(done.total)")
        return true
      }, draw: { painter.draw($0, plate) })
    if let reason = state.blockedReason { throw Failure(Words.english.text(reason)) }
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
