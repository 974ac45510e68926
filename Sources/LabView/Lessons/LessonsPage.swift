import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The page that lists the lessons.
extension Painter {
  mutating func drawLessons(_ part: LessonsLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .lessons
    canvas.fill(layout.window, theme.chrome)
    let (titleEnd, keyX) = drawPageHead(words(.lessons), part.header, close: part.close, .lesson(.closeHome), state)
    let left = titleEnd + 1.5 * metrics.padding
    let room = keyX - left - metrics.padding
    let size = font.size(part.caption, fitting: room, upTo: metrics.caption, least: 3 * metrics.caption / 4, .book)
    if font.pixels(part.caption, size) <= room {
      text(part.caption, x: left, centerY: (part.header.height / 2).rounded(), size: size, theme.ink2)
    }
    for card in part.cards {
      if let index = card.lesson {
        drawLesson(index, card, part, state)
      } else if card.control == .lesson(.openFile) {
        drawOpenCard(card, part, state)
      } else {
        drawRecordCard(card, part, state)
      }
    }
    if let bar = part.bar { draw(bar) }
    drawPageStrip(layout.strip, .lesson, words(.lessons), ToolHint.lessons, sentence: nil)
  }

  private mutating func drawCardGround(_ card: LessonsLayout.Card, _ state: LabState) {
    raised(
      card.rect, corner: metrics.cardCorner, edge: look(of: card.control, state.interface) == .rest ? nil : theme.ink3)
    hairline(
      Rect(
        x: card.rect.x, y: card.picture.maxY - metrics.hairline, width: card.rect.width, height: metrics.hairline))
  }

  private mutating func drawLesson(
    _ index: Int, _ card: LessonsLayout.Card, _ part: LessonsLayout, _ state: LabState
  ) {
    guard state.lessons.library.indices.contains(index) else { return }
    let lesson = state.lessons.library[index]
    let language = state.interface.language
    drawCardGround(card, state)
    drawPicture(index, card, state)
    let rect = card.rect
    let left = rect.x + part.pad
    let right = rect.maxX - part.pad
    let y = (rect.y + part.titleY).rounded()
    let numberWidth = text(String(index + 1), x: left, centerY: y, size: metrics.body, theme.ink2) + metrics.gap
    fitted(
      lesson.title.text(in: language), x: left + numberWidth, to: right, centerY: y, size: metrics.body, weight: .bold,
      theme.ink)
    fitted(
      lesson.line.text(in: language), x: left, to: right, centerY: (rect.y + part.lineY).rounded(), size: part.textSize,
      theme.ink2)
    drawFoot(lesson, card, part, state)
    if state.interface.focused == card.control { focusRing(rect, corner: metrics.cardCorner) }
  }

  /// Minutes at the left, a dot for each page at the right, and before them a check or "go on".
  private mutating func drawFoot(
    _ lesson: Lesson, _ card: LessonsLayout.Card, _ part: LessonsLayout, _ state: LabState
  ) {
    let y = (card.rect.y + part.footY).rounded()
    let unit = metrics.unit * (metrics.isProjector ? 0.8 : 1)
    let radius = 3 * unit
    var right = card.rect.maxX - part.pad
    let left =
      card.rect.x + part.pad
      + text(
        words(.lessonMinutes(count: lesson.minutes)), x: card.rect.x + part.pad, centerY: y, size: part.textSize,
        theme.ink2)
    let progress = state.lessons.progress[lesson.name]
    let done = progress.map { $0.isDone ? lesson.pages.count : $0.page } ?? 0
    // Closer together where there are many.
    let step = min(9 * unit, (right - left - 6 * radius) / Double(lesson.pages.count))
    for page in lesson.pages.indices.reversed() {
      let center = Point(right - radius - Double(lesson.pages.count - 1 - page) * step, Double(y))
      drawDot(center, radius: min(radius, 0.4 * step), isDone: page < done)
    }
    right -= Double(lesson.pages.count) * step + metrics.gap
    guard let progress else { return }
    if progress.isDone {
      let size = Double(metrics.body)
      icon(.check, center: Point(right - size / 2, Double(y)), size: size, theme.ink)
    } else if progress.page > 0, font.pixels(words(.lessonGoOn), part.textSize, .bold) < right - left - metrics.gap {
      text(
        words(.lessonGoOn), x: right, centerY: y, size: part.textSize, weight: .bold, theme.softInk, align: .right)
    }
  }

  mutating func drawDot(_ center: Point, radius: Double, isDone: Bool) {
    if isDone {
      canvas.fill(discAt: center, radius: radius, theme.ink2)
    } else {
      canvas.fill(discAt: center, radius: radius, theme.track)
      canvas.stroke(ringAt: center, radius: radius, width: max(metrics.hairline, 0.3 * radius), theme.ink3)
    }
  }

  /// A line that is made smaller where it is too long, and ends in "…" where that is not enough.
  private mutating func fitted(
    _ line: String, x: Double, to right: Double, centerY: Double, size: Int, weight: FontWeight = .book, _ color: Color
  ) {
    let room = right - x
    let own = font.size(line, fitting: room, upTo: size, least: max(11, 2 * size / 3), weight)
    text(
      font.truncate(line, TextStyle(size: own, weight: weight), to: room), x: x, centerY: centerY, size: own,
      weight: weight, color)
  }

  /// A card that has a sign where others have a picture, down to its last line.
  private mutating func drawSignCard(
    _ card: LessonsLayout.Card, _ sign: Icon, _ ink: Color, on ground: Color, title: String, line: String,
    _ part: LessonsLayout, _ state: LabState
  ) {
    drawCardGround(card, state)
    canvas.fill(
      card.picture.inset(by: metrics.hairline), cornerRadius: metrics.cardCorner - metrics.hairline, ground)
    icon(sign, center: card.picture.center, size: 1.6 * metrics.buttonIcon, ink)
    let rect = card.rect
    let (left, right) = (rect.x + part.pad, rect.maxX - part.pad)
    fitted(
      title, x: left, to: right, centerY: (rect.y + part.titleY).rounded(), size: metrics.body, weight: .bold, theme.ink
    )
    fitted(
      line, x: left, to: right, centerY: (rect.y + part.lineY).rounded(), size: part.textSize, theme.ink2)
  }

  private mutating func drawRecordCard(_ card: LessonsLayout.Card, _ part: LessonsLayout, _ state: LabState) {
    drawSignCard(
      card, .record, theme.softInk, on: theme.soft.rest, title: words(.recordLesson), line: words(.forTeachers), part,
      state)
    let rect = card.rect
    let (left, right) = (rect.x + part.pad, rect.maxX - part.pad)
    let isBegun = state.draft != nil
    fitted(
      words(isBegun ? .lessonGoOn : .makesOneFile), x: left, to: right, centerY: (rect.y + part.footY).rounded(),
      size: part.textSize, weight: isBegun ? .bold : .book, isBegun ? theme.softInk : theme.ink2)
    if state.interface.focused == card.control { focusRing(rect, corner: metrics.cardCorner) }
  }

  private mutating func drawOpenCard(_ card: LessonsLayout.Card, _ part: LessonsLayout, _ state: LabState) {
    drawSignCard(
      card, .folder, theme.ink2, on: theme.chrome, title: words(.openLesson), line: words(.fromAColleague), part, state)
    let rect = card.rect
    let (left, right) = (rect.x + part.pad, rect.maxX - part.pad)
    let y = (rect.y + part.footY).rounded()
    let key = words.caps([.open]).first ?? ""
    let keyX = right - keyCapWidth(key, size: part.textSize)
    keyCap(key, x: keyX, centerY: y, size: part.textSize, ground: theme.raised, ink: theme.ink, border: theme.line)
    fitted(words(.orDropIt), x: left, to: keyX - metrics.gap, centerY: y, size: part.textSize, theme.ink2)
    if state.interface.focused == card.control { focusRing(rect, corner: metrics.cardCorner) }
  }

  /// The fit of the lesson's points, which runs while the card is pointed at; of a lesson about the chart the climb.
  private mutating func drawPicture(_ index: Int, _ card: LessonsLayout.Card, _ state: LabState) {
    let picture = state.lessons.picture(of: index)
    let rect = card.picture.inset(by: metrics.hairline)
    if let curve = picture?.curve, state.lessons.playing?.entry != index { return drawClimb(curve, in: rect) }
    drawFitPicture(
      picture?.points, state.lessons.picture(of: index, at: state.now), aspect: picture?.aspect ?? .equal, in: rect)
  }

  /// The log-likelihood after the first iteration, half-step by half-step.
  private mutating func drawClimb(_ values: [Double], in picture: Rect) {
    canvas.fill(picture, cornerRadius: metrics.cardCorner - metrics.hairline, theme.canvas)
    let shown = Array(values.dropFirst(2).prefix(13))
    guard shown.count > 1, let low = shown.min(), let high = shown.max(), high > low else { return }
    let plot = picture.inset(dx: 0.1 * picture.width, dy: 0.16 * picture.height)
    for line in 0...3 {
      let y = (plot.y + Double(line) / 3 * plot.height).rounded()
      canvas.fill(
        Rect(x: plot.x, y: y, width: plot.width, height: metrics.hairline), line == 3 ? theme.ink3 : theme.grid)
    }
    let points = shown.enumerated().map { index, value in
      Point(
        plot.x + (Double(index) + 0.5) / Double(shown.count) * plot.width,
        plot.maxY - (value - low) / (high - low) * plot.height)
    }
    canvas.stroke(polyline: points, style: StrokeStyle(width: metrics.curve), theme.ink)
    let radius = 1.5 * metrics.curve
    for (index, point) in points.enumerated() {
      canvas.fill(discAt: point, radius: radius, index % 2 == 0 ? theme.ink : theme.canvas)
      if index % 2 == 1 { canvas.stroke(ringAt: point, radius: radius, width: 0.6 * metrics.curve, theme.ink) }
    }
  }
}
