import GaussianMixtures

/// What became of an effect. Written down it is its ticket alone: whoever replays the record performs the effect again.
public struct Answer: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    // Computations
    case advanced(RunAnswer)
    case drewStart(GaussianMixture)
    case drewNoStart(MixtureError)

    // Searches
    case searching(done: Int, total: Int)
    case found([ModelSearch.Candidate], best: Int?)
    case searchFailed(MixtureError)

    // Races
    /// One run has ended.
    case racing(MultistartRun)
    /// All have.
    case raced([MultistartRun])
    case raceFailed(MixtureError)

    // Files
    /// How much of the file has been read, 0…1.
    case reading(Double)
    case opened(DataSource)
    case notOpened(FileProblem)

    // The window
    case done

    /// Read from a record, which says only that an answer came.
    case unrecorded
  }

  public let ticket: Ticket
  public let outcome: Outcome

  public init(_ ticket: Ticket, _ outcome: Outcome) {
    self.ticket = ticket
    self.outcome = outcome
  }
}

extension Answer: Codable {
  public init(from decoder: any Decoder) throws { self.init(try Ticket(from: decoder), .unrecorded) }
  public func encode(to encoder: any Encoder) throws { try ticket.encode(to: encoder) }
}
