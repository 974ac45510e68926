import ArgumentParser
import LabCore
import LabFiles
import LabView
import LabWords

/// Writes the picture that the window would show.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the picture that the window would show, as PNG.",
    usage: "mixture-lab render [FILE] [options] OUT.png")

  @Argument(
    help: ArgumentHelp(
      "A table or a scene, if not the example, and the picture to write; - is standard input and output.",
      valueName: "OUT.png"))
  var paths: [String]

  @OptionGroup var lab: LabOptions

  @Option(
    parsing: .unconditional, help: "How many iterations of EM to run first; a half ends with the E-step, as in 6.5.")
  var iterations = 0.0

  @Option(help: "What stands side by side.")
  var compare: Comparison?

  @Option(help: "What is asked about the half-step to come.")
  var guess: Guess.Question?

  @Flag(help: "Only the canvas, without the window around it.")
  var plotOnly = false

  mutating func validate() throws {
    if let option = paths.first(where: { $0.hasPrefix("-") && $0 != "-" }) {
      throw ValidationError("unknown option '\(option)'")
    }
    guard (1...2).contains(paths.count) else {
      throw ValidationError("render takes a table or a scene, if any, and the picture to write: [FILE] OUT.png")
    }
    guard output.lowercased().hasSuffix(".png") || output == "-" || output.hasPrefix("/dev/") else {
      throw ValidationError("render writes PNG; let the picture's name end in .png")
    }
    guard iterations >= 0, iterations <= 100_000, iterations * 2 == (iterations * 2).rounded() else {
      throw ValidationError("--iterations takes 0 to 100000 in whole or half numbers, as in 5 or 6.5")
    }
  }

  func run() throws {
    let table = paths.count == 2 ? paths[0] : nil
    let output = try OutputFile(output, .picture, inputs: lab.inputs(table))
    var state = try lab.state(file: table)
    state.performPendingWork()
    state.performPendingRace()
    state.performPendingSearch()
    if let compare {
      state.apply(.lanes(.compare(compare)))
      state.performPendingWork()
    }
    // Side by side, whoever has converged waits for the others, and is not taken on when all have.
    for _ in 0..<Int(iterations * 2) where state.canStep && (compare == nil || !state.allHaveConverged) {
      state.apply(.run(.stepForward))
      state.performPendingWork()
    }
    if let guess {
      state.apply(.guess(.toggle))
      state.apply(.guess(.ask(guess)))
      state.performPendingWork()
      state.performPendingSearch()
    }
    // What all lanes have come to.
    if compare != nil { state.apply(.view(.fit)) }
    state.apply(.tick(state.now + 10))
    let painter = FramePainter(font: lab.textSource())
    let picture = plotOnly ? painter.drawPlot(state) : painter.draw(state)
    try PNGFile.write(picture, to: output.path)
    // The picture shows where EM stands; that it came no further is a failure all the same.
    if let reason = state.blockedReason, iterations > 0 { throw Failure(Words.english.text(reason)) }
  }

  private var output: String { paths[paths.count - 1] }
}

extension Comparison: ExpressibleByArgument {}

extension Guess.Question: ExpressibleByArgument {}
