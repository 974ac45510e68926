import ArgumentParser
import GaussianMixtures
import LabCore
import LabFiles
import LabView
import Rasterizer

struct BenchFrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Time the drawing of a whole frame.",
    discussion: """
      The points are made up: a mixture on a grid, seeded. They are colored by responsibility, with ellipses after some \
      iterations. A frame is timed with every pixel drawn anew and the points' colors kept, which change with the \
      parameters only; then with the colors computed too; as the window draws it while only the mouse moves; while it \
      plays 60 half-steps a second, one for each frame; and in the midst of the passage from one half-step to the next. \
      Times are medians; those of playing and of passages are means over whole iterations, as one half-step changes the \
      colors and the other one the ellipses. Presenting the frame is not among them. The whole frame is drawn as the \
      window draws it, several parts at once where there are processors; the parts are timed in frames of their own, one \
      after the other.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of points to make up.", valueName: "N"))
  var points = 1_000_000

  @Option(
    name: [.customShort("k"), .customLong("components")], parsing: .unconditional,
    help: "The number of components, 1 to \(LabState.componentCounts.upperBound).")
  var components = 8

  @Option(
    help: ArgumentHelp(
      "The frame's size in pixels, \(PictureSize.bounds). (default: 1920x1080)", valueName: "WxH"),
    transform: { try PictureSize(argument: $0) })
  var size = PictureSize(width: 1920, height: 1080)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many iterations of EM are behind it, trails and curve.", valueName: "n"))
  var iterations = 1

  @Option(
    help: ArgumentHelp("What is drawn: \(LayerList.names).", valueName: "a,b"), transform: LayerList.init(argument:))
  var layers: LayerList?

  @Option(
    help: ArgumentHelp(
      "Several models side by side: \(Comparison.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "what")
  )
  var lanes: Comparison?

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of frames to time.", valueName: "n"))
  var frames = 21

  @Option(
    help: ArgumentHelp("Also write the frame as PNG; - prints it alone.", valueName: "OUT.png"), completion: .file())
  var picture: String?

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    guard (1...Limits.numbers / 2).contains(points), (1...Limits.repetitions).contains(frames) else {
      throw ValidationError(
        "--points takes 1 to \(Limits.numbers / 2) and --frames 1 to \(Limits.repetitions)")
    }
    guard (0...100_000).contains(iterations) else { throw ValidationError("--iterations takes 0 to 100000") }
    guard LabState.componentCounts.contains(components), components <= points else {
      throw ValidationError(
        "--components must be 1 to \(LabState.componentCounts.upperBound), and at most --points")
    }
  }

  func run() throws {
    let picture = try picture.map { try OutputFile($0, .picture, inputs: []) }
    let bench = try BenchFrame(
      points: points, components: components, size: size, iterations: iterations, layers: layers, lanes: lanes)
    let drawn = bench.measure(frames: frames) { $0.forget(colors: false) }
    let recolored = bench.measure(frames: frames) { $0.forget(colors: true) }
    let hover = bench.measure(frames: frames) { _ in }
    let playing = bench.play(frames: frames)
    let gliding = bench.glide(frames: frames)
    if let picture { try PNGFile.write(bench.painter.draw(bench.state), to: picture.path) }
    if picture?.isStandardOutput == true { return }
    if json {
      let parts = JSONValue.object(FramePart.allCases.map { .init($0.rawValue, .number(drawn.parts[$0] ?? 0)) })
      let members: [JSONValue.Member] = [
        .init("points", JSONValue(points)), .init("components", JSONValue(components)),
        .init("width", JSONValue(size.width)), .init("height", JSONValue(size.height)),
        .init("millisecondsPerFrame", .number(drawn.whole)), .init("millisecondsPerPart", parts),
        .init("millisecondsPerFrameWithColors", .number(recolored.whole)),
        .init("millisecondsOfColors", .number(recolored.parts[.colors] ?? 0)),
        .init("millisecondsPerFrameUnchanged", .number(hover.whole)),
        .init("millisecondsPerFramePlaying", .number(playing.whole)),
        .init("millisecondsPerFrameGliding", .number(gliding.whole)),
      ]
      return try Console.write(JSONValue.object(members).indentedText)
    }
    func text(_ milliseconds: Double) -> String { Format.fixed(milliseconds, 3) }
    let results = [drawn, recolored, hover, playing, gliding]
    var table = TextTable(
      header: ["ms", "drawn anew", "with colors", "unchanged", "playing", "gliding"])
    for part in FramePart.allCases { table.add([part.rawValue] + results.map { text($0.parts[part] ?? 0) }) }
    table.add(["whole frame"] + results.map { text($0.whole) })
    try Console.write(table.text)
  }
}

/// A lab with made-up points after some iterations of EM, and the painter that draws it.
final class BenchFrame {
  private(set) var state: LabState
  let painter: FramePainter
  private let engines = EngineMemory()

  /// Milliseconds.
  struct Result {
    let whole: Double
    let parts: [FramePart: Double]
  }

  init(
    points: Int, components: Int, size: PictureSize, iterations: Int = 1, layers: LayerList? = nil,
    lanes: Comparison? = nil
  ) throws {
    // A run that goes on however little is left to gain.
    var state = try BenchFrame.lab(
      points: points, components: components, size: size, options: EMOptions(tolerance: 0))
    if let layers { state.apply(.view(.setLayers(layers.layers))) }
    if let lanes { state.apply(.lanes(.compare(lanes))) }
    for _ in 0..<2 * iterations {
      state.performPendingWork(with: engines)
      state.apply(.run(.stepForward))
    }
    state.performPendingWork(with: engines)
    state.apply(.tick(state.now + 10))
    self.state = state
    painter = FramePainter(font: LabOptions.textSource(nil), engines: engines)
  }

  /// A lab opened on made-up points.
  static func lab(
    points: Int, components: Int, size: PictureSize, options: EMOptions = EMOptions()
  ) throws -> LabState {
    let problem = try BenchProblem(points: points, components: components, dimensions: 2)
    let source = DataSource(
      name: .file("Made up"), columnNames: ["x", "y"], x: problem.data.columns[0], y: problem.data.columns[1],
      aspect: .independent)
    var state = LabState(source: source, componentCount: components, seed: 1, options: options)
    state.apply(.shell(.resize(width: size.width, height: size.height, pixelRatio: 1)))
    return state
  }

  /// Draws a few frames, each after `prepare`, and times them.
  func measure(frames: Int, prepare: (FramePainter) -> Void) -> Result {
    time(frames) { frame in
      prepare(painter)
      state.apply(.interface(.pointer(Interface.Pointer(x: 400 + Double(frame % 100), y: 300), over: nil)))
    }
  }

  /// Times the frames of EM going on, a half-step each: whole iterations of it.
  func play(frames: Int) -> Result {
    state.apply(.run(.setSpeed(Speed(index: Speed.rates.count - 1))))
    state.apply(.run(.togglePlay))
    defer { state.apply(.run(.togglePlay)) }
    return time((frames + 1) / 2 * 2, as: Milliseconds.mean) { _ in
      state.apply(.tick(state.now + 1 / 60.0))
      state.performPendingWork(with: engines)
    }
  }

  /// Times the frames of passages, 60 a second: those of whole iterations.
  func glide(frames: Int) -> Result {
    state.apply(.run(.setSpeed(.normal)))
    let perIteration = 2 * Int((60 * Speed.normal.glideDuration).rounded())
    let iterations = max((frames + perIteration - 1) / perIteration, 1)
    return time(iterations * perIteration, as: Milliseconds.mean) { _ in
      state.apply(.tick(state.now + 1 / 60.0))
      guard state.glides.isEmpty else { return }
      state.apply(.run(.stepForward))
      state.performPendingWork(with: engines)
      state.apply(.tick(state.now + 1 / 60.0))
    }
  }

  private func time(
    _ frames: Int, as typical: ([Double]) -> Double = Milliseconds.median, before prepare: (_ frame: Int) -> Void
  ) -> Result {
    var parts: [FramePart: [Double]] = [:]
    var wholes: [Double] = []
    draw()
    for frame in 0..<frames {
      prepare(frame)
      let began = Milliseconds.now
      draw()
      wholes.append(Milliseconds.now - began)
    }
    for frame in 0..<frames {
      prepare(frame)
      // With several lanes a part comes several times.
      var own: [FramePart: Double] = [:]
      var last = Milliseconds.now
      painter.onPart = { part in
        let now = Milliseconds.now
        own[part, default: 0] += now - last
        last = now
      }
      draw()
      for (part, time) in own { parts[part, default: []].append(time) }
    }
    painter.onPart = nil
    return Result(whole: typical(wholes), parts: parts.mapValues(typical))
  }

  /// Applies a command and draws the frame after it. Returns how long both took, in milliseconds.
  @discardableResult
  func perform(_ command: Command) -> (command: Double, frame: Double) {
    let began = Milliseconds.now
    state.apply(command)
    let applied = Milliseconds.now
    draw()
    return (applied - began, Milliseconds.now - applied)
  }

  private func draw() { painter.update(state) }
}
