package org.gridclear.settlement.close;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.settlement.folder.InputFiles;

/**
 * The files that a close keeps, by path; what a correction did not change lies in the close before.
 *
 * @param close the close
 * @param hashes SHA-256 of each file by its path
 */
record KeptFiles(CloseFolder close, TreeMap<String, String> hashes) implements InputFiles {
  KeptFiles(CloseFolder close) {
    this(close, new TreeMap<>(close.record().inputs()));
  }

  @Override
  public String place() {
    return "the inputs of close " + close.record().id();
  }

  @Override
  public Optional<byte[]> read(String path) {
    String hash = hashes.get(path);
    return hash == null ? Optional.empty() : Optional.of(close.input(hash));
  }

  @Override
  public List<String> paths() {
    return List.copyOf(hashes.keySet());
  }

  /** The same files with some replaced, added, or (null) taken away. */
  static InputFiles edited(InputFiles files, Map<String, byte[]> edits) {
    return new Edited(files, edits);
  }

  private record Edited(InputFiles files, Map<String, byte[]> edits) implements InputFiles {
    @Override
    public String place() {
      return files.place();
    }

    @Override
    public Optional<byte[]> read(String path) {
      return edits.containsKey(path) ? Optional.ofNullable(edits.get(path)) : files.read(path);
    }

    @Override
    public List<String> paths() {
      TreeMap<String, String> paths = new TreeMap<>();
      files.paths().forEach(path -> paths.put(path, path));
      edits.forEach(
          (path, content) -> {
            if (content == null) {
              paths.remove(path);
            } else {
              paths.put(path, path);
            }
          });
      return List.copyOf(paths.keySet());
    }
  }
}
