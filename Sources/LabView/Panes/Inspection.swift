import GaussianMixtures
import Glibc
import LabCore
import Rasterizer

/// Bayes' arithmetic for a point: weight × density = product, and each product's share of their sum.
struct Inspection {
  struct Row {
    let letter: Int
    let weight: Double
    let density: Double
    let product: Double
    let responsibility: Double
  }

  let index: Int
  let position: DataPoint
  /// The position in figures, as fine as the pixels of the canvas.
  let positionText: String
  /// The point in each column of the model, where that has more than are shown: name and value.
  let values: [(name: String, value: String)]
  let rows: [Row]
  let sum: Double
  let isOwned: Bool

  /// The point under the pointer, or else the one that was pinned, under the mixture on show.
  init?(_ state: LabState, _ layout: Layout) {
    // Beside each other, lanes say whose a point is with tips.
    guard state.document.lanes.count == 1, state.document.algorithm == .em, state.tool == .inspect,
      state.interface.overlay == nil, state.document.guess?.hidesOwners != true, state.document.hasModel,
      state.layers.shows(.model),
      let index = Inspection.pointedAt(state, layout) ?? state.pinnedPoint
    else { return nil }
    let step = state.document.runs.shown
    let position = state.document.points[index]
    guard let posterior = try? step.model.posterior(at: state.document.points.row(index)) else { return nil }
    self.index = index
    self.position = position
    let x = NumberText.coordinate(position.x, step: abs(1 / layout.transform.scaleX))
    values = state.document.valueTexts(of: state.document.points.row(index))
    positionText =
      values.isEmpty
      ? "(" + x + ", " + NumberText.coordinate(position.y, step: abs(1 / layout.transform.scaleY)) + ")" : ""
    sum = exp(posterior.logDensity)
    isOwned = step.owners != nil
    rows = posterior.logDensities.indices.map { k in
      let density = exp(posterior.logDensities[k])
      let weight = step.model.weights[k]
      return Row(
        letter: step.identities[k], weight: weight, density: density, product: weight * density,
        responsibility: posterior.responsibilities[k])
    }
  }

  private static func pointedAt(_ state: LabState, _ layout: Layout) -> Int? {
    guard let pointer = state.interface.pointer, state.interface.hovered == nil else { return nil }
    return nearest(state, to: Point(pointer.x, pointer.y), layout)
  }

  /// The point of the canvas nearest to a position, if one lies within `reach` window units.
  static func nearest(_ state: LabState, to pixel: Point, _ layout: Layout, within reach: Double = 14) -> Int? {
    guard layout.canvas.contains(pixel) else { return nil }
    let points = state.document.points
    let transform = layout.transform
    let radius = reach * layout.metrics.unit
    var best: Int?
    var least = radius * radius
    for index in 0..<points.count {
      let dx = points.x[index] * transform.scaleX + transform.offsetX - pixel.x
      let dy = points.y[index] * transform.scaleY + transform.offsetY - pixel.y
      let distance = dx * dx + dy * dy
      if distance <= least {
        least = distance
        best = index
      }
    }
    return best
  }
}

extension Document {
  /// A place in every column of the model, as fine as a twentieth of the column's standard deviation; none where all of
  /// them are shown.
  func valueTexts(of row: [Double]) -> [(name: String, value: String)] {
    guard let fitted = points.choice?.fitted, fitted.count > 2 else { return [] }
    return zip(zip(fitted, row), points.scales).map { entry, scale in
      (columnName(entry.0), NumberText.coordinate(entry.1, step: scale.deviation / 20))
    }
  }
}

extension LabState {
  /// The point whose arithmetic stays on show, while there is the point it was.
  var pinnedPoint: Int? {
    guard let pinned = interface.pinned, pinned.revision == document.points.revision else { return nil }
    return pinned.index
  }
}
