import LabCore
import LabView

/// Something that happens where nobody has touched anything for a while.
public struct WhenIdle {
  let seconds: Double
  let commands: (LabState) -> [Command]

  /// - Parameters:
  ///   - seconds: after so long.
  ///   - commands: what happens then, once until somebody comes back.
  public init(after seconds: Double, _ commands: @escaping (LabState) -> [Command]) {
    self.seconds = seconds
    self.commands = commands
  }
}

/// Since when nobody has touched anything, and what is due.
struct IdleWatch {
  private let after: Double
  private var touchedAt: Double
  private var isOver = false

  init(after seconds: Double, at time: Double) {
    after = seconds
    touchedAt = time
  }

  mutating func touch(at time: Double) {
    touchedAt = time
    isOver = false
  }

  /// When it is due; nil once it was.
  var due: Double? { isOver ? nil : touchedAt + after }

  /// Whether it is due now, which it is once.
  ///
  /// - Parameter isBusy: whether it has to wait, though nobody touches anything: it is due so long after.
  mutating func isDue(at time: Double, unless isBusy: Bool = false) -> Bool {
    guard let due, time >= due else { return false }
    if isBusy {
      touch(at: time)
      return false
    }
    isOver = true
    return true
  }
}

extension InputEvent {
  /// Whether somebody is there.
  var isTouch: Bool {
    switch self {
    case .pointerMoved, .buttonDown, .buttonUp, .wheel, .key, .fileDropped: true
    case .resized, .closeRequested, .focusLost, .pointerLeft: false
    }
  }
}
