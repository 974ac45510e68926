import GaussianMixtures
import Glibc
import LabCore
import LabWords
import Rasterizer

/// What a guess shows on the canvas: the ghost beside the truth, rings around misses, the point in question.
extension Painter {
  mutating func drawGuessOnCanvas(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    guard let guess = state.document.guess else { return }
    if guess.question == .move { drawGhost(guess, scene, layout, state) }
    if guess.givesPoints { drawPointsInQuestion(guess, layout, state) }
    drawGuessHandle(guess, scene)
  }

  /// The old ellipses while they are moved; one's own, once the truth is there.
  private mutating func drawGhost(_ guess: Guess, _ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    let ghost = state.document.points.seen(guess.phase == .revealed ? guess.mixture : guess.before)
    let unit = metrics.unit
    for component in scene.components {
      guard let index = guess.letters.firstIndex(of: component.letter) else { continue }
      let color = component.color(theme)
      let ellipse = EllipseGeometry.ellipse(ghost, component: index, sigmas: 1, layout.transform)
      canvas.stroke(
        ellipse, style: StrokeStyle(width: 1.75 * unit, dash: [4 * unit, 4 * unit], cap: .butt), color.opacity(0.6))
      let distance = ellipse.center.distance(to: component.mean)
      guard distance > 2 * unit else { continue }
      canvas.stroke(from: ellipse.center, to: component.mean, width: 1.25 * unit, color.opacity(0.55))
      canvas.fill(discAt: ellipse.center, radius: 3.75 * unit, theme.canvas.opacity(0.8))
      canvas.stroke(ringAt: ellipse.center, radius: 3.75 * unit, width: 1.5 * unit, color)
    }
  }

  private mutating func drawPointsInQuestion(_ guess: Guess, _ layout: Layout, _ state: LabState) {
    let points = state.document.points
    let radius = PointLook(count: points.count, metrics: metrics).radius
    func place(_ point: Int) -> Point? {
      guard points.indices.contains(point) else { return nil }
      let place = layout.transform.pixel(points[point])
      return layout.canvas.contains(place) ? place : nil
    }
    if let asked = guess.asked, guess.question == .onePoint, let at = place(asked) {
      ring(at: at, radius: radius + 7 * metrics.unit)
      if guess.owners[asked] == nil {
        let size = metrics.stripText
        let beside = Point(at.x + radius + 16 * metrics.unit, at.y)
        canvas.fill(discAt: beside, radius: 0.75 * Double(size), theme.canvas)
        text(words(.unknown), x: beside.x, centerY: beside.y, size: size, weight: .bold, theme.ink, align: .center)
      }
    }
    if let focus = guess.focus, guess.question == .owners, guess.phase == .open, let at = place(focus) {
      ring(at: at, radius: radius + 5 * metrics.unit)
    }
    guard case .owners(let verdict) = guess.verdict, guess.phase == .revealed else { return }
    for miss in verdict.misses {
      guard let at = place(miss.point) else { continue }
      drawMissRing(at: at, miss, truth: state.shownTruth, radius: radius)
    }
    // Numbers over all rings, and only those that the panel says something of.
    for index in (layout.guess?.misses ?? []).map(\.index) {
      guard let at = place(verdict.misses[index].point) else { continue }
      let size = metrics.caption
      let beside = Point(at.x + radius + 14 * metrics.unit, at.y)
      canvas.fill(discAt: beside, radius: 0.7 * Double(size), theme.canvas)
      text(String(index + 1), x: beside.x, centerY: beside.y, size: size, weight: .bold, theme.ink, align: .center)
    }
  }

  /// What the eye is led to.
  private mutating func ring(at center: Point, radius: Double) {
    let unit = metrics.unit
    canvas.stroke(ringAt: center, radius: radius, width: 4 * unit, theme.canvas)
    canvas.stroke(ringAt: center, radius: radius, width: 2 * unit, theme.accent.rest)
  }

  /// The handle that the keyboard is on.
  private mutating func drawGuessHandle(_ guess: Guess, _ scene: CanvasScene) {
    guard guess.canMove, let handle = guess.handle, scene.components.indices.contains(handle.component) else { return }
    let component = scene.components[handle.component]
    let place: Point? =
      switch handle.part {
      case .mean: component.mean
      case .long: component.handles.stretch[0]
      case .short: component.handles.stretch[1]
      case .turn: component.handles.turn
      case .weight: nil
      }
    if let place { ring(at: place, radius: (handle.part == .mean ? metrics.meanRadius + 4 : 9 * metrics.unit)) }
  }

  /// The brush while it gives points: its outline in the component's color, with the letter beside it. False where nobody
  /// guesses.
  mutating func drawGivingOutline(_ layout: Layout, _ state: LabState, at center: Point) -> Bool {
    guard let guess = state.document.guess else { return false }
    guard guess.paintsPoints, state.tool != .hand, state.tool != .inspect else { return true }
    let unit = metrics.scale
    let radius = state.brushRadius * unit
    let letter = state.tool == .eraser || state.interface.drag == .takeBack ? nil : guess.brush
    canvas.stroke(ringAt: center, radius: radius, width: 4 * unit, theme.canvas.opacity(0.9))
    guard let letter else {
      canvas.stroke(
        Ellipse(center: center, semiMajor: radius, semiMinor: radius, angle: 0),
        style: StrokeStyle(width: 1.5 * unit, dash: [4 * unit, 3 * unit], cap: .butt), theme.ink2)
      return true
    }
    canvas.stroke(ringAt: center, radius: radius, width: 2 * unit, theme.component(letter))
    let away = 0.72 * radius + 8 * metrics.unit
    marker(
      letter, center: Point(center.x + away, center.y + away), radius: 10 * metrics.unit, theme: theme,
      ground: theme.canvas, ink: theme.ink, halo: theme.canvas)
    return true
  }
}
