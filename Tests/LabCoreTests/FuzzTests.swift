import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

/// Thousands of random commands, many of them impossible: the state stays sound, and undo leads back to the first.
///
/// The variable COMMANDS asks for so many in all.
struct FuzzTests {
  private static let rounds = (ProcessInfo.processInfo.environment["COMMANDS"].flatMap(Int.init) ?? 0) / 400 / 2

  @Test(arguments: 1...max(12, rounds))
  func anySequenceOfCommandsLeavesASoundState(_ seed: Int) {
    var state = LabState.opened(EMOptions(maximumIterations: 30))
    let first = state.coordinates
    let firstStart = state.document.start
    guard perform(RandomCommands(seed: UInt64(seed), outlandish: true), on: &state) else { return }
    let last = state.document
    let undone = undoAll(&state)
    #expect(undone < History.limit, "nothing was forgotten, so undo leads to the beginning")
    #expect(state.coordinates == first && state.document.start == firstStart)
    #expect(state.blockedReason == nil)
    // And redo leads back: the same points, start, settings and runs, with what they had found out.
    for _ in 0..<undone { state.perform(.edit(.redo)) }
    #expect(state.document.points.revision == last.points.revision && state.document.name == last.name)
    #expect(state.document.start == last.start && state.document.startState == last.startState)
    #expect(state.document.options == last.options && state.document.aspect == last.aspect)
    #expect(state.document.isEdited == last.isEdited && state.document.startLetters == last.startLetters)
    #expect(state.document.lanes == last.lanes && state.document.startsTogether == last.startsTogether)
  }

  /// The same with data of four columns, and commands that choose among them.
  @Test(arguments: 1...max(10, rounds))
  func anySequenceLeavesAllColumnsSound(_ seed: Int) {
    var state = LabState.onColumns(EMOptions(maximumIterations: 30))
    let first = state.document.points.columns
    let commands = RandomCommands(seed: UInt64(seed), outlandish: true, choosing: true)
    guard perform(commands, on: &state) else { return }
    let last = state.document
    let undone = undoAll(&state)
    #expect(undone < History.limit && state.document.points.columns == first)
    for _ in 0..<undone { state.perform(.edit(.redo)) }
    #expect(state.document.points.columns == last.points.columns)
    // Which two of them are shown is no edit.
    let (choice, lastChoice) = (state.document.points.choice, last.points.choice)
    #expect(choice?.fitted == lastChoice?.fitted && choice?.isStandardized == lastChoice?.isStandardized)
    #expect(state.document.lanes == last.lanes && state.document.columnNames == last.columnNames)
  }

  /// Performs the first commands, and looks for a flaw after each; false where one was found.
  private func perform(_ commands: RandomCommands, on state: inout LabState) -> Bool {
    for command in commands.prefix(400) {
      state.perform(command)
      if let flaw = flaw(in: state) {
        Issue.record("\(flaw) after \(command)")
        return false
      }
    }
    state.perform(.interface(.dismiss), .edit(.endStroke))
    return true
  }

  /// Returns how much there was to be undone.
  private func undoAll(_ state: inout LabState) -> Int {
    var undone = 0
    while state.canUndo {
      state.perform(.edit(.undo))
      undone += 1
    }
    return undone
  }

  private func flaw(in state: LabState) -> String? {
    let lanes = state.document.lanes
    guard (1...Lane.most).contains(lanes.count), lanes.indices.contains(state.document.active) else {
      return "no active lane"
    }
    for lane in lanes {
      if let flaw = flaw(in: lane) { return flaw }
      if state.document.startsTogether, lane.start.means != lanes[0].start.means { return "the starts differ" }
      if state.blockedReason(in: lane) == nil, lane.hasModel, lane.runs.current.latest.value == nil {
        return "no value and no reason"
      }
      if state.blockedReason(in: lane) == nil, lane.hasModel, lane.runs.current.end == nil,
        lane.runs.current.steps.count <= state.document.clock
      {
        let ahead = lanes.map {
          "\($0.runs.cursor) of \($0.runs.current.steps.count), \($0.runs.current.end.debugDescription)"
        }
        return "a lane is behind the clock: \(ahead)"
      }
    }
    guard state.glides.keys.allSatisfy(lanes.indices.contains) else { return "a glide without a lane" }
    return flawOutsideLanes(of: state)
  }

  private func flaw(in lane: Lane) -> String? {
    let runs = lane.runs
    guard runs.current.steps.indices.contains(runs.cursor) else { return "the cursor is out of range" }
    guard runs.earlier.count <= Runs.earlierLimit else { return "too many earlier curves" }
    let numbers = runs.earlier.map(\.number)
    guard numbers == numbers.sorted(), Set(numbers + [runs.number]).count == numbers.count + 1 else {
      return "the numbers of runs \(numbers), \(runs.number)"
    }
    guard Set(runs.names.keys).isSubset(of: Set(numbers + [runs.number])) else { return "the name of no run" }
    for step in [runs.shown, runs.current.latest] {
      guard LabState.componentCounts.contains(step.model.componentCount) else { return "K is out of range" }
      guard step.identities.count == step.model.componentCount, Set(step.identities).count == step.identities.count
      else {
        return "letters \(step.identities) are not unique"
      }
      guard abs(step.model.weights.reduce(0, +) - 1) < 1e-9 else { return "weights sum to \(step.model.weights)" }
      guard (try? step.model.validate()) != nil else { return "the model is invalid" }
      guard step.value?.isFinite != false else { return "the value is not finite" }
      guard (step.sumOfSquares == nil) == (lane.algorithm == .em) || step.value == nil else {
        return "a value of the other algorithm"
      }
    }
    return nil
  }

  private func flawOutsideLanes(of state: LabState) -> String? {
    let points = state.document.points
    for lane in state.document.lanes where lane.hasModel || lane.start.dimensions != points.dimensions {
      let models = [lane.start, lane.runs.shown.model, lane.runs.current.latest.model]
      guard models.allSatisfy({ $0.dimensions == points.dimensions }) else { return "a model of other columns" }
    }
    if let table = points.table {
      guard table.values.allSatisfy({ $0.count == points.count && $0.allSatisfy(\.isFinite) }) else {
        return "columns of other points"
      }
      let shown = table.choice.shown
      guard table.choice.canShow(shown), table.choice.fitted.count >= 2 else { return "a pair that the model has not" }
      guard table.column(shown.across) == points.x || table.choice.isStandardized,
        table.choice.isStandardized || table.column(shown.up) == points.y
      else {
        return "the canvas shows other values than the table has"
      }
    }
    guard state.coordinates.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return "a point is not finite" }
    let view = state.viewport.bounds
    guard view.width > 0, view.height > 0, view.width.isFinite, view.height.isFinite else { return "no view: \(view)" }
    guard state.now.isFinite, state.nextChange?.isFinite != false else { return "the clock is lost" }
    guard state.interface.dragButton == nil || state.interface.drag != nil else { return "a button holds nothing" }
    guard state.document.startState != .awaited || state.blockedReason != nil else { return "the start never comes" }
    guard !state.isComputing, state.playback.mode != .rushing else { return "a run is stuck" }
    return nil
  }
}
