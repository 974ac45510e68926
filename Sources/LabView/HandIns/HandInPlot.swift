import LabCore
import LabWords
import Rasterizer

/// Scores as dots, one for each hand-in, piled up where they are close together.
struct HandInPlot: Sendable {
  struct Tick: Sendable {
    let x: Double
    let text: String
  }

  let frame: Rect
  /// The centers, the best first.
  let dots: [Point]
  let radius: Double
  let axisY: Double
  let ticks: [Tick]
  let ticksY: Double
  let medianX: Double?
  let medianText: String

  /// So many piles at most.
  private static let bins = 16
  /// Distances beyond so many standard deviations are all as bad.
  private static let farthest = 2.0

  init(_ question: HandInQuestion, in frame: Rect, words: Words, size: Int, metrics m: Metrics) {
    self.frame = frame
    let em = Double(size)
    let isDistance = question.measure == .distance
    let most = isDistance ? HandInPlot.farthest : 1
    ticksY = (frame.maxY - 0.9 * em).rounded()
    axisY = (frame.maxY - 2 * em).rounded()
    let left = frame.x + 0.8 * em
    let width = frame.width - 1.6 * em
    func x(_ score: Double) -> Double { left + width * min(max(score / most, 0), 1) }
    func bin(_ score: Double) -> Int {
      min(Int(min(max(score / most, 0), 1) * Double(HandInPlot.bins)), HandInPlot.bins - 1)
    }
    let answers = question.byScore
    let piles = Dictionary(grouping: answers.indices) { bin(answers[$0].score) }
    let highest = piles.values.map(\.count).max() ?? 1
    let pitch = min(width / Double(HandInPlot.bins), (axisY - frame.y - 2 * em) / Double(max(highest, 1)), 2.7 * em)
    radius = 0.42 * pitch
    var dots = Array(repeating: Point(0, 0), count: answers.count)
    for (bin, places) in piles {
      let center = left + (Double(bin) + 0.5) * width / Double(HandInPlot.bins)
      for (height, place) in places.sorted().enumerated() {
        dots[place] = Point(center, axisY - (Double(height) + 0.55) * pitch)
      }
    }
    self.dots = dots
    medianX = question.median.map(x)
    medianText = words.median(question) ?? ""
    ticks = (0...4).map { index in
      let value = most * Double(index) / 4
      let text =
        isDistance
        ? NumberText.decimal(value, digits: index % 2 == 0 ? 0 : 1) + (index == 4 ? "+" : "")
        : words.percent(value)
      return Tick(x: x(value), text: text)
    }
  }
}
