import LabCore

/// What the window calls what can be asked, and what is in a box.
extension Words {
  public func name(_ question: Guess.Question) -> String {
    switch question {
    case .owners: self(.askOwners)
    case .onePoint: self(.askOnePoint)
    case .move: self(.askMove)
    case .gain: self(.askGain)
    case .count: self(.askCount)
    }
  }

  /// The question in full.
  public func text(_ question: Guess.Question) -> String {
    switch question {
    case .owners: self(.ownersQuestion)
    case .onePoint: self(.onePointQuestion)
    case .move: self(.moveQuestion)
    case .gain: self(.gainQuestion)
    case .count: self(.countQuestion)
    }
  }

  public func name(_ level: Mystery.Level) -> String {
    switch level {
    case .separated: self(.levelSeparated)
    case .overlapping: self(.levelOverlapping)
    case .unequal: self(.levelUnequal)
    case .elongated: self(.levelElongated)
    }
  }
}
