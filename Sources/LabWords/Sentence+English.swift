extension Sentence {
  /// The English templates; complete, or it does not compile.
  var english: String {
    switch self {
    case .pointCount: "{count, plural, one {# point} other {# points}}"
    case .expectedPoints: "{expected} of {points, plural, one {# point} other {# points}}"
    case .weightWaits: "weight – M makes it {next}"
    case .editedData: "{name}, edited"
    case .startSeed: "Start: seed {seed}"
    case .stopsBelow: "Stops when gain and what is left are below {gain}"
    case .convergedBelow: "Converged: gain and what is left are below {gain}"
    case .floorHoldsUp: "Converged, but only the floor holds up {components}"
    case .stoppedAtLimit: "Stopped at the limit of {iterations, plural, one {# iteration} other {# iterations}}"
    case .lookingBack: "Looking back: the run has reached {iteration}"
    case .readingFile: "Reading the file: {percent} %"
    case .tryFamily: "Try {family} covariances"
    case .fitUpTo: "Fit K = 1 … {components}"
    case .fittedOf: "{done} of {total} fitted – cancel"
    case .fromStarts: "Each family and K from {starts, plural, one {# start} other {# starts}}"
    case .candidate: "{family}, K = {components}: BIC {bic}"
    case .flooredCandidate: "{family}, K = {components}: BIC {bic} (floored)"
    case .bestCandidate: "Best: {candidate}"
    case .adoptCandidate: "Adopt {family}, K = {components}"
    case .pointNumber: "Point {number}"
    case .pair: "{first} and {second}"
    case .enumeration: "{first}, {rest}"
    case .adopted: "Adopted: {family}, {components, plural, one {# component} other {# components}}"
    case .tooManyComponents: "No more than {limit} components fit in the window"
    case .addMorePoints:
      "Add {missing, plural, one {# more point} other {# more points}}: {components} components need at least {components}"
    case .causeAndRemedy: "{cause}; {remedy}"
    case .lostPoints: "{components} lost {number, plural, one {its} other {their}} points"
    case .collapsedOnto: "{components} collapsed onto {points, plural, one {# point} other {# points}}"
    case .wentFlat: "{components} went flat on {points, plural, one {# point} other {# points}}"
    case .tooFewPoints: "{components} components need as many points, and there are {points}; add points or lower K"
    case .columnTooLarge: "Column {column} has values beyond 1e150; divide the column by a constant"
    case .columnTooFine:
      "The values of column {column} differ by about 1e−152 or less; multiply the column by a constant"
    case .rowNotFinite: "Row {row}, column {column} is not a finite number; correct or remove it"
    case .sampleWeightUnusable: "The weight of row {row} is negative or not a finite number; use 0 or more"
    case .flatComponent: "{component} has no width in some direction; widen its ellipse"
    case .outOfReach: "Point {point} lies too far from every component; move a mean nearer or widen an ellipse"
    case .collapsedIn:
      "{component} collapsed in iteration {iteration}; choose another policy than fail, with a floor above 0, or fewer components"
    case .sharedCollapsedIn:
      "The shared covariance collapsed in iteration {iteration}; choose another policy than fail, with a floor above 0, or fewer components"
    case .optionOutOfRange: "The option {option} is out of range; use {allowed}"
    case .fileMissing: "There is no file {path}; check the name and the folder"
    case .fileIsFolder: "{path} is a folder; open a file in it"
    case .notAFile: "{path} is no ordinary file; save the data as a CSV file and open that"
    case .noPermission: "{path} may not be read; check its permissions or use a copy"
    case .notReadable: "{path} cannot be read ({reason}); use a copy"
    case .notATable: "{name} is not a CSV (looks like {kind}); export the table as CSV in UTF-8 and open that"
    case .fileEmpty: "{name} is empty; choose a file with at least one row of numbers"
    case .noNumbers: "No column of {name} holds numbers; write rows of numbers separated by commas, semicolons or tabs"
    case .oneColumn: "{name} has one column of numbers and a picture needs two; add a column"
    case .nothingComplete: "Every row of {name} has an empty cell; fill in one row at least"
    case .notANumber: "Line {line}, column {column}: “{text}” is not a number; correct it or remove the line"
    case .emptyCell: "Line {line}, column {column}: the cell is empty; fill it in or remove the line"
    case .raggedLine:
      "Line {line} has {cells, plural, one {# cell} other {# cells}} where the first row has {expected}; give every line the same number"
    case .raggedLines:
      "Line {line} has {cells, plural, one {# cell} other {# cells}} where the first row has {expected} ({lines} such lines); give every line the same number"
    case .strayQuote:
      "Line {line}: a quotation mark stands inside a cell; remove it or put the whole cell in quotation marks"
    case .unclosedQuote: "Line {line}: a quotation mark is never closed; close it or remove it"
    case .fileTooLarge: "{name} has more than {limit}; keep fewer rows or columns of it"
    }
  }
}
