import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// On the canvas while the race is open: what is adopted, and the ghost of the result that is pointed at.
extension Painter {
  mutating func drawRaceOnCanvas(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    guard state.interface.page == .race, let results = state.raceResults else { return }
    let adopted = state.adopted
    let pointed = state.pointedOptimum.flatMap { $0 == adopted?.optimum ? nil : $0 }
    if let pointed, let fit = results.run(ofSeed: results.optima[pointed].seeds[0])?.fit {
      drawGhost(of: state.document.points.seen(fit.model), beside: scene, layout)
    }
    var x = layout.canvas.x + (12 * metrics.unit).rounded()
    let y = layout.chips.map { $0.up.rect.maxY + metrics.gap } ?? layout.canvas.y + (12 * metrics.unit).rounded()
    if let adopted, let fit = results.run(ofSeed: adopted.seed)?.fit {
      x += raceChip(words(.adoptedResult), adopted.seed, fit.logLikelihood, isDashed: false, x: x, y: y, layout)
      x += (8 * metrics.unit).rounded()
    }
    if let pointed, let fit = results.run(ofSeed: results.optima[pointed].seeds[0])?.fit {
      let seed = results.optima[pointed].seeds[0]
      raceChip(words(.pointedAt), seed, fit.logLikelihood, isDashed: true, x: x, y: y, layout)
    }
  }

  /// Ellipses dashed and half light, in the colors of the nearest components on show; a mark where it is elsewhere.
  private mutating func drawGhost(of model: GaussianMixture, beside scene: CanvasScene, _ layout: Layout) {
    let unit = metrics.unit
    let centers = model.means.map { layout.transform.pixel(DataPoint($0[0], $0[1])) }
    let letters = RaceGhost.letters(of: centers, beside: scene.components.map { ($0.letter, $0.mean) })
    for (index, letter) in letters.enumerated() {
      let color = theme.component(letter)
      for (sigmas, width, dash, opacity) in [(2.0, 1.25, [4.0, 3.0], 0.38), (1.0, 2.0, [6.0, 4.0], 0.5)] {
        canvas.stroke(
          EllipseGeometry.ellipse(model, component: index, sigmas: sigmas, layout.transform),
          style: StrokeStyle(width: width * unit, dash: dash.map { $0 * unit }, cap: .butt), color.opacity(opacity))
      }
    }
    for (index, letter) in letters.enumerated() {
      let isApart = scene.components.allSatisfy {
        $0.letter != letter || $0.mean.distance(to: centers[index]) > 2.2 * metrics.meanRadius
      }
      guard isApart else { continue }
      marker(
        letter, center: centers[index], radius: 0.75 * metrics.meanRadius, theme: theme,
        ground: theme.canvas.opacity(0.6), ink: theme.ink.opacity(0.6), opacity: 0.6)
    }
  }

  /// How much of the top of the canvas is taken by what is said of the race.
  func raceRoom(_ state: LabState) -> Double {
    guard state.interface.page == .race, let results = state.raceResults, !results.optima.isEmpty else { return 0 }
    return (12 * metrics.unit).rounded() + (2.9 * Double(metrics.stripText)).rounded()
  }

  /// "Adopted · seed 3 | log L −774.97". Returns its width.
  @discardableResult
  private mutating func raceChip(
    _ title: String, _ seed: UInt64, _ value: Double, isDashed: Bool, x: Double, y: Double, _ layout: Layout
  ) -> Double {
    let size = metrics.stripText
    let small = metrics.caption
    let em = Double(size)
    let pad = (0.95 * em).rounded()
    let gap = (0.4 * em).rounded()
    let sample = isDashed ? (1.9 * em).rounded() + gap : 0
    let of = words(.ofSeed(seed: String(seed)))
    let number = NumberText.logLikelihood(value)
    let label = words(.logL)
    let first = sample + font.pixels(title, size, .bold) + gap + font.pixels(of, size)
    let second = font.pixels(label, small) + gap + font.pixels(number, size, .bold)
    let width = 2 * pad + first + 1.6 * em + second
    // Where the canvas is narrow the second one goes below the first.
    let isBelow = x + width > layout.canvas.maxX
    let rect = Rect(
      x: isBelow ? layout.canvas.x + (12 * metrics.unit).rounded() : x,
      y: isBelow ? y + (2.9 * em).rounded() : y, width: width, height: (2.5 * em).rounded())
    raised(rect, corner: 6 * metrics.scale)
    let middle = rect.midY.rounded()
    var x = rect.x + pad
    if isDashed {
      canvas.stroke(
        polyline: [Point(x, middle), Point(x + sample - gap, middle)],
        style: StrokeStyle(
          width: 2 * metrics.scale, dash: [6 * metrics.scale, 4 * metrics.scale], cap: .butt), theme.ink2)
      x += sample
    }
    x += text(title, x: x, centerY: middle, size: size, weight: .bold, theme.ink) + gap
    x += text(of, x: x, centerY: middle, size: size, theme.ink2) + 0.8 * em
    canvas.fill(
      Rect(x: x.rounded(), y: rect.y + 0.5 * em, width: metrics.hairline, height: rect.height - em), theme.line)
    x += 0.8 * em
    x += text(label, x: x, centerY: middle, size: small, theme.ink2) + gap
    text(number, x: x, centerY: middle, size: size, weight: .bold, theme.ink)
    return width
  }
}

/// Which letters the components of a ghost have.
enum RaceGhost {
  /// Each pair of a ghost's and a shown component, the nearest first, takes the letter; what is left over has free ones.
  static func letters(of ghosts: [Point], beside shown: [(letter: Int, mean: Point)]) -> [Int] {
    var letters = [Int?](repeating: nil, count: ghosts.count)
    var free = shown
    let pairs = ghosts.indices.flatMap { ghost in
      shown.indices.map { (ghost, $0, ghosts[ghost].distance(to: shown[$0].mean)) }
    }
    for (ghost, own, _) in pairs.sorted(by: { $0.2 < $1.2 }) where letters[ghost] == nil {
      let letter = shown[own].letter
      guard let index = free.firstIndex(where: { $0.letter == letter }) else { continue }
      free.remove(at: index)
      letters[ghost] = letter
    }
    var used = Set(shown.map(\.letter))
    return letters.map { letter in
      if let letter { return letter }
      let next = (0...used.count).first { !used.contains($0) } ?? used.count
      used.insert(next)
      return next
    }
  }
}
