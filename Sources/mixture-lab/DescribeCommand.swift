import ArgumentParser
import LabCore
import LabView

/// Writes what the window would show in sentences.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Write what the window would show in sentences: data, model, what happened, what can be done.",
    discussion: "In the window F4 shows the same, and --speak has what is new spoken.")

  @Argument(
    help: ArgumentHelp("A table, a scene or a lesson, if not the example; - is standard input.", valueName: "FILE"),
    completion: .file())
  var file: String?

  @OptionGroup var lab: LabOptions

  @Option(
    parsing: .unconditional,
    help: "How many iterations of EM to run first, 0 if not given; a half ends with the E-step, as in 6.5.",
    transform: HalfSteps.parse)
  var iterations = HalfSteps(count: 0)

  @Option(help: "What stands side by side.")
  var compare: Comparison?

  mutating func validate() throws { try lab.check(file: file) }

  func run() throws {
    var state = try lab.state(file: file)
    if iterations.count > 0 || compare != nil { try state.refuseGuess(in: file) }
    state.performPendingWork()
    state.performPendingRace()
    state.performPendingSearch()
    state.run(compare, halfSteps: iterations.count)
    if compare != nil { state.apply(.view(.fit)) }
    state.apply(.tick(state.now + 10))
    let font = lab.textSource(for: &state)
    try Console.write(Transcript(state, font: font).text + "\n")
  }
}
