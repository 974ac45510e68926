import LabCore
import LabWords

/// What the block of the guess says in words and numbers.
struct GuessText {
  var text = ""
  var numbers: [(label: String, value: String)] = []
  var notes: [String] = []
  /// A number, and what it counts, in one line.
  var count: (value: String, text: String)?

  init(_ state: LabState, _ guess: Guess) {
    let words = state.words
    text = words.text(guess.question)
    if guess.wasSeen, guess.phase == .revealed {
      text = words(.noneScored)
      return
    }
    guard let verdict = guess.verdict, guess.phase == .revealed else {
      sayOpen(state, guess, words)
      return
    }
    switch verdict {
    case .owners(let verdict): say(verdict, words)
    case .move(let verdict): say(verdict, words)
    case .gain(let verdict): say(verdict, guess, words)
    }
  }

  private mutating func sayOpen(_ state: LabState, _ guess: Guess, _ words: Words) {
    switch guess.question {
    case .owners:
      count = (String(guess.owners.count), words(.pointsGuessed(points: state.document.points.count)))
      notes = [words(state.lesson?.isAsking == true ? .greyIsWrong : .leftGrey)]
    case .onePoint: break
    case .move:
      let own = guess.bound(of: guess.mixture)
      let gap = own.flatMap { own in guess.target.map { $0 - own } }
      numbers = [
        (words(.you), own.map(NumberText.logLikelihood) ?? NumberText.none),
        (words(.mStep), guess.target.map(NumberText.logLikelihood) ?? NumberText.none),
        (words(.toGo), gap.map { NumberText.decimal(max($0, 0), digits: 2) } ?? NumberText.none),
      ]
    case .gain:
      let before = state.document.runs.shown.logLikelihood
      numbers = [
        (words(.now), before.map(NumberText.logLikelihood) ?? NumberText.none),
        (words(.youSaid), guess.value.map(NumberText.logLikelihood) ?? NumberText.none),
      ]
    case .count: sayCount(state, guess, words)
    }
  }

  private mutating func sayCount(_ state: LabState, _ guess: Guess, _ words: Words) {
    let count = guess.count
    if count.isFinished, let best = count.best {
      text = words(
        .countDone(components: best, right: count.choices.count { $0 == best }, total: count.choices.count))
    }
    numbers = [
      (words(.yourNumber), count.choice.map { words(.countSaid(components: $0)) } ?? NumberText.none),
      (words(.lowestBICSaid), count.best.map { words(.countSaid(components: $0)) } ?? NumberText.none),
    ]
    if state.search.isRunning { notes = [words(.searchingBIC)] }
  }

  private mutating func say(_ verdict: OwnersVerdict, _ words: Words) {
    let even = verdict.misses.allSatisfy { $0.gap < 0.2 }
    text =
      verdict.misses.isEmpty
      ? words(.allRight)
      : words(even ? .missedEven(count: verdict.misses.count) : .missedClearly(count: verdict.misses.count))
    numbers = [
      (words(.mostLikelyOwner), words(.countOfTruth(own: verdict.right, truth: verdict.given))),
      (words(.averageShare), NumberText.decimal(100 * verdict.averageShare, digits: 1) + " %"),
    ]
  }

  private mutating func say(_ verdict: MoveVerdict, _ words: Words) {
    numbers = [
      (words(.youReached), NumberText.logLikelihood(verdict.bound)),
      (words(.mStep), NumberText.logLikelihood(verdict.target)),
      (words(.wonBy), NumberText.decimal(max(verdict.target - verdict.bound, 0), digits: 2)),
    ]
    text = words(.nobodyBeats)
    if let own = verdict.logLikelihood, let target = verdict.targetLogLikelihood {
      text +=
        " "
        + words(.likelihoods(own: NumberText.logLikelihood(own), target: NumberText.logLikelihood(target)))
    }
    guard let farthest = verdict.farthest else { return }
    let gain = NumberText.decimal(farthest.gain, digits: 2)
    let letter = farthest.letter.map(ComponentName.letter)
    let note =
      switch (farthest.part, letter) {
      case (.place, let letter?): words(.farthestPlace(letter: letter, gain: gain))
      case (.shape, let letter?): words(.farthestShape(letter: letter, gain: gain))
      case (.placeAndShape, let letter?): words(.farthestPlaceAndShape(letter: letter, gain: gain))
      case (.shape, nil), (.place, nil), (.placeAndShape, nil): words(.farthestShapes(gain: gain))
      case (.weights, _): words(.farthestWeights(gain: gain))
      }
    notes.append(note)
  }

  private mutating func say(_ verdict: GainVerdict, _ guess: Guess, _ words: Words) {
    numbers = [
      (words(.youSaid), NumberText.gain(verdict.said - verdict.before)),
      (words(.itCame), NumberText.gain(verdict.came - verdict.before)),
      (words(.offBy), NumberText.decimal(abs(verdict.said - verdict.came), digits: 2)),
    ]
    text =
      words(verdict.isRight ? .rightWay : verdict.way == .stays ? .didNotMove : .wrongWay) + " "
      + words(guess.kind == .expectation ? .eStepKeepsIt : .mStepRaisesIt)
  }
}
