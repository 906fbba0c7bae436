package org.gridclear.crossing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a package by the names that they have in it. */
final class CrossingSources extends SimpleFileVisitor<Path> {
  private static final int FILES_MAX = 999;

  private final Map<String, Path> files = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();
  private Path root = Path.of("");
  private String name = "";

  private CrossingSources() {}

  /**
   * What is sent. A source may itself be a link; links within a folder are refused, for they may
   * lead to what nobody meant to send.
   *
   * @param sources files, and folders with all that is in them
   * @param out folder of the packages, which is no part of what is sent
   * @throws IllegalArgumentException naming all that is neither file nor folder, names that are
   *     there twice or cannot be sent, and a source that has {@code out} in it
   */
  static Map<String, Path> of(List<Path> sources, Path out) throws IOException {
    CrossingSources found = new CrossingSources();
    for (Path source : sources) {
      Path whole = source.toAbsolutePath().normalize();
      if (!Files.exists(whole)) {
        throw new NoSuchFileException(source.toString());
      }
      found.root = whole.toRealPath();
      found.name = whole.getFileName() == null ? "" : whole.getFileName().toString();
      if (out.toRealPath().startsWith(found.root)) {
        found.refused.add("%s has the packages (%s) in it.".formatted(source, out));
      } else {
        Files.walkFileTree(found.root, found);
      }
    }
    if (!found.refused.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", found.refused));
    }
    if (found.files.isEmpty() || found.files.size() > FILES_MAX) {
      throw new IllegalArgumentException(
          "A package has 1 to %d files, not %d.".formatted(FILES_MAX, found.files.size()));
    }
    CrossingManifest.requireNoFolders(found.files.keySet());
    return found.files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    Path inner = Path.of(name).resolve(root.relativize(file));
    String entry = file.equals(root) ? name : inner.toString().replace('\\', '/');
    if (!attributes.isRegularFile()) {
      refused.add(
          "%s is %s; a package has files alone. Send what it leads to by its own name."
              .formatted(file, attributes.isSymbolicLink() ? "a link" : "no file"));
    } else if (!new CrossingManifest.Entry("", 0, entry).staysWithin()) {
      refused.add(
          "The name of %s cannot be sent: it has control characters, a backslash or a colon."
              .formatted(file.toString().replaceAll("\\p{Cntrl}", "?")));
    } else if (files.put(entry, file) != null) {
      refused.add("Two files would have the name %s.".formatted(entry));
    }
    return FileVisitResult.CONTINUE;
  }
}
