/// Stamping many points at once.
extension LabState {
  mutating func applyStamp(_ command: Command.Stamp) {
    switch command {
    case .begin(let point):
      let nothing = DataSize(0, 0)
      guard point.isFinite else { return }
      begin(.stamp(StampFrame(origin: point, along: nothing, across: nothing)), drag: .stamp)
    case .drag(let along, let across):
      guard case .stamp(var frame) = gesture else { return }
      frame.along = along
      frame.across = across
      if frame.isFinite { gesture = .stamp(frame) }
    case .end: endDrag()
    case .setShape(let shape): tools.shape = shape
    case .setCount(let count):
      tools.count = min(max(count, ToolSettings.counts.lowerBound), ToolSettings.counts.upperBound)
    case .setWidth(let width):
      guard width.isFinite else { return }
      tools.width = min(max(width, ToolSettings.widths.lowerBound), ToolSettings.widths.upperBound)
    }
  }

  mutating func stampPoints(_ frame: StampFrame) {
    guard frame.hasExtent, hasRoom(for: tools.count) else { return }
    let points = tools.points(frame, using: &spray).filter(\.isFinite)
    guard !points.isEmpty else { return }
    editPoints { $0.append(points, revision: $1) }
  }
}
