import ArgumentParser
import LabCore
import LabFiles
import LabView
import LabWords
import Rasterizer

/// Writes the picture that the window would show.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the picture that the window would show, as PNG.",
    usage: "mixture-lab render [FILE] [options] OUT.png")

  @Argument(
    help: ArgumentHelp(
      "A table, a scene or a lesson, if not the example, and the picture to write; - is standard input and output.",
      valueName: "OUT.png"))
  var paths: [String]

  @OptionGroup var lab: LabOptions

  @OptionGroup var moment: MomentOptions

  @Option(help: "What is asked about the half-step to come.")
  var guess: Guess.Question?

  @Flag(help: "Only the canvas, without the window around it.")
  var plotOnly = false

  @OptionGroup var plate: PlateOptions

  @OptionGroup var enlargement: ScaleOption
  private var scale: Int { enlargement.scale }

  mutating func validate() throws {
    try files.check(
      "render", takes: "a table or a scene, if any, and the picture to write: [FILE] OUT.png", writes: "PNG", "picture")
    try PictureSize.check(lab.size, scale: scale)
    try lab.check(file: files.input)
    if plate.isAskedFor, plotOnly { throw ValidationError("--plot-only is the canvas alone; leave out one") }
    try plate.check(beside: moment.compare)
    try checkGuess()
  }

  /// A question is drawn in the window of one run.
  private func checkGuess() throws {
    guard let guess else { return }
    if moment.compare != nil { throw ValidationError("--guess asks about one run; leave out --guess or --compare") }
    if plate.isAskedFor {
      throw ValidationError("--guess is drawn in the window; leave out --content, --title and --numbers")
    }
    if plotOnly, guess == .count {
      throw ValidationError("--guess count is asked beside the canvas; leave out --plot-only")
    }
  }

  func run() throws {
    let output = try OutputFile(files.output, .picture, inputs: lab.inputs(files.input))
    var state = try lab.state(file: files.input)
    if moment.areGiven || guess != nil { try state.refuseGuess(in: files.input) }
    try PictureSize.check(state, scale: scale)
    moment.reach(&state)
    if let guess {
      state.apply(.guess(.toggle))
      if let armed = state.document.guess, !armed.questions.contains(guess) {
        let (next, iterations) = armed.kind == .expectation ? ("an E-step", "half") : ("an M-step", "whole")
        throw Failure(
          "--guess \(guess.rawValue) cannot be asked where \(next) comes next; let --iterations be a \(iterations) number",
          status: ExitCode.validationFailure.rawValue)
      }
      state.apply(.guess(.ask(guess)))
      state.performPendingWork()
      state.performPendingSearch()
    }
    moment.settle(&state)
    let (width, height) = (scale * state.interface.width, scale * state.interface.height)
    state.apply(
      .shell(.resize(width: width, height: height, pixelRatio: Double(scale) * state.interface.pixelRatio)))
    let font = lab.textSource(for: &state)
    try PNGFile.write(picture(of: state, font), to: output.path)
    // The picture shows where EM stands; that it came no further is a failure all the same.
    if let reason = state.blockedReason, moment.iterations.count > 0 { throw Failure(Words.english.text(reason)) }
  }

  private func picture(of state: LabState, _ font: any TextSource) -> Bitmap {
    if plate.isAskedFor {
      let size = state.interface
      let exhibit = state.exhibited(width: size.width, height: size.height, pixelRatio: size.pixelRatio)
      return PlatePainter(font: font).draw(exhibit, plate.plate(.both))
    }
    let painter = FramePainter(font: font)
    return plotOnly ? painter.drawPlot(state) : painter.draw(state)
  }

  private var files: PicturePaths { PicturePaths(paths) }
}

extension Guess.Question: ExpressibleByArgument {}
