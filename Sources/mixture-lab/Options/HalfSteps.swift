import ArgumentParser
import LabCore
import LabFiles
import LabView

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

  /// Refuses half-steps before the run began: one that goes on from an edit goes on counting.
  ///
  /// - Parameters:
  ///   - halfSteps: as captions count them.
  ///   - compare: begins all anew.
  ///   - way: what can be done about it.
  func refuse(before halfSteps: [Int], _ compare: Comparison?, _ way: String) throws {
    guard compare == nil, let early = halfSteps.min(), document.clock(of: early) < 0 else { return }
    func iterations(_ halfSteps: Int) -> String { NumberText.general(Double(halfSteps) / 2, significant: 6) }
    throw Failure(
      "the run begins after \(iterations(document.firstHalfStep)) iterations, \(iterations(early)) is before; \(way)")
  }

  /// Takes so many half-steps from the one on show, and shows where that leads.
  mutating func run(_ compare: Comparison?, halfSteps: Int) {
    // One memory for all of them: what is prepared once for the points is not prepared for each half-step.
    let memory = EngineMemory()
    begin(compare, memory)
    for _ in 0..<halfSteps where canStep {
      // Side by side, whoever has converged waits for the others, and is not taken on when all have.
      if compare != nil, allHaveConverged { break }
      step(memory)
    }
  }

  /// Takes half-steps, wherever the run on show stands, until so many are there.
  ///
  /// - Parameters:
  ///   - last: the iteration that is named last, counted as captions count them; nil for the end of EM.
  ///   - goesOn: whether they are taken beyond the end of EM too.
  mutating func run(_ compare: Comparison?, until last: HalfSteps?, goesOn: Bool = true) {
    let memory = EngineMemory()
    begin(compare, memory)
    // New ones follow the latest.
    if document.clock < document.latest { apply(.run(.scrub(toStep: document.latest))) }
    let most = last.map { document.clock(of: $0.count) } ?? Film.most
    while document.latest < most, canStep {
      if last == nil || !goesOn ? commonEnd != nil : compare != nil && allHaveConverged { break }
      let latest = document.latest
      step(memory)
      guard document.latest > latest else { break }
    }
  }

  private mutating func begin(_ compare: Comparison?, _ memory: EngineMemory) {
    performPendingWork(with: memory)
    guard let compare else { return }
    apply(.lanes(.compare(compare)))
    performPendingWork(with: memory)
  }

  private mutating func step(_ memory: EngineMemory) {
    apply(.run(.stepForward))
    performPendingWork(with: memory)
  }
}
