/// An offer that the program makes when it starts and the session before was cut off.
public struct Recovery: Sendable, Equatable {
  public enum Offer: Sendable, Equatable {
    /// The work lies in place.
    case goOn
    /// The same, but what was done last is lost: its record is damaged there.
    case goOnWithoutTheEnd
    /// To bring it back has ended the program before, so the usual start lies in place.
    case startFresh
    /// It cannot be read, so the usual start lies in place.
    case startFreshUnread
  }

  public let work: KeptWork
  public let offer: Offer
  /// How many other pieces of work are kept.
  public let others: Int
  /// What the program begins with when there is nothing to go on with.
  let usualStart: LabScene

  /// Whether the work lies in place, under the card.
  public var isInPlace: Bool {
    switch offer {
    case .goOn, .goOnWithoutTheEnd: true
    case .startFresh, .startFreshUnread: false
    }
  }

  /// What the offer leads with.
  public var first: Command.Recovery { isInPlace ? .goOn : .startFresh }
  /// What can be had instead.
  public var second: Command.Recovery { isInPlace ? .startFresh : .tryAgain }
}
