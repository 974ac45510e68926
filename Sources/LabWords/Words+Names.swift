import GaussianMixtures
import LabCore

/// What the window calls things that have an identity of their own: the identity is what files and commands hold, the
/// name is what people read.
extension Words {
  public func name(_ example: Example) -> String {
    switch example {
    case .threeClusters: self(.threeClusters)
    case .crossing: self(.crossing)
    case .nested: self(.nested)
    case .unequal: self(.unequal)
    case .elongated: self(.elongated)
    case .ring: self(.ring)
    case .moons: self(.moons)
    case .duplicates: self(.duplicates)
    case .outliers: self(.outliers)
    case .noise: self(.noise)
    case .twoOptima: self(.twoOptima)
    case .empty: self(.emptyCanvas)
    }
  }

  /// What a data set is good for, in a sentence.
  public func teaching(_ entry: MenuEntry) -> String {
    switch entry {
    case .example(.threeClusters): self(.teachesThreeClusters)
    case .example(.crossing): self(.teachesCrossing)
    case .example(.nested): self(.teachesNested)
    case .example(.unequal): self(.teachesUnequal)
    case .example(.elongated): self(.teachesElongated)
    case .example(.ring): self(.teachesRing)
    case .example(.moons): self(.teachesMoons)
    case .example(.duplicates): self(.teachesDuplicates)
    case .example(.outliers): self(.teachesOutliers)
    case .example(.noise): self(.teachesNoise)
    case .example(.twoOptima): self(.teachesTwoOptima)
    case .example(.empty): self(.teachesEmpty)
    case .file(_, .oldFaithful): self(.teachesOldFaithful)
    case .file(_, .iris): self(.teachesIris)
    }
  }

  public func name(_ shape: StampShape) -> String {
    switch shape {
    case .gaussian: self(.gaussian)
    case .line: self(.line)
    case .ring: self(.ringStamp)
    }
  }

  public func name(_ setting: ToolSetting) -> String {
    switch setting {
    case .smallerBrush: self(.smallerBrush)
    case .largerBrush: self(.largerBrush)
    case .lowerRate: self(.lowerRate)
    case .higherRate: self(.higherRate)
    case .fewerPoints: self(.fewerStamped)
    case .morePoints: self(.moreStamped)
    case .narrower: self(.narrowerStamp)
    case .wider: self(.widerStamp)
    }
  }

  public func name(_ action: ChosenAction) -> String {
    switch action {
    case .all: self(.selectAll)
    case .duplicate: self(.duplicate)
    case .jitter: self(.jitter)
    case .delete: self(.deleteChosen)
    }
  }

  public func name(_ tool: Tool) -> String {
    switch tool {
    case .brush: self(.brush)
    case .eraser: self(.eraser)
    case .select: self(.select)
    case .stamp: self(.stamp)
    case .means: self(.means)
    case .hand: self(.hand)
    case .inspect: self(.inspect)
    }
  }

  public func name(_ layer: CanvasLayer) -> String {
    switch layer {
    case .points: self(.layerPoints)
    case .oneSigma: self(.layerOneSigma)
    case .twoSigma: self(.layerTwoSigma)
    case .threeSigma: self(.layerThreeSigma)
    case .trails: self(.layerTrails)
    case .letters: self(.layerLetters)
    case .contours: self(.layerContours)
    case .regions: self(.layerRegions)
    case .uncertainty: self(.layerUncertainty)
    case .truth: self(.layerTruth)
    case .model: self(.layerModel)
    }
  }

  public func name(_ family: CovarianceFamily) -> String {
    switch family {
    case .full: self(.full)
    case .tied: self(.tied)
    case .diagonal: self(.diagonal)
    case .spherical: self(.spherical)
    }
  }

  public func name(_ model: LaneModel) -> String {
    switch model {
    case .em(let family): name(family)
    case .kMeans: self(.kMeans)
    }
  }

  public func name(_ comparison: Comparison) -> String {
    switch comparison {
    case .kMeans: self(.emBesideKMeans)
    case .families: self(.fourFamilies)
    case .starts: self(.fourStarts)
    case .components: self(.oneMoreOneLess)
    }
  }

  public func name(_ kind: StartKind) -> String {
    switch kind {
    case .uniform: self(.startUniform)
    case .randomPoints: self(.startPoints)
    case .kMeansPlusPlus: self(.startKMeansPlusPlus)
    case .kMeans: self(.startKMeans)
    }
  }

  public func name(_ policy: CollapsePolicy) -> String {
    switch policy {
    case .floor: self(.collapseFloor)
    case .reseed: self(.collapseReseed)
    case .drop: self(.collapseDrop)
    case .fail: self(.collapseFail)
    }
  }

  public func name(_ policy: EmptyPolicy) -> String {
    switch policy {
    case .keep: self(.emptyKeep)
    case .reseed: self(.emptyReseed)
    case .drop: self(.emptyDrop)
    }
  }

  /// What choosing an option does, in a few words.
  public func explanation(_ change: OptionChange) -> String {
    switch change {
    case .family(.full): self(.fullTip)
    case .family(.tied): self(.tiedTip)
    case .family(.diagonal): self(.diagonalTip)
    case .family(.spherical): self(.sphericalTip)
    case .startKind(.uniform): self(.startUniformTip)
    case .startKind(.randomPoints): self(.startPointsTip)
    case .startKind(.kMeansPlusPlus): self(.startKMeansPlusPlusTip)
    case .startKind(.kMeans): self(.startKMeansTip)
    case .seed: self(.anotherSeed)
    case .onCollapse(.floor): self(.collapseFloorTip)
    case .onCollapse(.reseed), .onEmpty(.reseed): self(.reseedTip)
    case .onCollapse(.drop), .onEmpty(.drop): self(.dropTip)
    case .onCollapse(.fail): self(.collapseFailTip)
    case .onEmpty(.keep): self(.emptyKeepTip)
    case .floor: self(.floorTip)
    case .tolerance: self(.toleranceTip)
    }
  }

  /// Components by their letters: "A", "A and C", "A, C and D".
  public func list(letters: [Int]) -> String { list(letters.map(ComponentName.letter)) }

  public func list(_ names: [String]) -> String {
    guard names.count > 2, let first = names.first else {
      return names.count == 2 ? self(.pair(first: names[0], second: names[1])) : names.first ?? ""
    }
    return self(.enumeration(first: first, rest: list(Array(names.dropFirst()))))
  }
}
