import ArgumentParser
import LabCore
import LabFiles

/// Iterations in whole or half numbers; a half ends with the E-step, as in 6.5.
struct HalfSteps {
  let count: Int

  static func parse(_ argument: String) throws -> HalfSteps {
    guard let iterations = Double(argument), (0...Double(Limits.iterations)).contains(iterations),
      iterations * 2 == (iterations * 2).rounded()
    else {
      throw ValidationError("choose 0 to \(Limits.iterations) in whole or half numbers, as in 5 or 6.5")
    }
    return HalfSteps(count: Int(iterations * 2))
  }
}

extension LabState {
  /// Refuses to take half-steps that somebody is guessing at, and to show more than was guessed.
  ///
  /// - Parameter file: where it was read from.
  func refuseGuess(in file: String?) throws {
    guard document.guess != nil else { return }
    throw Failure("\(Format.input(file ?? "-")) holds a guess; open it in the window")
  }

  /// Takes so many half-steps and shows where that leads.
  ///
  /// - Parameters:
  ///   - halfSteps: nil for as many as there are until EM stops.
  ///   - goesOn: whether they are taken beyond that too.
  mutating func run(_ compare: Comparison?, halfSteps: Int?, goesOn: Bool = true) {
    performPendingWork()
    if let compare {
      apply(.lanes(.compare(compare)))
      performPendingWork()
    }
    for _ in 0..<(halfSteps ?? Film.most) where canStep {
      // Side by side, whoever has converged waits for the others, and is not taken on when all have.
      if halfSteps == nil || !goesOn ? commonEnd != nil : compare != nil && allHaveConverged { break }
      apply(.run(.stepForward))
      performPendingWork()
    }
  }
}
