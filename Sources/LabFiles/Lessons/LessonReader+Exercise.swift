import LabCore

/// A page that is answered and marked.
extension LessonReader {
  /// What an exercise asks is all that its page asks.
  private static let besideExercise = ["gate", "question", "guess", "halfSteps", "locked"]

  /// - Parameter scene: what the page begins with.
  func exercise(_ page: LessonMembers, _ scene: LessonScene) throws(LessonFlaw) -> Exercise? {
    guard let json = page["exercise"] else { return nil }
    if let other = Self.besideExercise.first(where: { page[$0] != nil }) {
      throw page.flaw(other, "has no place beside an exercise")
    }
    let members = try LessonMembers(
      json, page: page.page, field: page.name(of: "exercise"),
      known: ["kind", "tolerance", "feedback", "seed", "level"])
    guard let kind = try members.choice("kind", Exercise.Kind.self) else { throw members.flaw("kind", "is missing") }
    guard let seed = try members.seed("seed") else { throw members.flaw("seed", "is missing") }
    let level = try members.choice("level", Mystery.Level.self)
    if level != nil, kind != .mystery { throw members.flaw("level", "is one of mysteries alone") }
    return Exercise(
      kind, tolerance: try tolerance(members, of: kind),
      feedback: try members.choice("feedback", Exercise.Feedback.self) ?? .atOnce, seed: seed,
      points: try points(page, kind, scene, level ?? .separated))
  }

  private func tolerance(_ members: LessonMembers, of kind: Exercise.Kind) throws(LessonFlaw) -> Double? {
    guard let value = members["tolerance"] else { return nil }
    let range = kind.tolerances
    guard range.upperBound > 0 else { throw members.flaw("tolerance", "is one of other kinds: this is right or not") }
    guard let number = value.double, range.contains(number) else {
      throw members.flaw("tolerance", "is no number within \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func points(
    _ page: LessonMembers, _ kind: Exercise.Kind, _ scene: LessonScene, _ level: Mystery.Level
  ) throws(LessonFlaw) -> Exercise.Points {
    switch kind {
    case .owners, .move, .order, .gain, .count:
      guard case .made(let setup) = scene else {
        throw page.flaw("exercise", "needs a scene with an example, of which there are fresh points")
      }
      guard setup.example != .empty, setup.compare == nil else {
        throw page.flaw("exercise", "needs a scene with points and one model")
      }
      let isBeforeM = setup.halfSteps % 2 == 1
      if kind == .owners, isBeforeM { throw page.flaw("exercise", "asks for an E-step, and an M-step comes next") }
      if kind == .move, !isBeforeM { throw page.flaw("exercise", "asks for an M-step, and an E-step comes next") }
      return .made(setup)
    case .diagnosis, .mystery:
      if page["scene"] != nil { throw page.flaw("scene", "has no place beside an exercise of this kind") }
      return kind == .diagnosis ? .stopped : .mystery(level)
    }
  }
}
