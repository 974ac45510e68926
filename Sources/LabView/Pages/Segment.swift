import LabCore
import Rasterizer

/// One of several choices side by side.
struct Segment: Sendable {
  let control: Control
  let rect: Rect
  let text: String
  let isChosen: Bool
  /// Room before the text for a mark.
  var leading = 0.0

  struct Item {
    let control: Control
    let text: String
    let isChosen: Bool
  }

  /// Segments that fill lines of `height` from (`x`, `y`) on, each as wide as its text asks for; as many lines as they
  /// need to stay apart.
  ///
  /// - Parameter least: how wide a segment is at least.
  static func lines(
    _ items: [Item], x: Double, y: Double, width: Double, height: Double, size: Int, font: any TextSource,
    leading: Double = 0, least: Double = 0
  ) -> [Segment] {
    let room = (0.55 * Double(size)).rounded()
    let widths = items.map { max(font.pixels($0.text, size, .bold) + leading, least - 2 * room) }
    var lineCount = 1
    while lineCount < items.count, !fits(widths, in: width, lines: lineCount, room: room) { lineCount += 1 }
    let perLine = (items.count + lineCount - 1) / max(lineCount, 1)
    var segments: [Segment] = []
    for line in 0..<lineCount {
      let own = items.indices.dropFirst(line * perLine).prefix(perLine)
      let spare = (width - own.reduce(0) { $0 + widths[$1] }) / Double(max(own.count, 1))
      var left = x
      for index in own {
        let right = left + widths[index] + spare
        segments.append(
          Segment(
            control: items[index].control,
            rect: Rect(
              x: left.rounded(), y: y + Double(line) * height, width: right.rounded() - left.rounded(), height: height),
            text: items[index].text, isChosen: items[index].isChosen, leading: leading))
        left = right
      }
    }
    return segments
  }

  private static func fits(_ widths: [Double], in width: Double, lines: Int, room: Double) -> Bool {
    let perLine = (widths.count + lines - 1) / lines
    return stride(from: 0, to: widths.count, by: perLine).allSatisfy { first in
      let own = widths[first..<min(first + perLine, widths.count)]
      return own.reduce(0, +) + 2 * room * Double(own.count) <= width
    }
  }
}

extension Painter {
  /// Choices side by side on a track; chosen ones are raised in the color of what is switched on.
  mutating func drawSegments(_ segments: [Segment], size: Int, _ state: LabState) {
    guard let first = segments.first, let last = segments.last else { return }
    canvas.fill(
      segments.reduce(first.rect.union(last.rect)) { $0.union($1.rect) }, cornerRadius: metrics.buttonCorner,
      theme.track)
    for segment in segments {
      let look = look(of: segment.control, state.interface)
      if segment.isChosen || look != .rest {
        plainGround(segment.rect, look, enabled: true, toggled: segment.isChosen)
      }
      if segment.isChosen {
        canvas.stroke(
          segment.rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
          theme.softLine)
      }
      text(
        segment.text, x: segment.rect.midX + segment.leading / 2, centerY: segment.rect.midY.rounded(), size: size,
        weight: segment.isChosen ? .bold : .book, segment.isChosen ? theme.softInk : theme.ink2, align: .center)
      if state.interface.focused == segment.control { focusRing(segment.rect, corner: metrics.buttonCorner) }
    }
  }
}
