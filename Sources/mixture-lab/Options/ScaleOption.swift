import ArgumentParser

/// How many times as large a picture is than its size says.
struct ScaleOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help:
      "So many times as large, 1 to 4, drawn as sharp: letters, lines and points grow with the picture. (default: 1)",
    transform: { try NumberArgument.whole($0, 1...4) })
  var scale = 1
}
