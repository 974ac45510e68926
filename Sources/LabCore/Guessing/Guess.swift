import GaussianMixtures

/// What somebody thinks the next half-step will bring, said before it is seen.
///
/// It is about one half-step of one run. While a document has one, the window is armed: no half-step is shown that was not
/// guessed at (`GuessGate.swift`).
public struct Guess: Sendable, Equatable {
  public enum Question: String, Sendable, Hashable, Codable, CaseIterable {
    /// Who owns each point: painted.
    case owners
    /// Who owns this one point.
    case onePoint = "one-point"
    /// Where the M-step puts the components: moved, stretched, turned, weighed.
    case move
    /// Which way the log-likelihood goes, and how far.
    case gain
    /// How many components have the lowest BIC. Not about a half-step: BIC is revealed instead, K by K.
    case count
  }

  public enum Phase: Sendable, Equatable {
    /// It can be changed.
    case open
    /// It counts; what it is about is being computed.
    case committed
    /// The half-step is on show.
    case revealed
  }

  public internal(set) var question: Question
  /// The half-step it is about: an E-step or an M-step.
  public let kind: RunStep.Kind
  /// Where the run stood.
  let place: RunReference
  let points: Revision
  /// The parameters then, and the letters of their components.
  public let before: GaussianMixture
  public let letters: [Int]
  /// Whether the half-step was on show before: then nobody guesses, and nothing is scored.
  public internal(set) var wasSeen = false
  public internal(set) var phase = Phase.open
  /// Whether the guess is on show again after the reveal, in place of the truth.
  public internal(set) var showsGuess = false

  /// The letter that brush and keys give; nil takes back.
  public internal(set) var brush: Int?
  /// By point, the letter of the component that is said to own it.
  public internal(set) var owners: [Int: Int] = [:]
  /// The point that the keyboard is on.
  public internal(set) var focus: Int?
  /// The one point that is asked about.
  public internal(set) var asked: Int?

  /// The parameters that are said to come.
  public internal(set) var mixture: GaussianMixture
  /// The lower bounds that earlier drags have reached, oldest first.
  public internal(set) var tries: [Double] = []
  /// The handle that the keyboard is on.
  public internal(set) var handle: GuessHandle?

  /// The log-likelihood that is said to come.
  public internal(set) var value: Double?

  /// How many components, and which of their BIC have been seen.
  public internal(set) var count: CountGuess

  /// The M-step, computed ahead: the target to reach. It is shown when it is revealed.
  var truth: RunAnswer?
  /// How good the guess was, once the half-step is on show.
  public internal(set) var verdict: GuessVerdict?

  init(_ question: Question, about runs: Runs, points: PointCloud) {
    let step = runs.shown
    self.question = question
    kind = step.next
    place = runs.place
    self.points = points.revision
    before = step.model
    letters = step.identities
    count = CountGuess(pointCount: points.count)
    mixture = step.model
    brush = step.identities.first
  }

  /// The questions that can be asked before the half-step.
  public var questions: [Question] { Question.before(kind) }

  /// Whether there is something to commit to.
  public var isReady: Bool {
    switch question {
    case .owners: !owners.isEmpty
    case .onePoint: asked.map { owners[$0] != nil } ?? false
    case .move: mixture != before
    case .gain: value != nil
    case .count: count.choice != nil
    }
  }

  /// Whether points are given to components: painted, or one by one.
  public var givesPoints: Bool { question.givesPoints }
  /// Whether the brush gives points now, wherever it is.
  public var paintsPoints: Bool { question == .owners && phase == .open }
  /// Whether what is known of the points' owners waits for the reveal: before an E-step, whatever is asked about it.
  public var hidesOwners: Bool { kind == .expectation && phase != .revealed }
  /// Whether components can be moved, stretched, turned and weighed now.
  public var canMove: Bool { question == .move && phase == .open }

  /// How many points a component is given.
  public func given(to letter: Int) -> Int { owners.values.count { $0 == letter } }

  /// Whether an edit has changed nothing that somebody says.
  func saysTheSame(as other: Guess) -> Bool {
    owners == other.owners && mixture == other.mixture && value == other.value && count == other.count
  }
}

extension Guess.Question {
  var givesPoints: Bool { self == .owners || self == .onePoint }
  /// What the guess is said with, where the hand does not only move the view.
  var tool: Tool { self == .move ? .means : .brush }

  static func before(_ kind: RunStep.Kind) -> [Guess.Question] {
    kind == .maximization ? [.move, .gain, .count] : [.owners, .onePoint, .gain, .count]
  }
}

/// What the keyboard can move of a component.
public struct GuessHandle: Sendable, Hashable, Codable {
  public enum Part: String, Sendable, Codable, CaseIterable { case mean, long, short, turn, weight }

  /// An index among the components.
  public let component: Int
  public let part: Part

  /// The next one, or the one before, around all components.
  func moved(by step: Int, among components: Int) -> GuessHandle {
    let parts = Part.allCases
    let all = components * parts.count
    let own = component * parts.count + (parts.firstIndex(of: part) ?? 0)
    let next = ((own + step) % all + all) % all
    return GuessHandle(component: next / parts.count, part: parts[next % parts.count])
  }
}

/// Which number of components has the lowest BIC, guessed anew before each of them is revealed.
public struct CountGuess: Sendable, Equatable {
  /// The present guess; nil until there is one, and again after each reveal.
  public internal(set) var choice: Int?
  /// What was guessed before each reveal: the first before the BIC of one component.
  public internal(set) var choices: [Int] = []
  /// What was found with 1, 2, … components, as far as it is revealed.
  public internal(set) var revealed: [Found] = []
  /// The most components that are asked about: no more than there are points.
  public let most: Int

  public static let components = ModelSearch.components

  init(pointCount: Int) { most = min(max(pointCount, 1), CountGuess.components.upperBound) }

  public var isFinished: Bool { revealed.count >= most }
  /// The number of components with the lowest BIC so far, as the search names it.
  public var best: Int? {
    let ranks = revealed.enumerated().compactMap { index, found in
      found.bic.map { (components: index + 1, rank: ModelSearch.rank(bic: $0, isFloored: found.isFloored)) }
    }
    return ranks.min { $0.rank < $1.rank }?.components
  }

  /// What was found with a number of components.
  public struct Found: Sendable, Equatable {
    /// Nil where none could be fitted.
    public let bic: Double?
    /// As in `ModelSearch.Candidate`.
    let isFloored: Bool
  }
}
