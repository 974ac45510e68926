import LabCore
import LabWords
import Rasterizer

/// What somebody who guesses says of a component, on its card.
enum SaidOfCard: Equatable {
  /// So many points belong to it.
  case gives(Int)
  /// Its weight is dragged.
  case weighs
  /// It was given this weight, before the M-step set another.
  case set(Double)
  /// In the box it has this weight, and its mean is so many standard deviations away.
  case isInTheBox(weight: Double, place: Double)

  init?(_ guess: Guess, letter: Int) {
    switch guess.question {
    case .owners, .onePoint:
      guard guess.phase != .revealed else { return nil }
      self = .gives(guess.given(to: letter))
    case .move:
      guard guess.phase == .revealed else {
        self = .weighs
        return
      }
      guard let index = guess.letters.firstIndex(of: letter) else { return nil }
      self = .set(guess.mixture.weights[index])
    case .gain, .count: return nil
    }
  }

  /// The component of the open box that this one stands for.
  init?(_ mystery: Mystery?, component: Int) {
    guard let mystery, let truth = mystery.truth,
      let pair = mystery.score?.components.pairs.first(where: { $0.own == component })
    else { return nil }
    self = .isInTheBox(weight: truth.weights[pair.truth], place: pair.place)
  }
}

extension SaidOfCard {
  var label: Label {
    switch self {
    case .gives: .youGive
    case .weighs: .expects
    case .set: .youSet
    case .isInTheBox: .inTheBox
    }
  }

  func text(_ words: Words) -> String {
    switch self {
    case .gives(let points): words(.givenPoints(points: points))
    case .weighs: ""
    case .set(let weight): NumberText.decimal(weight, digits: 3)
    case .isInTheBox(let weight, let place):
      words(
        .componentTruth(weight: NumberText.decimal(weight, digits: 3), place: NumberText.decimal(place, digits: 2)))
    }
  }

  /// In a column of numbers of points.
  var short: String? {
    switch self {
    case .gives(let points): String(points)
    case .weighs, .isInTheBox: nil
    case .set(let weight): NumberText.decimal(weight, digits: 3)
    }
  }
}

extension Painter {
  /// On a weight's bar: the handle to drag it by, or the weight that was set before the reveal.
  mutating func drawSaidWeight(_ rect: Rect, _ card: CardValues.Card) {
    let unit = metrics.bar / 6
    switch card.said {
    case .weighs:
      let half = 5 * unit
      let x = min(max(rect.x + rect.width * card.weight, rect.x + half), rect.maxX - half)
      let square = Rect(x: x - half, y: rect.midY - half, width: 2 * half, height: 2 * half)
      canvas.fill(square, cornerRadius: 2 * unit, theme.raised)
      canvas.stroke(
        square.inset(by: unit), cornerRadius: 2 * unit, width: 2 * unit, theme.component(card.letter))
    case .set(let weight), .isInTheBox(let weight, _):
      let x = (rect.x + rect.width * weight).rounded()
      let tick = Rect(x: x - 3 * unit, y: rect.midY - 6 * unit, width: 6 * unit, height: 12 * unit)
      canvas.fill(tick, cornerRadius: 1.5 * unit, theme.raised)
      canvas.stroke(tick.inset(by: 0.75 * unit), cornerRadius: 1.5 * unit, width: 1.5 * unit, theme.ink)
    case .gives, nil: break
    }
  }
}

/// Points in the colors of the components they are given to; those left are grey.
struct GivenColors: Equatable {
  let owners: [Int: Int]
  /// How much of the truth is on show: from the flat colors to the E-step's.
  let share: Double

  init?(_ state: LabState) {
    guard let guess = state.document.guess, guess.givesPoints else { return nil }
    owners = guess.owners
    share = state.shownTruth
    // What is on show whole is drawn as always.
    if share >= 1 { return nil }
  }

  func colors(_ count: Int, _ theme: Theme, truth: [UInt32]?) -> [UInt32] {
    var colors = [UInt32](repeating: theme.point.rgb, count: count)
    for (point, letter) in owners where point < count { colors[point] = theme.component(letter).rgb }
    return truth.map { PointColoring.mix(colors, $0, share) } ?? colors
  }
}
