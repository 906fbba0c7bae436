package org.gridclear.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the folder of a run is written: a new or empty one, or one that holds an earlier run and is
 * replaced as a whole.
 *
 * @param folder the folder
 * @param replacing whether an earlier run in it is replaced
 */
public record ResultPlace(Path folder, boolean replacing) {
  /** What runs write beside tables. */
  private static final Set<String> FILES =
      Set.of("summary.json", "datapackage.json", "report.html", "run.log", "report.xlsx");

  private static final Pattern TABLES = Pattern.compile(".+\\.(csv|parquet)|security-.+\\.json");

  private static final Set<String> PARTS = Set.of("cases", "screening");

  /** A part of the long cycle, such as {@code plan} or {@code D1-D2}. */
  private static final Pattern LONG_CYCLE = Pattern.compile("plan|D\\d+(-D\\d+)?");

  /** A place where nothing is replaced. */
  public static ResultPlace fresh(Path folder) {
    return new ResultPlace(folder, false);
  }

  /** The folder of a part of this one. */
  public ResultPlace within(String name) {
    return fresh(folder.resolve(name));
  }

  /**
   * Writes the folder aside and moves it to its place in one step.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something is there that is not replaced
   * @throws IOException if it cannot be written; then what was there is there as it was
   */
  public void write(FolderSwap.Filling filling) throws IOException {
    if (replacing) {
      FolderSwap.replace(folder, filling);
    } else {
      FolderSwap.writeOnce(folder, filling);
    }
  }

  /**
   * What stands in the way of writing here, with what to do about it.
   *
   * @throws IOException if the folder cannot be read
   */
  public Optional<String> obstacle() throws IOException {
    if (!FolderSwap.holdsAnything(folder)) {
      return Optional.empty();
    }
    Optional<String> foreign = foreign();
    if (foreign.isPresent()) {
      return Optional.of(
          "holds %s, which is no result of a run. Name a folder that is new or empty."
              .formatted(foreign.get()));
    }
    return replacing
        ? Optional.empty()
        : Optional.of(
            "holds the results of an earlier run, and nothing is written over them. Name another"
                + " folder, or give --replace to replace them as a whole.");
  }

  /** An entry of the folder that no run has written; empty if it holds a run and nothing else. */
  private Optional<String> foreign() throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> entries = listed.sorted().toList();
      boolean cycle = Files.exists(folder.resolve("plan").resolve("summary.json"));
      boolean run = Files.exists(folder.resolve("datapackage.json"));
      return entries.stream()
          .filter(entry -> !(run || cycle) || !ofRun(entry, cycle))
          .map(entry -> entry.getFileName().toString())
          .findFirst();
    }
  }

  private static boolean ofRun(Path entry, boolean cycle) {
    String name = entry.getFileName().toString();
    if (Files.isDirectory(entry)) {
      boolean part = LONG_CYCLE.matcher(name).matches();
      return PARTS.contains(name) || cycle && part && Files.exists(entry.resolve("summary.json"));
    }
    return FILES.contains(name) || TABLES.matcher(name).matches();
  }
}
