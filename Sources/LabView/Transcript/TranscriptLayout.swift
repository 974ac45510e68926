import LabCore
import LabWords
import Rasterizer

/// The page that has the screen in sentences, in lines that scroll.
struct TranscriptLayout: Sendable {
  struct Line: Sendable {
    let text: String
    let isTitle: Bool
    let y: Double
  }

  let header, close: Rect
  /// Those in sight.
  let lines: [Line]
  let firstLine: Int
  let left: Double
  let size: Int
  /// Where not all lines have room.
  let bar: RowBar?
  private let lineCount, shown: Int

  /// - Parameter layout: what is told of, without the page itself.
  init(_ state: LabState, _ layout: Layout, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    let frame = PageFrame(window: window, strip: strip, metrics: m)
    (header, close) = (frame.header, frame.close)
    size = m.isProjector ? m.fine : m.value
    let em = Double(size)
    let margin = 1.5 * m.padding
    let page = Rect(x: 0, y: header.maxY, width: window.width, height: max(strip.y - header.maxY, 1))
    // As wide as is well read, in the middle of a wide window.
    let width = min(page.width - 2 * margin - m.padding, 46 * em)
    left = ((page.width - width) / 2).rounded()
    let style = TextStyle(size: size, weight: .book)
    var all: [(text: String, isTitle: Bool)] = []
    for section in Transcript(state, layout).sections {
      if !all.isEmpty { all.append(("", false)) }
      all.append((section.title, true))
      for sentence in section.sentences {
        all += font.wrap(sentence, style, to: width, most: TranscriptLayout.mostLines).map { ($0, false) }
      }
    }
    let pitch = (1.55 * em).rounded()
    let top = page.y + m.padding
    lineCount = all.count
    shown = max(Int((page.maxY - 0.5 * m.padding - top) / pitch), 1)
    let last = max(all.count - shown, 0)
    let first = min(max(state.interface.transcriptLine ?? 0, 0), last)
    firstLine = first
    lines = all.enumerated().dropFirst(first).prefix(shown).map { index, line in
      Line(text: line.text, isTitle: line.isTitle, y: (top + (Double(index - first) + 0.5) * pitch).rounded())
    }
    bar = RowBar(page: page, margin: margin, rowCount: all.count, shown: shown, firstRow: first)
  }

  /// Of one sentence.
  private static let mostLines = 60

  var controls: [(control: Control, rect: Rect)] { [(.closeTranscript, close)] }

  /// The first line after scrolling.
  func line(_ scroll: TranscriptScroll) -> Int {
    let last = max(lineCount - shown, 0)
    let wanted =
      switch scroll {
      case .lineUp: firstLine - 1
      case .lineDown: firstLine + 1
      case .pageUp: firstLine - max(shown - 1, 1)
      case .pageDown: firstLine + max(shown - 1, 1)
      case .top: 0
      case .bottom: last
      }
    return min(max(wanted, 0), last)
  }
}

/// How far a key scrolls.
enum TranscriptScroll: Sendable, Hashable, CaseIterable {
  case lineUp, lineDown, pageUp, pageDown, top, bottom

  var key: Key {
    switch self {
    case .lineUp: .up
    case .lineDown: .down
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .top: .home
    case .bottom: .end
    }
  }
}
