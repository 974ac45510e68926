/// A notice over the canvas: shown for a while, then kept in the strip.
public struct Announcement: Sendable, Equatable {
  public let notice: Notice
  let at: Double

  static let duration = 6.0

  public var letter: Int? { notice.letter }
  public var offersUndo: Bool { notice.offersUndo }
  var endsAt: Double { at + Announcement.duration }
  public func isFresh(at time: Double) -> Bool { time < endsAt }
}

extension LabState {
  mutating func announce(_ notice: Notice) { announcement = Announcement(notice: notice, at: now) }
}
