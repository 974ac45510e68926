import LabCore

/// What keys do with the two columns on show.
enum ColumnKeys {
  /// The next pair; of data with two columns there is none, which opening the choice says.
  static func next(_ state: LabState) -> [Command] {
    guard let choice = state.document.points.choice else { return [.interface(.toggleColumns)] }
    return [.columns(.show(choice.pair(forward: true)))]
  }

  /// To the small picture beside the one of the pair on show: the columns across from left to right, those up from the
  /// top.
  static func move(_ direction: Direction, _ state: LabState) -> [Command] {
    guard let choice = state.document.points.choice else { return [] }
    let own = [choice.shown.across, choice.shown.up].compactMap(choice.fitted.firstIndex).sorted()
    guard own.count == 2 else { return [] }
    var (across, up) = (own[0], own[1])
    switch direction {
    case .left: across -= 1
    case .right: across += 1
    case .up: up -= 1
    case .down: up += 1
    }
    guard across >= 0, across < up, up < choice.fitted.count else { return [] }
    return [.columns(.show(ColumnPair(across: choice.fitted[across], up: choice.fitted[up])))]
  }
}
