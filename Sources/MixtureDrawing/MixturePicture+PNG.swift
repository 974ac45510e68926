import SafeFiles

extension MixturePicture {
  /// Writes the picture as PNG, whole or not at all: where anything fails, a file that was there stays what it was.
  ///
  /// Throws a `FileError` whose description is one sentence that says what to do: where the folder does not exist or may
  /// not be written, the disk is full, or the picture has no pixels.
  public func writePNG(to path: String) throws(FileError) { try PNGFile.write(bitmap, to: path) }
}
