import LabCore
import LabWords
import Rasterizer

/// The strip's buttons at the right: one draws a new start; the other says where the present one came from and opens the
/// race among many.
struct StripLayout: Sendable {
  let start: Rect?
  let newStart: Rect?
  let startText: String

  init(_ state: LabState, strip: Rect, metrics m: Metrics, font: any TextSource) {
    startText = StripLayout.startText(state)
    guard strip.height > 0 else {
      start = nil
      newStart = nil
      return
    }
    let size = m.stripText
    let width = StripLayout.iconSize(m) + font.pixels(startText, size) + 2.5 * m.gap
    let height = min((1.9 * Double(size)).rounded(), strip.height - 2 * m.hairline)
    let right = strip.maxX - m.padding + m.gap
    // Where both are gone, what stands there begins at the edge.
    guard state.isThere(.page(.race)), state.isThere(.newStart) else {
      start = nil
      newStart = nil
      return
    }
    let start = Rect(
      x: right - width, y: (strip.midY - height / 2 + m.hairline / 2).rounded(), width: width, height: height)
    self.start = start
    newStart = Rect(x: start.x - height - (m.gap / 2).rounded(), y: start.y, width: height, height: height)
  }

  /// Where the run on show came from: one that goes on on other points did not begin at the start that the strip names.
  static func originText(_ state: LabState) -> String {
    if case .continued = state.document.runs.current.origin { return state.words(.startContinued) }
    return startText(state)
  }

  /// Where the start came from.
  static func startText(_ state: LabState) -> String {
    let words = state.words
    return switch state.document.startOrigin {
    case .seeded: words(.startSeed(seed: String(state.document.startSeed)))
    case .supplied: words(.startSupplied)
    case .placed: words(.startEdited)
    case .adopted: words(.startAdopted)
    }
  }

  static func iconSize(_ m: Metrics) -> Double { (1.3 * Double(m.stripText)).rounded() }

  var controls: [(control: Control, rect: Rect)] {
    (newStart.map { [(.newStart, $0)] } ?? []) + (start.map { [(.page(.race), $0)] } ?? [])
  }
}
