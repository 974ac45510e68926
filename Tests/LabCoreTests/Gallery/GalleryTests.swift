import GaussianMixtures
import Testing

@testable import LabCore

struct GalleryTests {
  private static let menu = Example.allCases.map(MenuEntry.example) + [.file(path: "iris.csv", .iris)]

  private func opened() -> LabState {
    var state = LabState.opened(menu: GalleryTests.menu)
    state.perform(.tick(1), .interface(.toggleOverlay(.gallery)))
    for effect in state.effects {
      guard case .listRecent = effect.task else { continue }
      state.apply(.answer(Answer(effect.ticket, .listed(FolderListing(path: "", parent: nil, entries: [])))))
    }
    return state
  }

  private func entry(_ example: Example) -> Int { GalleryTests.menu.firstIndex(of: .example(example)) ?? -1 }

  @Test func theFitOfTheCardPointedAtRunsAndComesToRest() throws {
    var state = opened()
    #expect(state.interface.focused == .menuItem(entry(.threeClusters)))
    state.perform(.interface(.focus(.menuItem(entry(.crossing)))))
    let preview = try #require(state.gallery.preview)
    #expect(preview.entry == entry(.crossing) && preview.step(at: state.now).kind == .start)
    #expect(state.nextChange != nil)
    state.run(for: 15, frame: 0.05)
    #expect(preview.step(at: state.now) == preview.steps.last && preview.steps.count > 6)
    #expect(state.nextChange == nil, "a card that has run costs nothing")
    state.perform(.interface(.dismiss))
    #expect(state.gallery.preview == nil && state.interface.overlay == nil)
  }

  /// The card shows what happens when the data are opened and run.
  @Test(arguments: Example.allCases)
  func theCardShowsTheRunThatOpeningBegins(_ example: Example) throws {
    var state = opened()
    state.perform(.interface(.focus(.menuItem(entry(example)))))
    guard example != .empty else {
      #expect(state.gallery.preview == nil)
      return
    }
    let shown = try #require(state.gallery.preview).steps
    state.perform(.edit(.openExample(example)))
    for _ in 1..<min(shown.count, 12) { state.perform(.run(.stepForward)) }
    #expect(zip(state.steps, shown).allSatisfy { $0.model == $1.model })
    state.perform(.edit(.undo))
    #expect(state.document.name == .example(.threeClusters))
  }

  @Test func filesAreReadForTheirPictures() throws {
    var state = opened()
    let file = GalleryTests.menu.count - 1
    #expect(state.effects.count == 1 && state.gallerySource(file) == nil)
    state.answer(.opened(.points([(0, 0), (1, 1), (2, 0), (5, 5)])))
    #expect(state.effects.isEmpty && state.gallerySource(file)?.x.count == 4)
    #expect(state.document.name == .example(.threeClusters) && state.interface.overlay == .gallery)
    state.perform(.interface(.dismiss), .interface(.toggleOverlay(.gallery)))
    let reads = state.effects.filter { if case .readFile = $0.task { true } else { false } }
    #expect(reads.isEmpty, "a file is read once")
    state.perform(.interface(.focus(.menuItem(file))))
    #expect(state.gallery.preview?.entry == file)
  }

  @Test func aFileThatIsGoneLeavesItsCardEmpty() {
    var state = opened()
    state.answer(.notOpened(.missing(path: "iris.csv")))
    #expect(
      state.announcement == nil && state.effects.isEmpty && state.gallerySource(GalleryTests.menu.count - 1) == nil)
  }

  /// From the start that it is opened with, EM ends below the best of twenty starts.
  @Test func twoOptimaBeginsAtTheLowerOne() throws {
    var state = LabState.opened()
    state.perform(.edit(.openExample(.twoOptima)), .run(.runToConvergence))
    let stuck = try #require(state.steps.last?.value)
    var best = -Double.infinity
    for _ in 0..<12 {
      state.perform(.start(.newStart), .run(.runToConvergence))
      best = max(best, state.steps.last?.value ?? best)
    }
    #expect(best > stuck + 20)
  }

  @Test func aComponentCollapsesOntoTheDuplicates() {
    var state = LabState.opened()
    state.perform(.edit(.openExample(.duplicates)))
    var rescued = false
    for _ in 0..<200 where state.canStep && !rescued {
      state.perform(.run(.stepForward))
      rescued = !state.document.runs.shown.rescued.isEmpty
    }
    #expect(rescued)
  }
}
