/// A question or task of a lesson, as a class has answered it.
public struct HandInQuestion: Sendable, Equatable {
  /// From 0.
  public let page: Int
  public let kind: LessonResult.Kind
  /// Of those who tried it, in the order of their files: what came of it.
  public let answers: [Answer]
  /// So many hand-ins there are.
  public let all: Int
  /// A distance where means were said, else the share that was right.
  public let measure: Measure
  /// The best first.
  public let byScore: [Answer]
  /// Nil where no two made the same.
  public let commonestMistake: Common?
  /// Those of the points that most had, which are seen over each other: whoever went on to fresh points had others.
  public let drawn: [LessonSight]
  /// So many have something to be seen.
  public let seen: Int

  public struct Answer: Sendable, Equatable {
    /// May be empty.
    public let name: String
    public let result: LessonResult
    /// What the score counts; the smaller the better where it is a distance.
    public let score: Double
  }

  /// What the scores are.
  public enum Measure: Sendable { case distance, share }

  /// A mistake, and the places of those who made it among `byScore`.
  public struct Common: Sendable, Equatable {
    public let mistake: Mistake
    public fileprivate(set) var places: [Int]
  }

  /// The mean of the marks; what was not tried counts nothing. Nil where there are no hand-ins.
  public var share: Double? {
    all > 0 ? answers.reduce(0) { $0 + ($1.result.mark ?? 0) } / Double(all) : nil
  }

  public var median: Double? {
    let scores = answers.map(\.score).sorted()
    guard !scores.isEmpty else { return nil }
    let middle = scores.count / 2
    return scores.count % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2
  }

  // MARK: - The commonest mistake

  public enum Mistake: Sendable, Equatable {
    /// Two components were both put where one is: these letters, the last that of where they were put.
    case sameComponent(Int, Int, at: Int)
    /// The same wrong answer, counted from 0.
    case answer(Int)
    /// Points of a component were given to another.
    case gave(of: Int, to: Int)
  }

  // MARK: - Reading it off

  init(page: Int, kind: LessonResult.Kind, answers: [Answer], all: Int) {
    (self.page, self.kind, self.answers, self.all) = (page, kind, answers, all)
    let isDistance = answers.contains { $0.result.sight?.distances != nil }
    measure = isDistance ? .distance : .share
    let ranked = answers.enumerated().sorted { a, b in
      let (first, second) = (a.element.score, b.element.score)
      return first == second ? a.offset < b.offset : isDistance ? first < second : first > second
    }
    byScore = ranked.map(\.element)
    commonestMistake = Self.commonestMistake(byScore)
    let sights = answers.compactMap(\.result.sight)
    seen = sights.count
    drawn = Self.ofTheSamePoints(sights)
  }

  /// Those of the points that most of them are of; of those that come first where as many are of others.
  private static func ofTheSamePoints(_ sights: [LessonSight]) -> [LessonSight] {
    var groups: [[LessonSight]] = []
    for sight in sights {
      if let own = groups.firstIndex(where: { sight.showsPoints(of: $0[0]) }) {
        groups[own].append(sight)
      } else {
        groups.append([sight])
      }
    }
    return groups.reduce([]) { $0.count < $1.count ? $1 : $0 }
  }

  private static func commonestMistake(_ answers: [Answer]) -> Common? {
    var found: [Common] = []
    for (place, answer) in answers.enumerated() {
      for mistake in answer.result.mistakes {
        if let known = found.firstIndex(where: { $0.mistake == mistake }) {
          found[known].places.append(place)
        } else {
          found.append(Common(mistake: mistake, places: [place]))
        }
      }
    }
    // The first of several that are as common; what one did alone is not common.
    return found.filter { $0.places.count > 1 }.reduce(nil) { best, next in
      (best?.places.count ?? 0) < next.places.count ? next : best
    }
  }
}

extension LessonResult {
  fileprivate var mistakes: [HandInQuestion.Mistake] {
    if kind == .question { return mark == 0 ? answer.map { [.answer($0)] } ?? [] : [] }
    guard let sight else { return [] }
    if let said = sight.said { return sight.shared(said.means) }
    return sight.given
  }
}

extension LessonSight {
  /// A mean is in the component that it is nearest to, if it is in one at all.
  private static let reach = 2.0

  /// Pairs of components whose means were both put into one.
  fileprivate func shared(_ means: [[Double]]) -> [HandInQuestion.Mistake] {
    let homes = means.map { mean -> Int? in
      let distances = truth.means.indices.compactMap { k in distance(from: mean, to: k).map { (k, $0) } }
      return distances.min { $0.1 < $1.1 }.flatMap { $0.1 <= LessonSight.reach ? $0.0 : nil }
    }
    var pairs: [HandInQuestion.Mistake] = []
    for a in homes.indices {
      for b in homes.indices where b > a {
        if let home = homes[a], home == homes[b], letters.indices.contains(b), letters.indices.contains(home) {
          pairs.append(.sameComponent(letters[a], letters[b], at: letters[home]))
        }
      }
    }
    return pairs
  }

  /// The pairs of components between which points were given wrongly, those of most points first. One point of many is
  /// a slip.
  fileprivate var given: [HandInQuestion.Mistake] {
    var counts: [[Int]: Int] = [:]
    for (point, said) in owners {
      guard let truth = owner(of: point), truth != said else { continue }
      counts[[truth, said], default: 0] += 1
    }
    let least = min(owners.count, 2)
    return counts.filter { $0.value >= least }
      .sorted { ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1]) }
      .map { .gave(of: $0.key[0], to: $0.key[1]) }
  }

  /// The letter of the most likely owner of a point.
  public func owner(of point: Int) -> Int? {
    guard points.indices.contains(point), let shares = try? truth.posterior(at: points.row(point)).responsibilities,
      let best = shares.indices.max(by: { shares[$0] < shares[$1] }), letters.indices.contains(best)
    else { return nil }
    return letters[best]
  }
}

extension HandIns {
  /// Takes in what became of the files.
  mutating func take(_ files: [GradedHandIn]) {
    self.files = files
    shown = Self.mostCommon(files)
    questions = Self.questions(of: shown)
  }

  /// Those of the lesson that most of them are of.
  private static func mostCommon(_ files: [GradedHandIn]) -> [GradedHandIn.Sound] {
    let sound = files.compactMap(\.sound)
    let counts = Dictionary(grouping: sound) { $0.lesson.name }
    let most = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return sound.filter { $0.lesson.name == most?.key }
  }

  private static func questions(of shown: [GradedHandIn.Sound]) -> [HandInQuestion] {
    guard let first = shown.first else { return [] }
    return first.report.results.map { task in
      let answers = shown.compactMap { sound -> HandInQuestion.Answer? in
        guard let result = sound.report.results.first(where: { $0.page == task.page && $0.kind == task.kind }),
          let mark = result.mark
        else { return nil }
        let distances = result.sight?.distances
        let score = distances.map { $0.reduce(0, +) / Double(max($0.count, 1)) } ?? mark
        return HandInQuestion.Answer(name: sound.name, result: result, score: score)
      }
      return HandInQuestion(page: task.page, kind: task.kind, answers: answers, all: shown.count)
    }
  }

  /// The place of the one on show; nil where there are none.
  public var place: Int? {
    questions.isEmpty ? nil : min(chosen, questions.count - 1)
  }
}
