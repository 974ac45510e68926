/// What of the data is seen, and the tool in hand.
extension LabState {
  mutating func applyView(_ command: Command.View) {
    switch command {
    case .setViewport(let viewport): setViewport(viewport)
    case .fit: viewport = Viewport.fitting(document)
    case .toggleAspect:
      edit { $0.document.aspect = $0.document.aspect == .equal ? .independent : .equal }
      viewport = Viewport.fitting(document)
    case .beginPanning:
      endDrag()
      interface.drag = .pan
    case .endPanning: interface.drag = nil
    case .chooseTool(let tool):
      endDrag()
      self.tool = tool
    case .setBrushRadius(let radius):
      guard radius.isFinite else { return }
      brushRadius = min(max(radius, LabState.brushRadii.lowerBound), LabState.brushRadii.upperBound)
    }
  }

  private mutating func setViewport(_ viewport: Viewport) {
    let bounds = viewport.bounds
    guard bounds.width > 0, bounds.height > 0, bounds.width.isFinite, bounds.height.isFinite,
      bounds.center.x.isFinite, bounds.center.y.isFinite
    else { return }
    self.viewport = viewport
  }
}
