import LabCore
import Rasterizer

/// What a projector shows may be touched: there a control smaller than a fingertip is also hit beside it, as far as makes it
/// large enough and no other one is nearer.
extension Layout {
  /// The control that a finger means at a place where there is none.
  ///
  /// - Parameter isReachable: whether a control lies open, asked for with its middle.
  func controlNear(_ point: Point, where isReachable: (Control, Point) -> Bool) -> Control? {
    guard metrics.isProjector else { return nil }
    let least = metrics.fingertip
    let controls = controls
    let card = cards.last { $0.contains(point) }
    var nearest: (control: Control, distance: Double)?
    for (control, rect) in controls where !rect.isEmpty {
      let grown = rect.inset(dx: min((rect.width - least) / 2, 0), dy: min((rect.height - least) / 2, 0))
      guard grown.contains(point), isReachable(control, rect.center) else { continue }
      let distance = rect.distance(to: point)
      guard nearest.map({ distance < $0.distance }) ?? true else { continue }
      // What lies under something else is not hit beside that.
      guard controls.last(where: { $0.rect.contains(rect.center) })?.control == control,
        card.map({ $0.contains(rect.center) }) ?? true
      else { continue }
      nearest = (control, distance)
    }
    return nearest?.control
  }

  /// What lies on the window without covering all of it.
  private var cards: [Rect] {
    [
      layers?.frame, columns?.frame, settings?.frame, chosen?.frame, flyout?.frame, recordList?.frame, toast?.frame,
      list?.frame, help?.frame, files?.frame, recovery?.frame,
    ].compactMap { $0 }
  }
}

extension Rect {
  fileprivate func distance(to point: Point) -> Double {
    Point(min(max(point.x, minX), maxX), min(max(point.y, minY), maxY)).distance(to: point)
  }
}
