import ArgumentParser
import GaussianMixtures
import LabCore
import LabFiles
import LabView
import SDLShell

struct BenchWindowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "window",
    abstract: "Time the window itself: frames, answers to the mouse, and rest.",
    discussion: """
      The window opens on made-up points, as for bench frame, plays 60 half-steps a second, is panned, is clicked and \
      then rests. The times between frames are those from the handing over of one to that of the next, presenting \
      included; from mouse to frame it is from the moment the input was queued. A display is needed; Xvfb will do.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of points to make up.", valueName: "N"))
  var points = 2000

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: "The number of components, 1 to \(LabState.componentCounts.upperBound).")
  var components = 8

  @Option(
    help: ArgumentHelp("The window's size in pixels, \(PictureSize.bounds). (default: 1280x800)", valueName: "WxH"),
    transform: { try PictureSize(argument: $0) })
  var size = PictureSize(width: 1280, height: 800)

  @Option(parsing: .unconditional, help: ArgumentHelp("How long each part is watched, in seconds.", valueName: "S"))
  var seconds = 3.0

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    guard (1...Limits.numbers / 4).contains(points), (0.1...600).contains(seconds) else {
      throw ValidationError("--points takes 1 to \(Limits.numbers / 4) and --seconds 0.1 to 600")
    }
    guard LabState.componentCounts.contains(components), components <= points else {
      throw ValidationError(
        "--components must be 1 to \(LabState.componentCounts.upperBound), and at most --points")
    }
  }

  func run() throws {
    // A run that goes on however little is left to gain, at the highest speed.
    var state = try BenchFrame.lab(
      points: points, components: components, size: size, options: EMOptions(tolerance: 0))
    state.apply(.run(.setSpeed(Speed(index: Speed.rates.count - 1))))
    let visitor = WindowVisitor(seconds: seconds, size: size)
    do {
      let window = try LabWindow(
        state: state, font: LabOptions.textSource(nil), width: size.width, height: size.height,
        files: WindowFiles(read: LabData.open(_:progress:)))
      window.isPretending = true
      window.onPresent = visitor.note
      visitor.begin()
      window.run()
    } catch {
      throw Failure(error.description, status: 2)
    }
    try Console.write(json ? visitor.report(members).indentedText : visitor.table.text)
  }

  private var members: [JSONValue.Member] {
    [
      .init("points", JSONValue(points)), .init("components", JSONValue(components)),
      .init("width", JSONValue(size.width)), .init("height", JSONValue(size.height)),
    ]
  }
}
