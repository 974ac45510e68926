import GaussianMixtures
import LabCore
import Rasterizer

/// Where the parts of a plate are: a title above, numbers below, the fit at the left and the likelihood at its right.
struct PlateLayout {
  let metrics: Metrics
  let title: Rect?
  /// Where the canvas goes, and what stands beside it or in its place.
  let fit, side: Rect?
  let numbers: Rect?
  /// The height of a row of numbers.
  let row: Double
  /// How many components stand side by side there.
  let columns: Int

  /// - Parameter state: as large as the plate, in `interface`.
  init(_ plate: Plate, _ state: LabState, font: any TextSource) {
    let m = Metrics(state.interface)
    metrics = m
    let (width, height) = (Double(state.interface.width), Double(state.interface.height))
    let em = Double(m.caption)
    let titleHeight = plate.title == nil ? 0 : PlateLayout.titleHeight(m)
    row = (1.9 * em).rounded()
    let count = state.document.runs.shown.model.componentCount
    columns = max(1, Int((width - 2 * m.padding) / (32 * em)))
    let rows = (count + columns - 1) / columns
    // Numbers never take more than half of the picture, and those of a model that is hidden are not told.
    let numbersHeight =
      plate.hasNumbers && state.document.lanes.count == 1 && state.layers.shows(.model)
      ? min(Double(rows) * row + 2 * m.padding, (height - titleHeight) / 2).rounded() : 0
    title = titleHeight > 0 ? Rect(x: 0, y: 0, width: width, height: titleHeight) : nil
    numbers =
      numbersHeight > 0 ? Rect(x: 0, y: height - numbersHeight, width: width, height: numbersHeight) : nil
    let body = Rect(x: 0, y: titleHeight, width: width, height: max(height - titleHeight - numbersHeight, 1))
    // Several lanes have their numbers on their heads, and the room.
    switch state.document.lanes.count > 1 ? .fit : plate.content {
    case .fit: (fit, side) = (body, nil)
    case .likelihood: (fit, side) = (nil, body)
    case .both:
      let split = (0.64 * body.width).rounded()
      fit = Rect(x: body.x, y: body.y, width: split, height: body.height)
      side = Rect(x: body.x + split, y: body.y, width: body.width - split, height: body.height)
    }
  }

  /// That of a title and its caption.
  static func titleHeight(_ m: Metrics) -> Double {
    (2 * m.padding + 1.1 * Double(m.big) + 1.8 * Double(m.caption)).rounded()
  }
}
