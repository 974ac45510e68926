extension LabState {
  /// Whether a scene and its moment say all that what follows depends on: nothing is under way, nothing is open over the
  /// window, and nobody guesses, nor could undo lead back to a guess. A journal may begin anew here.
  public var isAtRest: Bool {
    effects.isEmpty && lesson == nil && glides.isEmpty && playback.mode == .paused && nothingIsHeld && nothingIsOpen
      && announcement?.isFresh(at: now) != true && document.guess == nil && !history.holdsGuess
      && scenesKeepWhatWasFound
  }

  private var nothingIsHeld: Bool {
    interface.drag == nil && gesture == nil && stroke == nil && guessStroke == nil && documentBeforeDrag == nil
  }

  private var nothingIsOpen: Bool {
    interface.overlay == nil && interface.transcriptLine == nil && interface.seedDraft == nil
      && interface.nameDraft == nil && interface.loading == nil
      && saving == nil && lessonSaving == nil
  }

  /// Of a search that failed beside an earlier one, and of a race without results, a scene keeps nothing.
  private var scenesKeepWhatWasFound: Bool {
    let isSearchWhole = search.status == .finished || search.candidates.isEmpty && search.searched.isEmpty
    return isSearchWhole && !(race.showsAll && race.results.runs.isEmpty)
  }
}
