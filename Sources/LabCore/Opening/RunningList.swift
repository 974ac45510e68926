/// Files that were prepared to be shown one after another, and which of them comes now.
public struct RunningList: Sendable, Equatable, Codable {
  /// Whole paths of scenes, lessons and tables.
  public let paths: [String]
  /// That of the one that was opened last, from 0.
  public internal(set) var place = 0

  /// More than anybody shows.
  static let most = 500

  /// Nil where there is nothing to go through.
  init?(_ paths: [String]) {
    guard (2...RunningList.most).contains(paths.count) else { return nil }
    self.paths = paths
  }

  public var next: Int? { place + 1 < paths.count ? place + 1 : nil }
  public var previous: Int? { place > 0 ? place - 1 : nil }

  /// What a file is called, without its folder.
  public func name(_ place: Int) -> String {
    guard paths.indices.contains(place) else { return "" }
    return paths[place].split(separator: "/").last.map(String.init) ?? paths[place]
  }
}

extension LabState {
  /// Keeps files to be opened one after another. The first of them is on show already, or comes by itself.
  mutating func prepare(_ paths: [String]) { runningList = RunningList(paths) }

  /// Opens one of them as any other file is opened: what it takes the place of is had back by undoing.
  mutating func openListed(_ place: Int) {
    guard let list = runningList, list.paths.indices.contains(place) else { return }
    runningList?.place = place
    applyShell(.openFile(path: list.paths[place]))
  }

  /// What a clicker does that goes on, where no lesson is recorded: half-steps until the run has come to its end, or the
  /// pages of a lesson; then what comes next in the list.
  public var commandsOfGoingOn: [Command] {
    if runningList != nil, interface.loading != nil { return [] }
    let next = (runningList?.next).map { [Command.shell(.openListed($0))] } ?? []
    if let lesson { return [.lesson(.next)] + (lesson.isLast ? next : []) }
    return next.isEmpty || isWorthAStep ? [.run(.stepForward)] : next
  }

  /// The same backwards: from the beginning it leads to what comes before in the list.
  public var commandsOfGoingBack: [Command] {
    if runningList != nil, interface.loading != nil { return [] }
    let isAtBeginning = lesson.map { $0.page == 0 } ?? (!canGoBack && document.guess == nil)
    if isAtBeginning, let previous = runningList?.previous { return [.shell(.openListed(previous))] }
    return [lesson == nil ? .run(.stepBack) : .lesson(.back)]
  }

  /// Whether a half-step shows anything that was not seen: EM has not come to its end, or somebody guesses at it.
  private var isWorthAStep: Bool {
    document.guess != nil || canGoOn && (document.clock < document.latest || commonEnd == nil)
  }
}
