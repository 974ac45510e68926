import GaussianMixtures
import LabCore

/// What the window says of itself.
extension Words {
  public func text(_ notice: Notice) -> String {
    switch notice {
    case .pointsCleared: self(.allPointsCleared)
    case .adopted(let family, let components): self(.adopted(family: name(family), components: components))
    case .adoptedSeed(let seed): self(.adoptedSeed(seed: String(seed)))
    case .rescued(let rescue): text(rescue)
    case .engine(let problem): text(problem)
    case .blocked(let reason): text(reason)
    case .runIsOver: self(.runIsOver)
    case .tooManyComponents(let limit): self(.tooManyComponents(limit: limit))
    case .tooManyPoints(let limit): self(.tooManyPoints(limit: limit))
    case .lastComponent: self(.lastComponent)
    case .lastColumns: self(.lastColumns)
    case .onlyTwoColumns: self(.onlyTwoColumns)
    case .noFamilyChosen: self(.chooseAFamily)
    case .searchFailed(let error): text(error, letters: [])
    case .cannotOpen(let problem): text(problem)
    case .columnsBeyond(let taken, let all): self(.columnsBeyond(taken: taken, all: all))
    case .modelDoesNotFit(let columns, let own): self(.modelDoesNotFit(columns: columns, own: own))
    case .modelIsTooLarge(let components, let limit): self(.modelIsTooLarge(components: components, limit: limit))
    case .settingsUnusable(let path, let field): self(.settingsUnusable(path: path, field: field))
    case .lettersMissing(let language, let package):
      self(.lettersMissing(languages: language, package: package))
    case .speechMissing(let package): self(.speechMissing(package: package))
    case .saved(let path): self(.savedAs(path: path))
    case .notSaved(let path): self(.notSavedAs(path: path))
    case .startNotDrawn(let error): text(error, letters: [])
    case .viewIsAtItsEnd: self(.viewEnds)
    case .noLargeChart: self(.noLargeChart)
    case .closingLoses: self(.closingLoses)
    case .closingStopsTheExport: self(.closingStopsTheExport)
    case .workIsKept(let work): self(.workInRecent(moment: text(work.moment)))
    case .nothingIsKept(let reason): self(.nothingIsKept(reason: reason))
    case .lesson(.isNotHere): self(.notOnThisPage)
    case .lesson(.waits): self(.lessonWaits)
    case .lesson(.asks): self(.answerFirst)
    case .draft(.kept): self(.draftKept)
    case .draft(.pageRemoved): self(.pageRemoved)
    case .draft(.noTitle): self(.draftNoTitle)
    case .draft(.noText(let page)): self(.draftNoText(page: page))
    case .draft(.noQuestion(let page)): self(.draftNoQuestion(page: page))
    case .draft(.tooManyPages(let limit)): self(.mostPages(limit: limit))
    case .guess(.showsTheAnswer): self(.unguessed)
    case .guess(.changesTheTask): self(.taskStays)
    case .guess(.notReady): self(.nothingGuessed)
    case .guess(.notRevealed): self(.notRevealed)
    case .guess(.needsEM): self(.guessNeedsEM)
    }
  }

  public func text(_ reason: BlockedReason) -> String {
    switch reason {
    case .noPoints: self(.noPoints)
    case .needMorePoints(let missing, let components): self(.addMorePoints(missing: missing, components: components))
    case .engine(let problem): text(problem)
    }
  }

  func text(_ rescue: Rescue) -> String {
    let names = list(letters: rescue.letters)
    let points = max(1, Int(min(rescue.points, 1e15).rounded()))
    let cause =
      switch rescue.reason {
      case .empty: self(.lostPoints(components: names, number: rescue.letters.count))
      case .collapsed: self(.collapsedOnto(components: names, points: points))
      case .flat: self(.wentFlat(components: names, points: points))
      case .sharedFlat: self(.sharedWentFlat)
      }
    let remedy =
      switch rescue.kind {
      case .floorApplied: self(.floorApplied)
      case .reseeded: self(.reseeded)
      case .dropped: self(.dropped)
      case .kept: self(.keptAsItWas)
      }
    return self(.causeAndRemedy(cause: cause, remedy: remedy))
  }
}
