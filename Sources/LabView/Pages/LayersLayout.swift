import LabCore
import LabWords
import Rasterizer

/// The list of what can be drawn, with a switch each, over the canvas's lower left corner. It stays while one works on
/// the canvas.
struct LayersLayout: Sendable {
  struct Row: Sendable {
    let layer: CanvasLayer
    let rect: Rect
    let label: String
    /// The cap of the key that does the same, and its left edge.
    let key: (text: String, x: Double)?
    let toggle: Rect
    var control: Control { .layer(layer) }
  }

  let frame: Rect
  let pad: Double
  let headY: Double
  let reset: Rect
  let rows: [Row]
  /// Where samples stand, and how large they are.
  let sampleX: Double
  let sample: Double
  let size: Int
  let headSize: Int

  init?(_ state: LabState, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    guard state.interface.showsLayers else { return nil }
    let words = state.words
    let layers = CanvasLayer.allCases
    func px(_ length: Double) -> Double { (length * m.unit).rounded() }
    // Lower rows where the canvas has no room for all.
    let margin = px(m.isProjector ? 4 : 8)
    let room = canvas.height - 2 * margin
    let wanted = px(50) + Double(layers.count) * px(28)
    let closeness = min(1, room / wanted)
    // As high as a fingertip, where that is enough for all.
    let touched = min(m.fingertip, ((room - px(8)) / Double(layers.count + 1)).rounded(.down))
    let row = max((px(28) * closeness).rounded(.down), touched)
    let head = min(max((px(42) * closeness).rounded(.down), touched), room - px(8) - Double(layers.count) * row)
    let letters = min(m.stripText, max(11, Int(0.8 * row)))
    size = letters
    headSize = min(m.body, letters + 2)
    pad = px(14)
    sample = px(20)
    let labelGap = px(10)
    let (toggleWidth, toggleHeight) = (px(30), min(px(16), row - 4))
    let keySize = max(letters - 1, 11)
    let entries = layers.map { layer -> (CanvasLayer, String, String?, Double) in
      let label = state.has(layer) ? words.name(layer) : words(.absentLayer(name: words.name(layer)))
      let key = words.keys(Control.layer(layer))
      let keyWidth = key.map { font.keyCapWidth($0, size: keySize) + labelGap } ?? 0
      return (layer, label, key, font.pixels(label, letters) + keyWidth)
    }
    let widest = entries.map(\.3).max() ?? 0
    let width = min(
      max(px(262), 2 * pad + sample + 2 * labelGap + widest + toggleWidth), canvas.width - 2 * margin)
    let height = head + Double(layers.count) * row + px(8)
    let frame = Rect(x: canvas.x + margin, y: canvas.maxY - margin - height, width: width, height: height)
    self.frame = frame
    headY = (frame.y + head / 2).rounded()
    let resetWidth = font.pixels(words(.resetLayers), m.caption, .bold) + px(12)
    let resetHeight = min(max((2 * Double(m.caption)).rounded(), m.fingertip), head)
    reset = Rect(
      x: frame.maxX - pad + px(6) - resetWidth, y: (headY - resetHeight / 2).rounded(), width: resetWidth,
      height: resetHeight)
    sampleX = frame.x + pad + sample / 2
    let left = frame.x + pad + sample + labelGap
    let (top, right, inset) = (frame.y + head, frame.maxX - pad, px(6))
    rows = entries.enumerated().map { index, entry in
      let rect = Rect(
        x: frame.x + inset, y: top + Double(index) * row, width: width - 2 * inset, height: row)
      let keyX = left + font.pixels(entry.1, letters) + labelGap
      return Row(
        layer: entry.0, rect: rect, label: entry.1, key: entry.2.map { ($0, keyX) },
        toggle: Rect(
          x: right - toggleWidth, y: (rect.midY - toggleHeight / 2).rounded(), width: toggleWidth,
          height: toggleHeight))
    }
  }

  /// Where labels begin.
  var labelX: Double { frame.x + pad + sample + (sample / 2).rounded() }

  var controls: [(control: Control, rect: Rect)] {
    [(.resetLayers, reset)] + rows.map { ($0.control, $0.rect) }
  }
}
