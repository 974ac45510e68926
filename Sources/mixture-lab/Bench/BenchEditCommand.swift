import ArgumentParser
import LabCore
import LabFiles

struct BenchEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Time what a user waits for while many points are selected, moved and erased.",
    discussion: """
      The points are made up, as for bench frame. A step is the command and the frame after it; what the command asks \
      to be computed is done in the background, and is not among it. Times are medians.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of points to make up.", valueName: "N"))
  var points = 1_000_000

  @Option(
    help: ArgumentHelp(
      "The frame's size in pixels, \(PictureSize.bounds). (default: 1920x1080)", valueName: "WxH"),
    transform: { try PictureSize(argument: $0) })
  var size = PictureSize(width: 1920, height: 1080)

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of steps to time.", valueName: "n"))
  var steps = 21

  func validate() throws {
    guard (1...Limits.numbers / 4).contains(points), (1...Limits.repetitions).contains(steps) else {
      throw ValidationError("--points takes 1 to \(Limits.numbers / 4) and --steps 1 to \(Limits.repetitions)")
    }
  }

  func run() throws {
    let bench = try BenchFrame(points: points, components: 8, size: size)
    let view = bench.state.viewport.bounds
    /// A place in the view: 0 is its lower left corner, 1 its upper right one.
    func place(_ share: Double) -> DataPoint {
      DataPoint(view.minX + share * view.width, view.minY + share * view.height)
    }
    func share(_ step: Int) -> Double { 0.5 + 0.4 * Double(step) / Double(steps) }
    bench.perform(.view(.chooseTool(.select)))
    var table = TextTable(header: ["ms, median of \(steps)", "command", "frame"])
    func time(_ what: String, _ command: (Int) -> Command) {
      let times = (0..<steps).map { bench.perform(command($0)) }
      table.add(
        [what, Format.fixed(Milliseconds.median(times.map(\.command)), 3)]
          + [Format.fixed(Milliseconds.median(times.map(\.frame)), 3)])
    }
    bench.perform(.select(.beginMarquee(place(0.2), .replace)))
    time("a marquee is dragged") { .select(.drag(to: place(share($0)))) }
    bench.perform(.select(.end))
    bench.perform(.select(.beginCarrying(place(0.5), copies: false)))
    time("what it selects is dragged") { .select(.drag(to: place(share($0)))) }
    let (command, frame) = bench.perform(.select(.end))
    table.add(["and released, once", Format.fixed(command, 3), Format.fixed(frame, 3)])
    bench.perform(.view(.chooseTool(.brush)))
    time("the brush is pressed") { .edit(.beginPainting(place(share($0)), radius: DataSize(0, 0))) }
    bench.perform(.edit(.endStroke))
    bench.perform(.view(.chooseTool(.eraser)))
    let radius = DataSize(view.width / 50, view.height / 50)
    time("the eraser is pressed") { .edit(.beginErasing(place(share($0)), radius: radius)) }
    bench.perform(.edit(.endStroke))
    bench.perform(.edit(.beginErasing(place(0.1), radius: radius)))
    time("the eraser is dragged") { .edit(.moveStroke(place(share($0)))) }
    bench.perform(.edit(.endStroke))
    time("undone and done again") { $0 % 2 == 0 ? .edit(.undo) : .edit(.redo) }
    try Console.write(table.text)
  }
}
