import LabCore
import Rasterizer

/// A lane's part of the canvas.
public struct Pane: Sendable, Equatable {
  /// An index into the document's lanes.
  public let lane: Int
  public let rect: Rect
  /// From the data to this part of the canvas. All panes have one scale.
  public let transform: CanvasTransform

  /// The lanes on the canvas, divided so that a unit of the data is as long as it can be. A projector shows two at most:
  /// the active one, and the one before or after it.
  static func panes(_ state: LabState, canvas: Rect, metrics m: Metrics) -> [Pane] {
    let document = state.document
    let lanes = Array(shown(document, m))
    guard lanes.count > 1 else {
      return [
        Pane(
          lane: lanes.first ?? 0, rect: canvas,
          transform: CanvasTransform(state.viewport, aspect: document.aspect, in: canvas))
      ]
    }
    let columns = lanes.count == 4 ? [2] : [lanes.count, 1]
    let candidates = columns.map { columns in
      let rects = grid(canvas, columns: columns, rows: (lanes.count + columns - 1) / columns)
      return zip(lanes, rects).map { lane, rect in
        Pane(
          lane: lane, rect: rect,
          transform: CanvasTransform(state.viewport, aspect: document.aspect, in: clear(rect, m)))
      }
    }
    func scale(_ panes: [Pane]) -> Double { panes[0].transform.scaleX * -panes[0].transform.scaleY }
    return candidates.max { scale($0) < scale($1) } ?? []
  }

  private static func shown(_ document: Document, _ m: Metrics) -> Range<Int> {
    guard m.isProjector else { return document.lanes.indices }
    let first = min(document.active, max(document.lanes.count - 2, 0))
    return first..<min(first + 2, document.lanes.count)
  }

  /// What the view is fitted into: clear of the head and of the tick labels.
  private static func clear(_ rect: Rect, _ m: Metrics) -> Rect {
    let top = LaneHead.height(m) + 2 * LaneHead.margin(m)
    let bottom = (2.2 * Double(m.caption)).rounded()
    return Rect(x: rect.x, y: rect.y + top, width: rect.width, height: max(rect.height - top - bottom, 1))
  }

  private static func grid(_ canvas: Rect, columns: Int, rows: Int) -> [Rect] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let x = (canvas.x + canvas.width * Double(column) / Double(columns)).rounded()
        let y = (canvas.y + canvas.height * Double(row) / Double(rows)).rounded()
        let right = (canvas.x + canvas.width * Double(column + 1) / Double(columns)).rounded()
        let bottom = (canvas.y + canvas.height * Double(row + 1) / Double(rows)).rounded()
        return Rect(x: x, y: y, width: right - x, height: bottom - y)
      }
    }
  }
}
