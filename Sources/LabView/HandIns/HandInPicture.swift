import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// What a class said, over the truth; and each hand-in as a small picture.
extension Painter {
  mutating func drawHandInStage(_ question: HandInQuestion, _ part: HandInsLayout, _ state: LabState) {
    let outer = canvas.narrowClip(to: part.stage)
    defer { canvas.restoreClip(outer) }
    if question.kind == .question { return drawChoices(question, part, state) }
    // One's own points where somebody went on to fresh ones are another picture: only those of the same points are here.
    let alike = question.drawn
    guard let first = alike.first else { return drawOnlyScores(question, part, state) }
    let view = state.handIns.view
    let legendHeight = (2.4 * Double(part.size)).rounded()
    let drawn = view == .truth ? nil : words.drawn(question)
    let noteHeight = drawn == nil ? 0 : legendHeight
    let room = Rect(
      x: part.stage.x, y: part.stage.y + noteHeight, width: part.stage.width,
      height: part.stage.height - legendHeight - noteHeight)
    let transform = CanvasTransform(
      Viewport(bounds: first.bounds), aspect: .equal, in: room.inset(by: 1.5 * metrics.padding))
    drawHandInGrid(transform, part.stage)
    let isOwners = first.said == nil
    drawPoints(
      of: first, transform, radius: 3.2 * metrics.pointFactor,
      by: isOwners && view != .truth ? { LessonSight.commonest(alike, at: $0) } : { _ in nil })
    if !isOwners, view != .truth {
      for sight in alike { drawMeans(sight, transform, radius: 13 * metrics.unit, isFilled: true) }
    }
    if view != .guesses { drawTruth(first, transform) }
    if let drawn {
      text(
        drawn, x: metrics.padding, centerY: (part.stage.y + legendHeight / 2).rounded(), size: part.size, theme.ink2,
        within: part.stage.width - 2 * metrics.padding)
    }
    drawHandInLegend(isOwners: isOwners, part, state)
  }

  private mutating func drawHandInGrid(_ transform: CanvasTransform, _ rect: Rect) {
    let shown = transform.dataRect(rect)
    let spacing = 100 * metrics.unit
    let across = AxisTicks(low: shown.minX, high: shown.maxX, pixels: rect.width, minimumSpacing: spacing)
    let up = AxisTicks(low: shown.minY, high: shown.maxY, pixels: rect.height, minimumSpacing: spacing)
    for value in across.values {
      let x = (value * transform.scaleX + transform.offsetX).rounded()
      canvas.fill(
        Rect(x: x, y: rect.y, width: metrics.hairline, height: rect.height), value == 0 ? theme.zero : theme.grid)
    }
    for value in up.values {
      let y = (value * transform.scaleY + transform.offsetY).rounded()
      canvas.fill(
        Rect(x: rect.x, y: y, width: rect.width, height: metrics.hairline), value == 0 ? theme.zero : theme.grid)
    }
  }

  /// - Parameter by: the letter whose color a point has; nil for none.
  private mutating func drawPoints(
    of sight: LessonSight, _ transform: CanvasTransform, radius: Double, by owner: (Int) -> Int?
  ) {
    for point in sight.points.indices {
      let center = transform.pixel(DataPoint(sight.points.x[point], sight.points.y[point]))
      let color = owner(point).map(theme.component)
      canvas.fill(discAt: center, radius: radius, color ?? theme.faded)
    }
  }

  private mutating func drawMeans(
    _ sight: LessonSight, _ transform: CanvasTransform, radius: Double, isFilled: Bool
  ) {
    guard let said = sight.said else { return }
    for (index, letter) in sight.letters.enumerated() where said.means.indices.contains(index) {
      let center = transform.pixel(DataPoint(said.means[index][0], said.means[index][1]))
      let color = theme.component(letter)
      if isFilled { canvas.fill(discAt: center, radius: radius, color.opacity(0.16)) }
      canvas.stroke(
        ringAt: center, radius: radius, width: (isFilled ? 1.5 : 2) * metrics.unit, color.opacity(isFilled ? 0.8 : 1))
    }
  }

  private mutating func drawTruth(_ sight: LessonSight, _ transform: CanvasTransform) {
    for (index, letter) in sight.letters.enumerated() where sight.truth.means.indices.contains(index) {
      let ellipse = EllipseGeometry.ellipse(sight.truth, component: index, sigmas: 1, transform)
      canvas.stroke(
        ellipse, style: StrokeStyle(width: metrics.ellipse1 + 3 * metrics.unit), theme.canvas.opacity(0.75))
      canvas.stroke(ellipse, style: StrokeStyle(width: metrics.ellipse1), theme.component(letter))
    }
    for (index, letter) in sight.letters.enumerated() where sight.truth.means.indices.contains(index) {
      let mean = sight.truth.means[index]
      marker(
        letter, center: transform.pixel(DataPoint(mean[0], mean[1])), radius: metrics.meanRadius, theme: theme,
        ground: theme.canvas, ink: theme.ink, halo: theme.canvas)
    }
  }

  private mutating func drawHandInLegend(isOwners: Bool, _ part: HandInsLayout, _ state: LabState) {
    let size = part.size
    let em = Double(size)
    let y = (part.stage.maxY - 1.2 * em).rounded()
    let view = state.handIns.view
    var x = metrics.padding
    let right = part.stage.maxX - metrics.padding
    if view != .truth {
      let said = words(isOwners ? .mostSaidOwner : .oneStudentsGuess)
      guard x + 1.8 * em + font.pixels(said, size) <= right else { return }
      let center = Point(x + 0.6 * em, Double(y))
      if isOwners {
        canvas.fill(discAt: center, radius: 0.45 * em, theme.component(0))
      } else {
        canvas.stroke(ringAt: center, radius: 0.6 * em, width: 1.5 * metrics.unit, theme.ink)
      }
      x += 1.8 * em
      x += text(said, x: x, centerY: y, size: size, theme.ink) + 2 * em
    }
    guard view != .guesses else { return }
    let said = words(isOwners ? .theEStep : .theMStep)
    guard x + 2.6 * em + font.pixels(said, size) <= right else { return }
    canvas.fill(
      Rect(x: x, y: y - metrics.ellipse1 / 2, width: 2 * em, height: metrics.ellipse1), cornerRadius: 1, theme.ink)
    text(said, x: x + 2.6 * em, centerY: y, size: size, theme.ink)
  }

  // MARK: - Without a picture

  /// A bar for each answer, as long as it was often given.
  private mutating func drawChoices(_ question: HandInQuestion, _ part: HandInsLayout, _ state: LabState) {
    guard let asked = state.handIns.lessonQuestion(on: question.page) else { return }
    let em = Double(part.size) * 1.25
    let size = Int(em.rounded())
    let counts = asked.choices.indices.map { choice in question.answers.count { $0.result.answer == choice } }
    let most = max(counts.max() ?? 1, 1)
    let rowHeight = min(5.2 * em, (part.stage.height - 2 * em) / Double(counts.count))
    let top = part.stage.midY - rowHeight * Double(counts.count) / 2
    let left = part.stage.x + 2 * metrics.padding
    let width = part.stage.width - 4 * metrics.padding
    for (index, choice) in asked.choices.enumerated() {
      let y = top + rowHeight * Double(index)
      let isShown = state.handIns.view != .guesses && choice.isRight
      let label = choice.label.text(in: state.interface.language)
      let labelY = (y + 0.28 * rowHeight).rounded()
      let cap = keyCap(
        String(index + 1), x: left, centerY: labelY, size: max(size - 2, 11), ground: theme.raised, ink: theme.ink,
        border: theme.line)
      let labelWidth = text(
        label, x: left + cap + metrics.gap, centerY: labelY, size: size, weight: isShown ? .bold : .book, theme.ink,
        within: width - cap - 5 * em)
      if isShown {
        icon(
          .check, center: Point(left + cap + 2 * metrics.gap + labelWidth + 0.6 * em, Double(labelY)), size: 1.2 * em,
          theme.ink)
      }
      let bar = Rect(x: left, y: (y + 0.52 * rowHeight).rounded(), width: width, height: (0.22 * rowHeight).rounded())
      canvas.fill(bar, cornerRadius: bar.height / 2, theme.track)
      if counts[index] > 0, state.handIns.view != .truth {
        var filled = bar
        filled.width = max(bar.width * Double(counts[index]) / Double(most), bar.height)
        canvas.fill(filled, cornerRadius: bar.height / 2, isShown ? theme.ink : theme.ink3)
      }
      if state.handIns.view != .truth {
        text(
          String(counts[index]), x: bar.maxX, centerY: labelY, size: size, weight: .bold, theme.ink, align: .right)
      }
    }
  }

  /// Where there is nothing to see but how right it was.
  private mutating func drawOnlyScores(_ question: HandInQuestion, _ part: HandInsLayout, _ state: LabState) {
    let size = Int((2.2 * Double(part.size)).rounded())
    let share = words.share(question.share ?? 0)
    text(
      share, x: part.stage.midX, centerY: (part.stage.midY - Double(size) / 2).rounded(), size: size, weight: .bold,
      theme.ink, align: .center)
    text(
      words(.triedBy(count: question.answers.count, all: question.all)), x: part.stage.midX,
      centerY: (part.stage.midY + 0.8 * Double(size)).rounded(), size: part.size, theme.ink2, align: .center,
      within: part.stage.width - 2 * metrics.padding)
  }

  // MARK: - Small pictures

  mutating func drawHandInCard(
    _ card: HandInsLayout.Card, _ question: HandInQuestion, _ part: HandInsLayout, _ state: LabState
  ) {
    guard part.answers.indices.contains(card.place) else { return }
    let answer = part.answers[card.place]
    let rect = card.rect
    let isMarked = part.marked.contains(card.place)
    canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.canvas)
    let outer = canvas.narrowClip(to: rect.inset(by: metrics.hairline))
    if let sight = answer.result.sight {
      let transform = CanvasTransform(
        Viewport(bounds: sight.bounds), aspect: .equal, in: rect.inset(by: 0.08 * rect.width))
      drawPoints(of: sight, transform, radius: max(rect.width / 110, 0.8), by: { sight.owners[$0] })
      drawMeans(sight, transform, radius: rect.width / 18, isFilled: false)
    }
    canvas.restoreClip(outer)
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner,
      width: isMarked ? 2 * metrics.hairline : metrics.hairline, isMarked ? theme.softLine : theme.line)
    let size = min(max(Int(0.2 * rect.width), 11), part.size)
    let style = TextStyle(size: size, weight: .bold)
    let score = words.score(answer, of: question)
    let pad = (0.4 * Double(size)).rounded()
    let isBare = answer.result.sight == nil
    if state.handIns.showsNames, !metrics.isProjector, !answer.name.isEmpty {
      let name = font.truncate(answer.name, TextStyle(size: 11, weight: .book), to: rect.width - 2 * pad)
      text(name, x: rect.x + pad, centerY: (rect.y + pad + 6 * metrics.unit).rounded(), size: 11, theme.ink)
    }
    let shown = font.truncate(score, style, to: rect.width - 2 * pad)
    text(
      shown, x: isBare ? rect.midX : rect.maxX - pad,
      centerY: isBare ? (rect.midY + 0.3 * Double(size)).rounded() : (rect.maxY - pad - 0.4 * Double(size)).rounded(),
      size: size, weight: .bold, theme.ink, align: isBare ? .center : .right)
  }
}

extension LessonSight {
  /// All that is drawn: the points, and means far from them.
  fileprivate var bounds: DataRect {
    (points.bounds ?? DataRect(minX: -1, minY: -1, maxX: 1, maxY: 1)).padded(by: 0)
  }

  /// The letter that most gave a point to.
  fileprivate static func commonest(_ sights: [LessonSight], at point: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for sight in sights { if let letter = sight.owners[point] { counts[letter, default: 0] += 1 } }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
