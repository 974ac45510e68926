import LabCore
import LabWords

extension Words {
  /// What the search has found, or is about to do; what is pointed at comes first.
  func verdict(_ state: LabState, best: Int?, isShort: Bool) -> String {
    let candidates = state.search.candidates
    if case .candidate(let index) = state.interface.hovered ?? state.interface.focused,
      candidates.indices.contains(index)
    {
      return text(candidates[index])
    }
    switch state.search.status {
    case .idle: return self(isShort ? .smallerBIC : .smallerBICFormula)
    case .running: return self(.fromStarts(starts: ModelSearch.restarts))
    case .failed(let error): return text(error, letters: [])
    case .finished where state.searchIsOutdated: return self(.searchIsOutdated)
    case .finished:
      guard let best else { return self(state.search.families.isEmpty ? .chooseAFamily : .nothingFitted) }
      return self(.bestCandidate(candidate: text(candidates[best])))
    }
  }

  func text(_ candidate: ModelSearch.Candidate) -> String {
    let bic = candidate.bic.map { NumberText.decimal($0, digits: abs($0) < 100_000 ? 1 : 0) } ?? NumberText.none
    let family = name(candidate.family)
    return self(
      candidate.isFloored
        ? .flooredCandidate(family: family, components: candidate.components, bic: bic)
        : .candidate(family: family, components: candidate.components, bic: bic))
  }
}
