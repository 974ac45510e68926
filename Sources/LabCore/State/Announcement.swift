/// Something that happened by itself or could surprise: shown over the canvas for a while, then kept in the strip.
public struct Announcement: Sendable, Equatable {
  public let text: String
  /// The letter of the component it is about (0 is A); `nil` when it is about none.
  public let letter: Int?
  public let offersUndo: Bool
  let at: Double

  static let duration = 6.0

  var endsAt: Double { at + Announcement.duration }
  public func isFresh(at time: Double) -> Bool { time < endsAt }
}
