import LabCore
import LabWords
import Rasterizer

/// The block of the guess in the panel.
extension Painter {
  mutating func drawGuess(_ part: GuessLayout, _ layout: Layout, _ state: LabState) {
    guard let guess = state.document.guess else { return }
    let left = layout.panel.x + metrics.padding
    let right = layout.panel.maxX - metrics.padding
    if let y = part.hairlineY {
      hairline(Rect(x: left, y: y.rounded(), width: right - left, height: metrics.hairline))
    }
    let badge = drawGuessBadge(guess, right: right, centerY: part.headingY)
    let size = font.size(
      part.title, fitting: right - left - badge - metrics.gap, upTo: metrics.body,
      least: 4 * metrics.fine / 5, .bold)
    text(part.title, x: left, centerY: part.headingY, size: size, weight: .bold, theme.ink)
    drawSegments(part.chooser, size: metrics.fine, state)
    for line in part.lines { text(line.text, x: left, centerY: line.y, size: part.textSize, theme.ink2) }
    // All as large as the one that has the least room.
    let label = part.numbers.map {
      font.size($0.label, fitting: $0.width, upTo: metrics.fine, least: 9, .book)
    }.min()
    let value = part.numbers.map { font.size($0.value, fitting: $0.width, upTo: metrics.big, least: 9, .bold) }.min()
    for number in part.numbers {
      text(number.label, x: number.x, centerY: part.captionY, size: label ?? metrics.fine, theme.ink2)
      text(
        number.value, x: number.x, centerY: part.valueY, size: value ?? metrics.big, weight: .bold, theme.ink)
    }
    if let count = part.count {
      let width = text(count.value, x: left, centerY: count.y, size: metrics.big, weight: .bold, theme.ink)
      text(
        count.text, x: left + width + metrics.gap, centerY: count.y, size: part.textSize, theme.ink2)
    }
    if let bar = part.bar { drawGivenBar(bar, guess, of: state.document.points.count) }
    for line in part.notes { text(line.text, x: left, centerY: line.y, size: metrics.fine, theme.ink2) }
    if case .owners(let verdict) = guess.verdict {
      for row in part.misses { drawMiss(row, verdict.misses[row.index]) }
    }
    if let more = part.more { text(more.text, x: left, centerY: more.y, size: metrics.fine, theme.ink2) }
    drawSegments(part.show, size: metrics.fine, state)
    if let plot = part.plot { drawGuessPlot(plot, part, guess, state) }
    drawSegments(part.counts, size: metrics.fine, state)
    for (control, rect) in part.buttons { drawOutlineButton(control, rect, guessButton(control, guess), state) }
  }

  private func guessButton(_ control: Control, _ guess: Guess) -> String {
    switch control {
    case .guess: words(.stopGuessing)
    case .freshPoints: words(.tryNewPoints)
    default: words(guess.question == .move ? .startOver : .clearGuess)
    }
  }

  /// The ground of a button with a line around it.
  mutating func outlineGround(_ control: Control, _ rect: Rect, _ state: LabState) {
    raised(rect, corner: metrics.buttonCorner)
    let look = look(of: control, state.interface)
    if look != .rest {
      canvas.fill(
        rect.inset(by: metrics.hairline), cornerRadius: metrics.buttonCorner,
        look == .pressed ? theme.press : theme.hover
      )
    }
  }

  /// A button with a line around it.
  mutating func drawOutlineButton(_ control: Control, _ rect: Rect, _ label: String, _ state: LabState) {
    outlineGround(control, rect, state)
    let room = rect.width - metrics.gap
    let size = font.size(label, fitting: room, upTo: metrics.isProjector ? metrics.fine : metrics.body, least: 9, .book)
    let key = words.keys(control)
    let keySize = max(11, size - 1)
    let keyWidth = key.map { keyCapWidth($0, size: keySize) + metrics.gap } ?? 0
    let showsKey = key != nil && font.pixels(label, size) + keyWidth <= room
    let enabled = state.isEnabled(control)
    text(
      label, x: rect.midX - (showsKey ? keyWidth / 2 : 0), centerY: rect.midY.rounded(), size: size,
      enabled ? theme.ink : theme.off, align: .center)
    if showsKey, let key {
      keyCap(
        key, x: rect.midX + font.pixels(label, size) / 2 + metrics.gap - keyWidth / 2, centerY: rect.midY.rounded(),
        size: keySize, ground: theme.chrome, ink: theme.ink, border: theme.line)
    }
    if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
  }

  /// Whose turn it is, or how near the guess came. Returns its width.
  private mutating func drawGuessBadge(_ guess: Guess, right: Double, centerY: Double) -> Double {
    var (word, symbol, ground, ink) = (words(.yourTurn), Icon.guess, theme.soft.rest, theme.softInk)
    switch guess.phase {
    case .open: break
    case .committed: (word, symbol, ground, ink) = (words(.isComing), .play, theme.soft.rest, theme.softInk)
    case .revealed:
      (word, symbol, ground, ink) = (words(.revealed), .check, theme.ink, theme.chrome)
      if case .owners(let verdict) = guess.verdict {
        word = words(.countOfTruth(own: verdict.right, truth: verdict.given))
      }
      if guess.wasSeen { (word, ground, ink) = (words(.seenBefore), theme.track, theme.ink2) }
    }
    return drawBadge(word, symbol, ground: ground, ink: ink, right: right, centerY: centerY)
  }

  /// A word with an icon on a ground of its own, its right edge at `right`; a small projector has the word only. Returns
  /// its width.
  @discardableResult
  mutating func drawBadge(
    _ word: String, _ symbol: Icon, ground: Color, ink: Color, right: Double, centerY: Double
  ) -> Double {
    let size = metrics.fine
    let em = Double(size)
    let hasIcon = metrics.sizeClass != .smallProjector
    let iconSize = (1.3 * em).rounded()
    let pad = (0.75 * em).rounded()
    let height = (1.9 * em).rounded()
    let width = font.pixels(word, size, .bold) + 2 * pad + (hasIcon ? iconSize + (0.25 * em).rounded() : 0)
    let rect = Rect(x: right - width, y: (centerY - height / 2).rounded(), width: width, height: height)
    canvas.fill(rect, cornerRadius: height / 2, ground)
    if hasIcon { icon(symbol, center: Point(rect.x + pad + iconSize / 2, rect.midY), size: iconSize, ink) }
    text(word, x: rect.maxX - pad, centerY: centerY, size: size, weight: .bold, ink, align: .right)
    return width
  }

  /// How many points each component was given, of all there are.
  private mutating func drawGivenBar(_ rect: Rect, _ guess: Guess, of total: Int) {
    canvas.fill(rect, cornerRadius: rect.height / 2, theme.track)
    guard total > 0 else { return }
    var x = rect.x
    for letter in guess.letters {
      let width = rect.width * Double(guess.given(to: letter)) / Double(total)
      guard width > 0 else { continue }
      let part = Rect(x: x, y: rect.y, width: max(width - metrics.hairline, metrics.hairline), height: rect.height)
      canvas.fill(part, cornerRadius: min(part.width, rect.height) / 2, theme.component(letter))
      x += width
    }
  }

  /// What was said of a point beside its two largest shares.
  private mutating func drawMiss(_ row: GuessLayout.MissRow, _ miss: OwnersVerdict.Miss) {
    let unit = metrics.scale
    let rect = row.rect
    raised(rect, corner: metrics.cardCorner)
    let size = metrics.fine
    let top = (rect.y + 0.34 * rect.height).rounded()
    text(
      String(row.index + 1), x: rect.x + 14 * unit, centerY: rect.midY.rounded(), size: size, weight: .bold, theme.ink,
      align: .center)
    drawMissRing(at: Point(rect.x + 38 * unit, rect.midY), miss, truth: 1, radius: 4 * unit)
    let left = rect.x + 62 * unit
    let right = rect.maxX - 12 * unit
    let first = miss.shares.prefix(2)
    let shares = first.map {
      words(.shareOf(letter: ComponentName.letter($0.letter), percent: NumberText.percent($0.share)))
    }
    .joined(separator: " · ")
    text(shares, x: right, centerY: top, size: size, theme.ink, align: .right)
    let said = words(.youSaidLetter(letter: ComponentName.letter(miss.said)))
    let room = right - left - font.pixels(shares, size) - metrics.gap
    if font.pixels(said, size) <= room { text(said, x: left, centerY: top, size: size, theme.ink2) }
    let bar = Rect(
      x: left, y: (rect.y + 0.62 * rect.height).rounded(), width: right - left, height: (8 * unit).rounded())
    var x = bar.x
    canvas.fill(bar, cornerRadius: bar.height / 2, theme.track)
    for share in miss.shares {
      let width = bar.width * share.share
      guard width >= 1 else { continue }
      canvas.fill(
        Rect(x: x, y: bar.y, width: max(width - unit, 1), height: bar.height), cornerRadius: 2 * unit,
        theme.component(share.letter))
      x += width
    }
  }

  /// A point whose owner was another than was said: a ring in the color that it was given.
  ///
  /// - Parameter truth: how much of the truth is on show, 0 … 1.
  mutating func drawMissRing(at center: Point, _ miss: OwnersVerdict.Miss, truth: Double, radius: Double) {
    let unit = metrics.unit
    canvas.stroke(ringAt: center, radius: radius + 4 * unit, width: 4.4 * unit, theme.canvas)
    canvas.stroke(ringAt: center, radius: radius + 4 * unit, width: 2.25 * unit, theme.component(miss.said))
    let color = Color.mix(
      miss.shares.map { theme.component($0.letter) } + [theme.component(miss.said)],
      weights: miss.shares.map { truth * $0.share } + [1 - truth])
    canvas.fill(discAt: center, radius: radius, color)
  }
}
