import LabCore
import LabWords

extension LabState {
  /// The words of the window's language.
  var words: Words { Lexicon.shared.words(interface.language) }
}
