import GaussianMixtures
import LabCore
import LabWords

/// What the cards say, with the weights as they glide.
struct CardValues {
  struct Card {
    let letter: Int
    let weight: Double
    /// Nₖ; `nil` before the first E-step.
    let expected: Double?
    let pointCount: Int
    /// The weight that the M-step to come will give it; `nil` where no M-step comes next.
    let nextWeight: Double?
    /// The latest M-step had to help it.
    let isRescued: Bool
    /// Whether its share of the points is the weight that comes next, or came of it.
    let showsShare: Bool
    /// Whether points belong to it whole or not at all: in k-means.
    let isHard: Bool
    /// What somebody who guesses says of it.
    var said: SaidOfCard?
    /// Its model is hidden, and what would tell of it with it.
    let isHidden: Bool
    var expectedShare: Double? {
      showsShare ? expected.map { pointCount > 0 ? $0 / Double(pointCount) : 0 } : nil
    }
  }

  private let cards: [Card]
  /// Whether the bars have ticks: an M-step comes next, and it is known where it puts the weights.
  let foretells: Bool
  subscript(index: Int) -> Card { cards[index] }
  func card(of letter: Int) -> Card? { cards.first { $0.letter == letter } }

  init(_ state: LabState) {
    let step = state.document.runs.shown
    var weights = state.mixtureOnShow.weights
    let guess = state.document.guess
    if guess?.question != .move, let glide = state.glide, glide.from.identities == step.identities {
      let t = glide.progress(at: state.now)
      weights = zip(glide.from.model.weights, weights).map { $0 + ($1 - $0) * t }
    }
    let count = state.document.points.count
    let total = max(Double(count), 1)
    // Where an empty component will be begun anew, nobody can say yet what weights that leaves.
    let least = EM.emptyShare(components: weights.count, points: count) * total
    let isReseeding =
      state.document.runs.current.options.onEmpty == .reseed && (step.counts ?? []).contains { $0 < least }
    // A share of k-means is what it is: no weight is on its way.
    let isEM = state.document.algorithm == .em
    foretells = step.kind == .expectation && !isReseeding && guess == nil && isEM
    let foretells = foretells
    // What a lesson asks about is not told.
    let waits = state.isLocked(.next)
    let isSeen = state.layers.shows(.model)
    let counts = isSeen && guess?.hidesOwners != true ? step.counts : nil
    cards = weights.indices.map { index in
      Card(
        letter: step.identities[index], weight: weights[index], expected: counts?[index],
        pointCount: count, nextWeight: foretells && !waits ? counts.map { $0[index] / total } : nil,
        isRescued: isSeen && step.rescued.contains(step.identities[index]),
        showsShare: (step.kind != .expectation || foretells) && guess?.question != .move && isEM, isHard: !isEM,
        said: guess.flatMap { SaidOfCard($0, letter: step.identities[index]) }
          ?? SaidOfCard(state.document.mystery, component: index), isHidden: !isSeen)
    }
  }
}

/// What the rows of a card are called: of a component of EM, or of a group of k-means.
struct CardNames {
  let weight, expects: Label

  init(_ algorithm: Algorithm) {
    switch algorithm {
    case .em: (weight, expects) = (.weight, .expects)
    case .kMeans: (weight, expects) = (.share, .owns)
    }
  }
}
