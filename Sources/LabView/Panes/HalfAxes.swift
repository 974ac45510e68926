import GaussianMixtures
import Glibc
import LabCore
import Rasterizer

/// The half axes of the component that is pointed at, with their lengths in data units.
extension Painter {
  mutating func drawHalfAxes(_ component: CanvasScene.Component, _ scene: CanvasScene, _ layout: Layout) {
    guard component.emphasis > 0, let shape = ComponentShape(scene.model, component.index) else { return }
    let color = component.color(theme).opacity(component.emphasis)
    let size = metrics.caption
    for (length, angle) in [(shape.along, shape.angle), (shape.across, shape.angle - .pi / 2)] {
      let end = layout.transform.pixel(
        DataPoint(shape.center.x + length * cos(angle), shape.center.y + length * sin(angle)))
      let distance = component.mean.distance(to: end)
      guard distance.isFinite, distance > 1.5 * metrics.meanRadius else { continue }
      canvas.stroke(from: component.mean, to: end, width: 1.2 * metrics.ellipse2, color)
      let said = shape.text(length)
      let width = font.pixels(said, size, .bold) + (0.8 * Double(size)).rounded()
      let height = (1.6 * Double(size)).rounded()
      guard distance > metrics.meanRadius + width, component.emphasis > 0.5 else { continue }
      let share = max(0.62, (1.2 * metrics.meanRadius + width / 2) / distance)
      let x = component.mean.x + (end.x - component.mean.x) * share
      let y = component.mean.y + (end.y - component.mean.y) * share
      let chip = Rect(x: (x - width / 2).rounded(), y: (y - height / 2).rounded(), width: width, height: height)
      canvas.fill(chip, cornerRadius: metrics.keyCorner, theme.canvas.opacity(0.9))
      log?.layer = .letters
      text(
        said, x: chip.midX, centerY: chip.midY.rounded(), size: size, weight: .bold, theme.ink, align: .center)
    }
  }
}

/// A component in data units, as its card tells of it.
struct ComponentShape {
  let center: DataPoint
  /// One standard deviation along its long axis and across it.
  let along, across: Double
  /// Where the long axis points, −π/2 … π/2.
  let angle: Double

  init?(_ model: GaussianMixture, _ index: Int) {
    guard model.covariances.indices.contains(index), let axes = model.covariances[index].principalAxes() else {
      return nil
    }
    center = DataPoint(model.means[index][0], model.means[index][1])
    along = axes.long
    across = axes.short
    angle = axes.angle
  }

  /// As fine as tells it from places a hundredth of a standard deviation away.
  var centerText: String {
    "(" + NumberText.coordinate(center.x, step: across / 60) + ", "
      + NumberText.coordinate(center.y, step: across / 60) + ")"
  }
  var axesText: String { text(along) + " × " + text(across) }

  func text(_ length: Double) -> String { NumberText.coordinate(length, step: across / 60) }

  /// In whole degrees, −90 … 90.
  var degrees: String { NumberText.decimal(angle * 180 / .pi, digits: 0) + "°" }
}
