import LabCore
import Rasterizer

/// What pages over the whole window are divided into: a head with the way out, what they show, and a foot with buttons.
struct PageFrame: Sendable {
  let header, close, body, footer: Rect

  init(window: Rect, strip: Rect, metrics m: Metrics) {
    header = Rect(x: 0, y: 0, width: window.width, height: m.topBar)
    close = PageFrame.close(in: header, window: window, metrics: m)
    let footerHeight = (m.button + 2 * m.gap + (m.isProjector ? 0 : 8 * m.scale)).rounded()
    footer = Rect(x: 0, y: strip.y - footerHeight, width: window.width, height: footerHeight)
    body = Rect(x: 0, y: header.maxY, width: window.width, height: max(footer.y - header.maxY, 1))
  }

  /// The button that closes the page, in its head.
  static func close(in header: Rect, window: Rect, metrics m: Metrics) -> Rect {
    Rect(
      x: window.maxX - m.padding - m.button + ((m.button - m.buttonIcon) / 2).rounded(),
      y: ((header.height - m.button) / 2).rounded(), width: m.button, height: m.button)
  }
}
