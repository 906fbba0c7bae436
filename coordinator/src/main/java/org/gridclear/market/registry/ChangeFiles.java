package org.gridclear.market.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.store.ContentStore;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.NearestName;

/** Files of changes: JSON, or CSV of the kind that is named or that the file is named after. */
public final class ChangeFiles {
  private ChangeFiles() {}

  /**
   * The changes of all files, in their order.
   *
   * @param kind kind of the records of a CSV; empty where its file is named after it
   * @throws InvalidInputException with every issue of every file
   */
  public static List<Change> read(List<Path> files, Optional<EntryKind> kind) {
    List<Change> changes = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    for (Path file : files) {
      try {
        changes.addAll(read(file, kind));
      } catch (InvalidInputException e) {
        issues.addAll(e.issues());
      }
    }
    if (!issues.isEmpty()) {
      throw new InvalidInputException(issues);
    }
    return changes;
  }

  private static List<Change> read(Path file, Optional<EntryKind> kind) {
    String name = String.valueOf(file.getFileName());
    byte[] content = bytes(file);
    return name.endsWith(".json")
        ? ChangeReader.json(name, content)
        : ChangeReader.csv(name, content, kind.orElseGet(() -> named(name)));
  }

  private static EntryKind named(String file) {
    String label = file.replaceFirst("\\.csv$", "");
    return EntryKind.of(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The file (%s) is not named after a kind of records; give --kind. %s"
                        .formatted(file, NearestName.advice(label, EntryKind.labels()))));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps files by their content.
   *
   * @return SHA-256 by name
   * @throws IllegalArgumentException if two have the same name
   */
  public static Map<String, String> kept(List<Path> files, ContentStore content) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      if (kept.put(name, content.put(bytes(file))) != null) {
        throw new IllegalArgumentException("Two attachments are named %s.".formatted(name));
      }
    }
    return kept;
  }
}
