import LabCore
import LabWords
import Rasterizer

/// The screen in sentences as a page.
extension Painter {
  mutating func drawTranscript(_ part: TranscriptLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .transcript
    canvas.fill(layout.window, theme.chrome)
    drawPageHead(words(.transcript), part.header, close: part.close, .closeTranscript, state)
    for line in part.lines where !line.text.isEmpty {
      let isTitle = line.isTitle
      if words.language.isRightToLeft {
        text(
          line.text, x: layout.window.width - part.left, centerY: line.y, size: part.size,
          weight: isTitle ? .bold : .book, theme.ink, align: .right)
      } else {
        text(line.text, x: part.left, centerY: line.y, size: part.size, weight: isTitle ? .bold : .book, theme.ink)
      }
    }
    if let bar = part.bar { draw(bar) }
    drawPageStrip(layout.strip, Control.transcript.icon, words(.transcript), ToolHint.transcript, sentence: nil)
  }
}

extension ToolHint {
  static let transcript: [ToolHint] = [
    .keys([.scrollTranscript(.lineUp), .scrollTranscript(.lineDown)], .doesScroll),
    .keys([.dismiss], .doesDismiss),
  ]
}
