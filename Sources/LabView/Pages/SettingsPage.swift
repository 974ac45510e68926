import LabCore
import LabWords
import Rasterizer

/// The page of settings.
extension Painter {
  mutating func drawSettings(_ part: SettingsLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .settingsPage
    canvas.fill(layout.window, theme.chrome)
    drawPageHead(words(.settings), part.header, close: part.close, .closeSettings, state)
    for row in part.rows {
      text(row.label, x: row.labelX, centerY: row.labelY, size: part.size, theme.ink2)
      drawSegments(row.segments, size: part.size, state)
      for line in row.note {
        text(
          line.text, x: row.segments.first?.rect.x ?? row.labelX, centerY: line.y, size: part.noteSize, theme.ink2)
      }
    }
    for line in part.foot { text(line.text, x: part.left, centerY: line.y, size: part.noteSize, theme.ink2) }
    drawPageStrip(layout.strip, Control.settingsPage.icon, words(.settings), ToolHint.settings, sentence: nil)
  }
}

extension ToolHint {
  static let settings: [ToolHint] = [
    .keys([.nextControl], .doesNextField),
    .keys([.settingChange(forward: false), .settingChange(forward: true)], .doesChange),
    .keys([.dismiss], .doesDismiss),
  ]
}
