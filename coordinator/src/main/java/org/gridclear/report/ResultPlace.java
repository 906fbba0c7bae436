package org.gridclear.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;

/**
 * Where the folder of a run is written: a new or empty one, or one that holds an earlier run and is
 * replaced as a whole.
 *
 * @param folder the folder
 * @param replacing whether an earlier run in it is replaced
 */
public record ResultPlace(Path folder, boolean replacing) {
  private static final String CONTENTS = "datapackage.json";

  /** What runs write beside the tables that their contents list. */
  private static final Pattern BESIDE_TABLES =
      Pattern.compile(
          "summary\\.json|datapackage\\.json|report\\.(html|xlsx)|run\\.log|result\\.bin"
              + "|case\\.json\\.gz|boundary\\.json|security-(cuts|next)\\.json");

  private static final Set<String> PARTS = Set.of("cases", "screening");

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
      Optional<String> obstacle = obstacle();
      if (obstacle.isPresent()) {
        throw new FileAlreadyExistsException(folder.toString(), null, obstacle.get());
      }
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
    Optional<Path> foreign = foreign(folder);
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

  /** A file in the folder that no run has written; empty if it holds runs and nothing else. */
  private static Optional<Path> foreign(Path folder) throws IOException {
    Set<String> listed = listed(folder.resolve(CONTENTS));
    List<Path> entries;
    try (Stream<Path> found = Files.walk(folder)) {
      entries = found.filter(entry -> !entry.equals(folder)).sorted().toList();
    }
    for (Path file : entries) {
      if (Files.isDirectory(file)) {
        boolean empty = file.getParent().equals(folder) && !FolderSwap.holdsAnything(file);
        if (empty && !PARTS.contains(file.getFileName().toString())) {
          return Optional.of(folder.relativize(file));
        }
        continue;
      }
      Path run = runOf(file, folder);
      Set<String> tables = run.equals(folder) ? listed : listed(run.resolve(CONTENTS));
      String name = run.relativize(file).toString();
      boolean written =
          Files.exists(run.resolve(CONTENTS))
              && (BESIDE_TABLES.matcher(file.getFileName().toString()).matches()
                  || tables.contains(name)
                  || tables.contains(name.replaceFirst("\\.parquet$", ".csv")));
      if (!written) {
        return Optional.of(folder.relativize(file));
      }
    }
    return Optional.empty();
  }

  /** The innermost folder with contents of its own that holds a file. */
  private static Path runOf(Path file, Path folder) {
    Path run = file.getParent();
    while (!run.equals(folder) && !Files.exists(run.resolve(CONTENTS))) {
      run = run.getParent();
    }
    return run;
  }

  /** Paths of the tables that the contents of a folder list; none where they cannot be read. */
  private static Set<String> listed(Path contents) throws IOException {
    Set<String> paths = new HashSet<>();
    if (Files.exists(contents)) {
      JsonNode read = Json.parse(Files.readAllBytes(contents), new IssueLog(contents.toString()));
      for (JsonNode resource : read.path("resources")) {
        JsonNode path = resource.path("path");
        paths.add(path.asString(""));
        path.forEach(each -> paths.add(each.asString("")));
      }
    }
    return paths;
  }
}
