package org.gridclear.settlement.folder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files that remember what was read of them, so that a close can keep exactly that. */
public final class RecordedFiles implements InputFiles {
  private final InputFiles files;
  private final Map<String, byte[]> read = new TreeMap<>();

  /** Files whose reads are noted. */
  public RecordedFiles(InputFiles files) {
    this.files = files;
  }

  @Override
  public String place() {
    return files.place();
  }

  @Override
  public Optional<byte[]> read(String path) {
    byte[] known = read.get(path);
    Optional<byte[]> content = known == null ? files.read(path) : Optional.of(known);
    content.ifPresent(bytes -> read.put(path, bytes));
    return content;
  }

  /** Notes a file that does not come from the folder. */
  public void put(String path, byte[] content) {
    read.put(path, content);
  }

  @Override
  public List<String> paths() {
    return files.paths();
  }

  /** Everything that was read, by path. */
  public Map<String, byte[]> all() {
    return read;
  }
}
