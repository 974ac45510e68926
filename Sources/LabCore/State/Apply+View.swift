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
    case .endPanning: endDrag()
    case .chooseTool(let tool):
      endDrag()
      // While somebody guesses, tools leave nothing.
      interface.showsToolSettings =
        document.guess == nil && tool.hasSettings && (tool != self.tool || !interface.showsToolSettings)
      if interface.showsToolSettings { interface.showsLayers = false }
      self.tool = tool
      interface.pinned = nil
    case .pin(let index):
      interface.pinned = index.flatMap {
        document.points.indices.contains($0) ? PinnedPoint(index: $0, revision: document.points.revision) : nil
      }
    case .setBrushRadius(let radius):
      guard radius.isFinite else { return }
      brushRadius = min(max(radius, LabState.brushRadii.lowerBound), LabState.brushRadii.upperBound)
    case .setBrushRate(let rate):
      tools.rate = min(max(rate, ToolSettings.rates.lowerBound), ToolSettings.rates.upperBound)
    case .toggleLayer(let layer): layers.toggle(layer)
    case .setLayers(let layers): self.layers = layers
    }
  }

  private mutating func setViewport(_ wished: Viewport) {
    guard wished.isUsable else { return }
    let within = wished.within(reachOf: Viewport.fitting(document))
    // A shape so extreme that only rounding would be left of its narrow side is no view.
    if within.isUsable { viewport = within }
    if viewport != wished { announce(.viewIsAtItsEnd) }
  }
}
