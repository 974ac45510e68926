import GaussianMixtures

extension Command {
  /// Guessing before a half-step is shown, and mixtures in a box.
  public enum Guess: Sendable, Equatable, Codable {
    /// Begins to guess, or stops.
    case toggle
    case ask(LabCore.Guess.Question)
    /// The component with this letter, for brush and keys; nil takes back.
    case choose(Int?)
    case beginGiving(DataPoint, radius: DataSize)
    case beginTakingBack(DataPoint, radius: DataSize)
    case moveStroke(DataPoint)
    /// The number of components that is said to have the lowest BIC.
    case chooseCount(Int)
    /// Ends a stroke, or a drag of the mark.
    case endStroke
    /// To the nearest point without an owner, or the next handle; or back.
    case walk(forward: Bool)
    /// Moves the mean of the component that the keyboard is on.
    case shift(DataSize)
    /// Changes what the keyboard is on by so many steps: an axis, the angle, a weight, the mark.
    case adjust(Double)
    case beginShaping(Drag)
    case moveMean(Int, to: DataPoint)
    case setCovariance(Int, DataCovariance)
    case setWeight(Int, Double)
    case beginMarking
    case mark(Double)
    /// Reveals what was guessed at, or goes on to the next guess.
    case goOn
    /// Shows the guess in place of the truth, or the truth again.
    case flip
    /// Begins the guess anew.
    case clear
    /// Fresh points of the same kind.
    case again
    /// A mixture in a box, by its number.
    case openMystery(UInt64, Mystery.Level)
    case openBox
    case closeBox
  }
}
