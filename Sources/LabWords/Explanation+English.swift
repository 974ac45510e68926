extension Explanation {
  /// The English table; complete, or it does not compile.
  var english: String {
    switch self {
    // Data
    case .dataSet: "The data set: a click lists the others."
    case .pointCount: "N, the number of points."
    case .columnName: "The column of the data that this axis shows."
    case .axisTicks:
      "Values of the two columns, in the data's own units, or in standard deviations where they are scaled."
    case .columnChoice: "Which two columns the canvas shows, and which ones the model is fitted to."
    case .columnPair: "The points in two columns; ellipses there are the exact marginals of the whole model."
    case .fittedColumn: "Whether the model is fitted to this column; with other columns it begins anew."
    case .standardize:
      "Gives every column mean 0 and standard deviation 1, so that no unit outweighs another; the model begins anew."
    case .columnValues: "The component in every column of the model: its mean, and one standard deviation."
    case .point: "A point of the data; its color mixes those of its owners by their shares."

    // Time
    case .restart: "Returns to the same start, before the first half-step."
    case .back: "Goes back one half-step; nothing is lost."
    case .play: "Plays half-steps one after the other, as fast as the speed says."
    case .next: "Takes one half-step: E shares out the points, M moves and reshapes the components."
    case .end: "Iterates until the log-likelihood hardly grows any more."
    case .speed: "Half-steps per second while EM plays."
    case .newStart: "Draws a new start from the next seed: EM may climb to another optimum from there."
    case .startOrigin: "Where the present start comes from; the same seed draws the same start on every machine."

    // Window
    case .projector: "Larger letters and stronger contrast, for the last row of a classroom."
    case .saveScene: "Saves data, models and runs as one file; opened again it shows what is on the screen now."
    case .openFile: "Opens a table or a scene."
    case .fileRow: "Opens it."
    case .folderUp: "Shows the folder that this one is in."
    case .help: "Lists all keys and gestures."
    case .clear: "Removes all points; undo brings them back."
    case .undo: "Takes the latest edit of points, start or options back."
    case .redo: "Does again what was taken back."
    case .fit: "Shows all of the data and the ellipses."
    case .close: "Closes this."
    case .cancelLoading: "Stops reading the file; what was there stays."
    case .toolInHand: "What the left mouse button does on the canvas now."
    case .hints: "What mouse and keys do now, the most useful first."
    case .announcement: "What happened last that was worth saying."
    case .openingHint: "How to begin; it goes at the first click or key."
    case .wayBack: "Some of the data lie outside the view."
    case .helpRow: "A click does what the key does."

    // Tools
    case .brush: "Adds points: one by a click, a spray by a drag."
    case .select: "Chooses points by a rectangle around them, to move, copy, shake or delete them."
    case .stamp: "Leaves many points at once: a Gaussian by its long axis, a line or a ring."
    case .stampShape: "What the stamp leaves."
    case .brushSpread: "How far the spray spreads: the outline is two standard deviations from its middle."
    case .brushRate: "How many points the brush leaves in a second."
    case .stampCount: "How many points the stamp leaves."
    case .stampWidth: "How wide it is: the short axis in long ones."
    case .chosenCount: "How many points are selected."
    case .selectAll: "Selects all points."
    case .duplicate: "Copies the selected points beside them; the copies are selected then."
    case .jitter: "Moves each selected point a little at random, or all points where none is selected."
    case .deleteChosen: "Removes the selected points; undo brings them back."
    case .canvas: "The canvas, for the keyboard: arrows choose, Enter grabs."
    case .galleryCard: "A data set with its own number of components and start; the fit runs on the card."
    case .stampTip: "What is stamped when the button is released."
    case .eraser: "Removes the points under its outline."
    case .means: "Places means, and stretches and turns ellipses by their handles."
    case .hand: "Moves the view."
    case .inspect: "Shows Bayes' arithmetic for the point under the pointer."

    // Components
    case .components: "The normal distributions that the mixture is made of, each with its weight."
    case .componentCount: "K, the number of components; EM does not choose it, model selection helps."
    case .family: "The family that all covariances are held to; a click opens the options."
    case .letter: "The component's letter and color, the same on the canvas and here."
    case .weight: "weight: πₖ, the share of the points that the mixture expects from this component."
    case .weightBar: "The weight as a length; drag it to change the weight, the others share the rest."
    case .nextWeight: "The tick: Nₖ/N, where the next M-step puts the weight."
    case .expects: "expects: the sum of responsibilities, Nₖ = Σₙ rₙₖ."
    case .center: "center: μₖ, the component's mean."
    case .axes: "One standard deviation along the ellipse's long axis, and across it."
    case .turn: "How far the long axis is turned from the horizontal, counterclockwise."
    case .rescued: "The latest M-step had to help this component, which had too few points for a shape of its own."

    // On the canvas
    case .oneSigma: "1 σ: one standard deviation around the mean; 39 % of a component's points lie within."
    case .twoSigma: "2 σ: two standard deviations around the mean; 86 % of a component's points lie within."
    case .threeSigma: "3 σ: three standard deviations around the mean; 99 % of a component's points lie within."
    case .trail: "The way of the mean since the start, a dot for each iteration."
    case .contours: "Lines of equal density that enclose 10, 30, 50, 70 and 90 % of what the mixture would produce."
    case .regions: "Who wins where: a border runs where two components would own a point in equal shares."
    case .uncertainty: "The larger a point, the less it is known who owns it: the entropy of its shares."
    case .truth:
      "The groups that the file names, as rims: where rim and fill differ, the model groups a point otherwise."
    case .letters: "The letter of a component at its mean."
    case .pointsLayer: "The points of the data."
    case .modelLayer: "Everything of the model, here and in the panel: hide it to ask, show it to answer."
    case .layers: "Lists what can be drawn, with a switch each."
    case .resetLayers: "Draws what is drawn at first."

    // The run
    case .logLikelihood:
      "log L = Σₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ): how well the mixture explains the data; higher is better."
    case .badge: "Whether EM runs, waits, or has come to its end."
    case .iteration: "Iterations so far; E and M are the two halves of one."
    case .value: "The log-likelihood of the parameters on show, natural logarithm, summed over the points."
    case .gain: "What the latest iteration added to the log-likelihood; with a floor of zero it is never negative."
    case .reason: "Why the run stands where it stands, and when it will stop."
    case .curve: "The log-likelihood after every half-step: an E-step leaves it as it is, an M-step raises it."
    case .bound:
      "The lower bound F(q, θ), which EM climbs: an E-step lifts it to the log-likelihood, an M-step raises both."
    case .earlierRun: "A run from another start on the same points."
    case .bestRun: "The highest log-likelihood of the earlier runs on these points: what there is to beat by hand."
    case .expectation: "E, the expectation step: shares every point out among the components."
    case .maximization: "M, the maximization step: fits every component to its shares of the points."
    case .scrubber: "The half-step on show; drag it to go back and forth."
    case .agreement: "Adjusted Rand index: 1 where model and file group the points alike, about 0 by chance."
    case .valueAxis: "Log-likelihood, summed over the points."
    case .iterationAxis: "Iterations."
    case .hiddenCurve: "The curve is hidden with the model: it would tell how well it fits."

    // Side by side
    case .race: "Runs EM from many seeded starts and groups what they end in."
    case .raceResults: "How many of the starts found the best result, and which seeds were tried."
    case .optimum: "A result that starts ended in: its log-likelihood, a dot for each start, the lowest seed."
    case .allOptima: "All results in place of the chart, or the chart again."
    case .runs: "The runs tried so far: where each came from and how far it got."
    case .keptRun: "Returns to this run, whole."
    case .nameRun: "Gives this run a name."
    case .deleteRun: "Takes this run off the list."
    case .moreRuns: "Shows the runs that have no room here."
    case .largeChart: "The chart in the canvas's place, or back."
    case .firstClimb: "The first climb of the curve whole, or what follows it."
    case .divergence: "The gap between bound and log-likelihood: how far the responsibilities are from the posterior."
    case .compare: "Puts other models of the same data beside this one, under one clock."
    case .lane: "One of the models side by side; a click makes it the one that cards and options are about."
    case .laneCard: "A model's log-likelihood and BIC; a click makes it the active one."
    case .laneModel: "What this lane runs: EM with a family of covariances, or k-means."
    case .keepLane: "Goes on with this model alone."
    case .closeLane: "Takes this model away."
    case .laneCurves: "One curve for each model, half-step by half-step."

    // Guessing, and mixtures in a box
    case .guess: "Guess before each half-step is shown: nothing is revealed that was not guessed at."
    case .question: "What is asked before the next half-step."
    case .giving: "The component that brush and keys give points to."
    case .takingBack: "Takes points back: what is left grey is not scored."
    case .clearGuess: "Begins the guess anew."
    case .freshPoints: "Fresh points of the same kind, from the next seed: nothing of them has been seen."
    case .showGuess: "Shows the guess in place of what came, or what came again."
    case .countChoice: "The number of components that you say has the lowest BIC."
    case .guessBlock: "Your guess, and once it is revealed how near it came."
    case .mystery: "Points from a mixture in a box: find it, then open the box."
    case .mysteryLevel: "How hard the mixture in the box is to find."
    case .newMystery: "Another mixture in a box: the next number."
    case .box:
      "Opens the box, or closes it again: the overlap is the area under min(p, q) of both densities."

    // k-means
    case .share: "share: the part of the points that the group has."
    case .owned: "owns: the points that are nearer to this center than to any other."
    case .ownedPoint: "A point of the data, in the color of its nearest center."
    case .squares: "The squared distances of all points from the centers of their groups, added up; lower is better."
    case .squaresGain: "What the latest iteration changed in the sum of squares; it is never positive."
    case .squaresCurve: "The sum of squares after every half-step: both halves of an iteration lower it, or leave it."
    case .assignment: "E: gives every point to its nearest center."
    case .update: "M: moves every center to the middle of its points."

    // Options
    case .options: "Family, start, rescue policies, seed, floor and tolerance of the fit."
    case .covariances: "What shapes the covariances may have: the fewer parameters, the stiffer the fit."
    case .startKind: "How the means of a new start are found."
    case .onCollapse: "What becomes of a component that shrinks onto a point or a line."
    case .onEmpty: "What becomes of a component that owns next to nothing."
    case .seed: "The number that the start is drawn from: the same seed, the same start."
    case .floor: "The smallest variance a component may have, as a fraction of the data's own."
    case .tolerance: "EM stops once an iteration gains less than this per point."

    // Model selection
    case .modelSelection: "Compares numbers of components and families by BIC."
    case .search: "Fits every number of components in every family chosen, each from several starts."
    case .searchedFamily: "Whether this family is among those that are fitted and compared."
    case .candidate: "A fitted model; a click takes it over."
    case .adopt: "Takes over the model with the lowest BIC."
    case .verdict: "BIC = −2 log L + p log N: the fit, and a price for each of the p parameters; lower is better."
    case .bicAxis: "BIC: lower is better."
    case .componentsAxis: "K, the number of components."

    // Taking out
    case .goesOn: "Goes on with the work that was kept, where it ended; everything can be undone as before."
    case .startsFresh: "Begins as usual; the work that was kept stays where it is, to be opened later."
    case .triesAgain: "Reads the work that was set aside once more, while the window stays as it is."
    case .exportKind: "What is written: a picture, an animation, a sheet of moments, the points, or the model."
    case .exportSetting: "How it is written; the preview shows it as it will be."
    case .exportRange: "The half-steps that are played: drag a handle, or move it with the arrows."
    case .exportPlay: "Plays the animation here, as the file will."
    case .exportName: "The file's name; a path goes anywhere."
    case .exportWrite: "Writes the file whole, or not at all; nothing of another kind is replaced."

    // Inspector
    case .arithmetic: "Bayes' rule: weight × density for each component, and its share of their sum is what it owns."
    }
  }
}
