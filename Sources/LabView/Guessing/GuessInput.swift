import LabCore
import Rasterizer

/// What mouse and keys mean while somebody guesses.
extension InputTranslation {
  /// A press on the canvas; nil where it means what it always means: to pan, to point, to drag a handle.
  static func guessPressed(
    _ button: MouseButton, at point: Point, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command]? {
    guard let guess = state.document.guess else { return nil }
    if button == .middle || button == .left && modifiers.contains(.alt) { return nil }
    if button == .left, state.tool == .hand || state.tool == .inspect { return nil }
    guard guess.phase == .open else { return [.view(.beginPanning)] }
    let position = layout.transform.data(point)
    let radius = layout.transform.dataSize(pixels: state.brushRadius * layout.metrics.scale)
    switch guess.question {
    case .owners:
      let takesBack = button == .right || state.tool == .eraser
      return [.guess(takesBack ? .beginTakingBack(position, radius: radius) : .beginGiving(position, radius: radius))]
    case .onePoint:
      let asked = guess.asked.flatMap { state.document.points.indices.contains($0) ? state.document.points[$0] : nil }
      let reach = state.brushRadius * layout.metrics.scale
      let isNear = asked.map { layout.transform.pixel($0).distance(to: point) <= reach } ?? false
      return isNear ? [.guess(.beginGiving(position, radius: radius))] : [.view(.beginPanning)]
    case .move:
      guard button == .left else { return [] }
      let scene = CanvasScene(layout, state)
      guard let target = scene.target(at: point) else { return [.view(.beginPanning)] }
      return [.guess(.beginShaping(scene.holding(target, at: point, layout.transform)))]
    case .gain, .count: return button == .left ? [.view(.beginPanning)] : []
    }
  }

  /// A press on the chart of the guess.
  static func guessChartPressed(at point: Point, _ layout: Layout) -> [Command]? {
    guard layout.page == nil, let plot = layout.guess?.plot, plot.plot.inset(by: -8).contains(point) else { return nil }
    return plot.takesMark ? [.guess(.beginMarking), .guess(.mark(plot.value(at: point.y)))] : []
  }
}

extension KeyAction {
  /// What a digit says while somebody guesses: a component by its place, or a number of components.
  func digitWhileGuessing(_ digit: Int, _ state: LabState) -> [Command] {
    guard let guess = state.document.guess else { return [] }
    if guess.question == .count { return digit == 0 ? [] : [.guess(.chooseCount(digit))] }
    if digit == 0 { return [.guess(.choose(nil))] }
    return guess.letters.indices.contains(digit - 1) ? [.guess(.choose(guess.letters[digit - 1]))] : []
  }

  /// A box with a mixture, or the page of the one there is.
  func mystery(_ state: LabState) -> [Command] {
    let page = state.interface.page == .mystery ? [] : [Command.interface(.showPage(.mystery))]
    if state.document.mystery != nil { return [.interface(.showPage(.mystery))] }
    return [.guess(.openMystery(state.nextMysteryNumber, .separated))] + page
  }
}

extension LabState {
  /// What the next button says while somebody guesses: a bold word, and what it does.
  func nextGuessWords(isShort: Bool) -> (String, String)? {
    guard let guess = document.guess, let next = nextGuess else { return nil }
    let words = words
    switch next {
    case .goOn(.maximization): return (words(.mBold), words(isShort ? .turnShort : .turnToMove))
    case .goOn(.start), .goOn(.expectation): return (words(.eBold), words(isShort ? .turnShort : .turnToShare))
    case .reveal(.owners, let isReady):
      if !isReady { return (words(.eBold), words(isShort ? .turnShort : .turnToShare)) }
      let count = guess.owners.count
      return (
        words(.revealBold), isShort ? String(count) : words(.guessedOf(guessed: count, points: document.points.count))
      )
    case .reveal(.onePoint, let isReady):
      return isReady && !isShort
        ? (words(.revealBold), words(.revealOwner))
        : isReady ? (words(.revealBold), "") : (words(.eBold), words(isShort ? .turnShort : .turnToShare))
    case .reveal(.move, let isReady):
      return isReady
        ? (words(.revealBold), isShort ? "" : words(.revealMStep))
        : (words(.mBold), words(isShort ? .turnShort : .turnToMove))
    case .reveal(.gain, let isReady):
      return isReady
        ? (words(.revealBold), isShort ? "" : words(.revealLogL))
        : (words(.gainBold), words(isShort ? .turnShort : .turnToMark))
    case .reveal(.count, let isReady):
      let following = guess.count.revealed.count + 1
      return isReady
        ? (words(.revealBold), isShort ? "" : words(.revealBIC(components: following)))
        : (words(.countBold), words(isShort ? .turnShort : .turnToCount))
    }
  }
}

extension ToolHint {
  /// What mouse and keys do while somebody guesses.
  static func guessing(_ guess: Guess) -> [ToolHint] {
    if guess.phase == .revealed {
      let beside: [ToolHint] =
        guess.question == .move
        ? [.gesture(.dashed, .dashedYours), .gesture(.solid, .solidTruth)]
        : guess.givesPoints ? [.gesture(.ringed, .ringWhere)] : []
      return beside + [.keys([.playPause], .doesFlip), .keys([.nextHalfStep], .doesGoOn)]
    }
    let reveal = ToolHint.keys([.nextHalfStep], .doesReveal)
    let components = (1...max(min(guess.letters.count, 9), 1)).map { KeyAction.digit($0) }
    switch guess.question {
    case .owners:
      return [
        .gesture(.drag, .givesPoints), .gesture(.rightButton, .takesThemBack), .keys(components, .doesComponent),
        .keys([.smallerBrush, .largerBrush], .doesBrushSize), reveal,
      ]
    case .onePoint: return [.keys(components, .doesComponent), reveal]
    case .move:
      return [
        .gesture(.drag, .movesGuess), .gesture(.drag, .endOfBar), .keys([.walk(forward: true)], .doesHandles), reveal,
      ]
    case .gain: return [.gesture(.drag, .marksValue), .keys([.more, .less], .doesMark), reveal]
    case .count: return [.keys((1...9).map { .digit($0) }, .doesComponents), reveal]
    }
  }
}
