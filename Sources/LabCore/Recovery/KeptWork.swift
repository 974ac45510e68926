/// What a session left behind: its journal, which nobody goes on with.
public struct KeptWork: Sendable, Equatable {
  /// How the session ended.
  public enum Ending: Sendable, Equatable {
    /// The program or the machine stopped while it was under way.
    case cutOff
    /// It was closed with something in it that no file has, or left for a fresh start.
    case closed
    /// To bring it back has ended the program, more than once.
    case setAside
  }

  /// What is in it, as far as that is known without bringing it back.
  public struct Contents: Sendable, Equatable, Codable {
    public let points, components, halfSteps: Int

    public init(points: Int, components: Int, halfSteps: Int) {
      self.points = points
      self.components = components
      self.halfSteps = halfSteps
    }
  }

  /// Opened like any other file.
  public let path: String
  /// When something was last done in it.
  public let moment: Moment
  public let contents: Contents?
  public let ending: Ending

  public init(path: String, moment: Moment, contents: Contents?, ending: Ending) {
    self.path = path
    self.moment = moment
    self.contents = contents
    self.ending = ending
  }

  /// The same with what was found in it.
  public func holding(_ contents: Contents) -> KeptWork {
    KeptWork(path: path, moment: moment, contents: contents, ending: ending)
  }
}

/// A time of day where the user is, and how long ago that day was.
public struct Moment: Sendable, Equatable {
  public let year, month, day, hour, minute: Int
  /// 0 is today, 1 is yesterday.
  public let daysAgo: Int

  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, daysAgo: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.daysAgo = daysAgo
  }
}

extension LabState {
  /// What is in it, in the numbers that name a piece of work.
  public var contents: KeptWork.Contents {
    KeptWork.Contents(
      points: document.points.count, components: document.runs.shown.model.componentCount,
      halfSteps: document.runs.current.latest.halfStep)
  }
}
