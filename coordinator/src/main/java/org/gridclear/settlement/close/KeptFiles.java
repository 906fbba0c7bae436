package org.gridclear.settlement.close;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.SeriesPath;

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
    return hash == null ? SeriesPath.text(this, path) : Optional.of(close.input(hash));
  }

  @Override
  public List<String> paths() {
    return List.copyOf(hashes.keySet());
  }
}
