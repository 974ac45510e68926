import LabCore

/// Work of an earlier session.
extension Words {
  /// When it was: the time alone where that was today.
  public func text(_ moment: Moment) -> String {
    let time = "\(Self.twoDigits(moment.hour)):\(Self.twoDigits(moment.minute))"
    switch moment.daysAgo {
    case 0: return time
    case 1: return self(.yesterdayAt(time: time))
    default: return "\(moment.year)-\(Self.twoDigits(moment.month))-\(Self.twoDigits(moment.day)), \(time)"
    }
  }

  public func text(_ contents: KeptWork.Contents) -> String {
    self(.contents(points: contents.points, components: contents.components, halfSteps: contents.halfSteps))
  }

  /// What it is called in a list.
  public func name(_ work: KeptWork) -> String {
    let name = self(.workFrom(moment: text(work.moment)))
    return work.contents.map { "\(name): \(text($0))" } ?? name
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
