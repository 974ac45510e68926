import GaussianMixtures
import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// A lab with a window of its own, for tests: events go in as the shell sends them, and text has the built-in font.
struct Scene {
  var state: LabState
  let font: any TextSource

  init(
    _ state: LabState = LabState(menu: Scene.menu), width: Int = 1280, height: Int = 800, ratio: Double = 1,
    font: any TextSource = BuiltInFont()
  ) {
    self.state = state
    self.font = font
    perform(.shell(.resize(width: width, height: height, pixelRatio: ratio)))
  }

  static let menu = Example.allCases.map(MenuEntry.example)

  var layout: Layout { Layout(state, font: font) }
  var points: PointCloud { state.document.points }
  var model: GaussianMixture { state.document.runs.shown.model }

  mutating func perform(_ commands: Command...) { perform(commands) }
  mutating func perform(_ commands: [Command]) {
    for command in commands {
      state.apply(command)
      state.performPendingWork()
    }
  }

  /// Sends an event and returns the commands it meant.
  @discardableResult
  mutating func send(_ event: InputEvent) -> [Command] {
    let commands = InputTranslation.commands(event, state, font: font)
    perform(commands)
    return commands
  }

  mutating func wait(_ seconds: Double, frame: Double = 1.0 / 60) {
    let began = state.now
    for index in 0..<max(Int((seconds / frame).rounded()), 1) { perform(.tick(began + Double(index + 1) * frame)) }
  }

  mutating func move(to point: Point) { send(.pointerMoved(point, [])) }

  mutating func press(_ button: MouseButton = .left, at point: Point, clicks: Int = 1, _ modifiers: Modifiers = []) {
    send(.buttonDown(button, point, clicks: clicks, modifiers))
  }

  mutating func release(_ button: MouseButton = .left, at point: Point) { send(.buttonUp(button, point)) }

  mutating func click(_ button: MouseButton = .left, at point: Point, clicks: Int = 1) {
    move(to: point)
    press(button, at: point, clicks: clicks)
    release(button, at: point)
  }

  /// Presses at the first point, moves through the others and releases at the last.
  mutating func drag(_ points: Point..., button: MouseButton = .left, modifiers: Modifiers = []) {
    guard let first = points.first, let last = points.last else { return }
    move(to: first)
    press(button, at: first, modifiers)
    for point in points.dropFirst() { move(to: point) }
    release(button, at: last)
  }

  /// Clicks in the middle of a control.
  mutating func click(_ control: Control) {
    if let rect = layout.rect(of: control) { click(at: rect.center) }
  }

  mutating func key(_ key: Key, _ modifiers: Modifiers = [], isRepeat: Bool = false) {
    send(.key(key, modifiers, isRepeat: isRepeat))
  }

  mutating func type(_ character: Character, _ modifiers: Modifiers = []) { key(.character(character), modifiers) }

  /// Where data are on the screen.
  func pixel(_ x: Double, _ y: Double) -> Point { layout.transform.pixel(DataPoint(x, y)) }

  /// An empty place of the canvas, in its corner.
  var emptyPlace: Point { Point(layout.canvas.maxX - 60, layout.canvas.y + 60) }
}

/// Compares the whole window with the golden image of this name, beside the test that asks for it.
func expectFrame(
  _ scene: Scene, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(FramePainter(font: scene.font).draw(scene.state), name, file: file, sourceLocation: sourceLocation)
}
