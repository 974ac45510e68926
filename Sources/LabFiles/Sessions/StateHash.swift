import LabCore

extension LabState {
  /// A number that tells states apart: equal for equal states on every machine, with any number of threads, in every build
  /// of the program – where the same kernel computed.
  ///
  /// It covers what lasts: the scene as its file has it, and how many edits can be undone and redone. It does not cover
  /// what passes – pointer, focus, what is open over the window, notices, the clock – nor what is only known inside, such as
  /// the numbers by which points are named.
  public func fingerprint() throws(JSONCodingError) -> Fingerprint {
    var print = Fingerprint()
    print.add(try JSONValue(encoding: scene, nonFinite: .asText).compactText.utf8)
    print.add("\(historyDepth.past) \(historyDepth.future)".utf8)
    return print
  }
}
