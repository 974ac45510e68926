import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

struct MysteryTests {
  @Test func theSameNumberHasTheSamePoints() {
    var states = [LabState.opened(), LabState.opened()]
    states[1].perform(.run(.stepForward), .guess(.openMystery(3, .unequal)))
    for index in states.indices { states[index].perform(.guess(.openMystery(4711, .overlapping))) }
    #expect(states[0].coordinates == states[1].coordinates)
    #expect(states[0].document.points.count == Mystery.pointCount)
    states[0].perform(.guess(.openMystery(4711, .elongated)))
    #expect(states[0].coordinates != states[1].coordinates)
  }

  /// Nothing that can be asked of a closed box, drawn, recorded or copied names what is in it.
  @Test(arguments: Mystery.Level.allCases) func aClosedBoxTellsNothing(_ level: Mystery.Level) throws {
    var state = LabState.opened()
    let (count, seed) = (state.document.componentCount, state.document.startSeed)
    state.perform(.guess(.openMystery(17, level)))
    #expect(state.document.mystery?.truth == nil && state.document.mystery?.score == nil)
    #expect(state.document.componentCount == count && state.document.startSeed == seed)
    #expect(state.document.points.groups.isEmpty && state.document.truthColumn == nil)
    let source = Mystery(number: 17, level: level).source
    #expect(source.truth == nil && source.componentCount == nil)
    // What is kept, as text: the number and the level, and nothing of a mixture.
    var kept = ""
    dump(state.document.mystery, to: &kept)
    #expect(!kept.contains("GaussianMixture") && !kept.contains("weights"))
    state.perform(.guess(.openBox))
    let truth = try #require(state.document.mystery?.truth)
    for number in truth.means.flatMap({ $0 }) + truth.weights { #expect(!kept.contains("\(number)")) }
    let written = try JSONEncoder().encode(Command.guess(.openMystery(17, level)))
    #expect(!String(decoding: written, as: UTF8.self).contains("weights"))
  }

  @Test func theScoreIsThatOfTheModelOnShow() throws {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(5, .separated)), .guess(.openBox))
    let first = try #require(state.document.mystery?.score)
    let truth = try #require(state.document.mystery?.truth)
    #expect(first.overlap == (try state.model.overlap(with: truth)))
    state.perform(.start(.setComponentCount(truth.componentCount)), .run(.runToConvergence))
    let second = try #require(state.document.mystery?.score)
    #expect(second.overlap != first.overlap && second.ownCount == second.trueCount)
    #expect(try #require(second.attainable) > 0.6)
    state.perform(.guess(.closeBox))
    #expect(state.document.mystery?.truth == nil && state.document.mystery?.score == nil)
  }

  @Test func whatEditedPointsAllowIsNotKnown() throws {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(5, .separated)), .guess(.openBox))
    let attainable = try #require(state.document.mystery?.score?.attainable)
    state.perform(.edit(.clearPoints))
    let score = try #require(state.document.mystery?.score)
    #expect(score.attainable == nil)
    state.perform(.edit(.undo))
    #expect(state.document.mystery?.score?.attainable == attainable)
  }

  @Test func kMeansIsNotScored() {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(5, .separated)), .guess(.openBox), .lanes(.compare(.kMeans)))
    #expect(state.document.mystery?.score != nil)
    state.perform(.lanes(.activate(1)))
    #expect(state.document.mystery?.score == nil)
    state.perform(.lanes(.activate(0)))
    #expect(state.document.mystery?.score != nil)
  }

  /// Judging takes a fit of all points, which would be felt after every command.
  @Test func manyPointsAreNotScored() {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(5, .separated)), .guess(.openBox))
    let few = state.document.points
    let times = LabState.mostFollowed / few.count + 1
    #expect(state.document.mystery?.score != nil)
    state.document.points = PointCloud(
      x: (0..<times).flatMap { _ in few.x }, y: (0..<times).flatMap { _ in few.y }, groups: [],
      revision: state.nextRevision())
    state.apply(.tick(1))
    #expect(state.document.mystery?.score == nil)
  }

  @Test func levelsAreWhatTheyAreCalled() throws {
    for number in UInt64(1)...40 {
      var worst: [Mystery.Level: Double] = [:]
      for level in Mystery.Level.allCases {
        var mystery = Mystery(number: number, level: level)
        mystery.isOpen = true
        let truth = try #require(mystery.truth)
        try truth.validate()
        #expect((2...5).contains(truth.componentCount))
        let axes = truth.covariances.compactMap { $0.principalAxes() }
        #expect(axes.allSatisfy { level == .elongated ? $0.long / $0.short >= 4 : $0.long / $0.short <= 2 })
        let data = try truth.sample(count: 2000, seed: number)
        let owners = try truth.predict(data.data)
        worst[level] = Double(zip(owners, data.labels).count { $0 != $1 }) / 2000
      }
      #expect(worst[.separated] ?? 1 < worst[.overlapping] ?? 0, "\(number): \(worst)")
    }
  }

  @Test func undoBringsTheFormerDataBack() {
    var state = LabState.opened()
    let before = state.coordinates
    state.perform(.guess(.openMystery(1, .separated)), .edit(.undo))
    #expect(state.coordinates == before && state.document.mystery == nil)
    state.perform(.edit(.redo))
    #expect(state.document.mystery?.number == 1)
    state.perform(.edit(.openExample(.ring)))
    #expect(state.document.mystery == nil)
  }

  @Test func aNumberIsTypedOnThePageOfTheBox() {
    var state = LabState.opened()
    state.perform(.guess(.openMystery(1, .unequal)), .interface(.showPage(.mystery)), .option(.beginSeedEntry))
    for digit in [4, 7, 1, 1] { state.perform(.option(.typeSeedDigit(digit))) }
    state.perform(.option(.commitSeed))
    #expect(state.document.mystery?.number == 4711 && state.document.mystery?.level == .unequal)
  }
}
