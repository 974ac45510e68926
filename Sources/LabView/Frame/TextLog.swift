import Rasterizer

/// Notes every text drawn and where: how it is known that none is cut or lies over another.
final class TextLog {
  /// What is drawn together: within one layer no text may lie over another; a later layer covers earlier ones.
  enum Layer: String, CaseIterable {
    case canvas, chart, letters, heads, topBar, band, rail, panel, strip, inspector, wayBack, flyout, layers, settings,
      columns, chosen, hint, toast,
      loading,
      menu, gallery, lessons, handIns, files, export, settingsPage, recovery, help, transcript, tooltip
  }

  struct Entry {
    let text: String
    /// From the top of capitals to the baseline.
    let rect: Rect
    let layer: Layer
  }

  var layer = Layer.canvas
  private(set) var entries: [Entry] = []

  func note(_ text: String, left: Double, baseline: Double, width: Double, size: Int) {
    let height = 0.73 * Double(size)
    entries.append(
      Entry(text: text, rect: Rect(x: left, y: baseline - height, width: width, height: height), layer: layer))
  }
}
