import LabCore
import LabWords
import Rasterizer

/// The chart of a guess: the bound that one's own parameters reach, a mark for the log-likelihood, or BIC by K.
struct GuessPlot: Sendable {
  let plot: Rect
  let low, high: Double
  let yTicks: AxisTicks
  let ticksY: Double
  /// The iterations, or numbers of components, along the axis.
  let columns: ClosedRange<Int>
  let showsColumns: Bool
  /// Takes a mark by a press: the whole plot.
  let takesMark: Bool

  init(
    _ state: LabState, _ guess: Guess, in room: Rect, metrics m: Metrics, font: any TextSource
  ) {
    let range = GuessPlot.range(state, guess)
    (low, high) = range
    let em = Double(m.fine)
    showsColumns = guess.question == .move
    ticksY = (room.maxY - 0.7 * em).rounded()
    let bottom = showsColumns ? room.maxY - 1.9 * em : room.maxY - 0.5 * em
    let height = max(bottom - room.y - 0.8 * em, 1)
    yTicks = AxisTicks(low: low, high: high, pixels: height, minimumSpacing: 2.6 * em, mantissas: [1, 2, 5])
    let ticks = yTicks
    let gutter = ((ticks.values.map { font.pixels(ticks.label($0), m.fine) }.max() ?? 0) + 0.6 * em).rounded()
    plot = Rect(
      x: (room.x + gutter).rounded(), y: (room.y + 0.8 * em).rounded(), width: max(room.width - gutter - 0.5 * em, 1),
      height: height.rounded())
    switch guess.question {
    case .count: columns = CountGuess.components
    case .owners, .onePoint, .move, .gain:
      let iteration = max(state.document.runs.shown.iteration, 1)
      columns = iteration - 1...iteration + 1
    }
    takesMark = guess.question == .gain && guess.phase == .open
  }

  /// The values that the axis spans.
  private static func range(_ state: LabState, _ guess: Guess) -> (Double, Double) {
    switch guess.question {
    case .owners, .onePoint, .move:
      guard let target = guess.target else { return (-1, 1) }
      let gap = guess.bound(of: guess.mixture).map { target - $0 } ?? 0
      // In doublings, so that the axis does not move with every pixel of a drag.
      var span = 40.0
      while span < 1.2 * gap, span < 1e12 { span *= 2 }
      return (target - span, target + 0.22 * span)
    case .gain:
      guard let range = state.gainScale?.range else { return (-1, 1) }
      return (range.lowerBound, range.upperBound)
    case .count:
      let found = guess.count.revealed.compactMap(\.bic)
      guard let least = found.min(), let most = found.max() else { return (0, 1) }
      let room = max(0.15 * (most - least), 0.01 * abs(most), 1)
      return (least - room, most + room)
    }
  }

  func y(_ value: Double) -> Double { plot.maxY - (value - low) / (high - low) * plot.height }
  func value(at y: Double) -> Double { low + (plot.maxY - y) / plot.height * (high - low) }
  func x(_ column: Double) -> Double {
    let (first, last) = (Double(columns.lowerBound), Double(columns.upperBound))
    return plot.x + (column - first) / (last - first) * plot.width
  }
  func clamped(_ value: Double) -> Double { min(max(y(value), plot.y), plot.maxY) }
}
