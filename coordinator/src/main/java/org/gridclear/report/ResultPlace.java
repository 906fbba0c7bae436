package org.gridclear.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridclear.json.Json;
import org.gridclear.table.DataPackage;
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
    List<Path> entries;
    try (Stream<Path> found = Files.walk(folder)) {
      entries = found.filter(entry -> !entry.equals(folder)).sorted().toList();
    }
    Map<Path, Set<String>> tables = new HashMap<>();
    for (Path entry : entries) {
      if (Files.isDirectory(entry)
          ? isEmptyOfSomebody(entry, folder)
          : !isOfRun(entry, folder, tables)) {
        return Optional.of(folder.relativize(entry));
      }
    }
    return Optional.empty();
  }

  private static boolean isEmptyOfSomebody(Path entry, Path folder) throws IOException {
    return entry.getParent().equals(folder)
        && !FolderSwap.holdsAnything(entry)
        && !PARTS.contains(entry.getFileName().toString());
  }

  /**
   * Whether a run wrote a file.
   *
   * @param tables what the contents of the runs met so far list, by folder
   */
  private static boolean isOfRun(Path file, Path folder, Map<Path, Set<String>> tables)
      throws IOException {
    Path run = runOf(file, folder);
    Path contents = run.resolve(DataPackage.FILE);
    if (!Files.exists(contents)) {
      return false;
    }
    if (!tables.containsKey(run)) {
      tables.put(run, listed(contents));
    }
    String name = run.relativize(file).toString();
    return BESIDE_TABLES.matcher(file.getFileName().toString()).matches()
        || tables.get(run).contains(name)
        || tables.get(run).contains(name.replaceFirst("\\.parquet$", ".csv"));
  }

  /** The innermost folder with contents of its own that holds a file. */
  private static Path runOf(Path file, Path folder) {
    Path run = file.getParent();
    while (!run.equals(folder) && !Files.exists(run.resolve(DataPackage.FILE))) {
      run = run.getParent();
    }
    return run;
  }

  /** Paths of the tables that the contents of a folder list; none where they cannot be read. */
  private static Set<String> listed(Path contents) throws IOException {
    Set<String> paths = new HashSet<>();
    JsonNode read = Json.parse(Files.readAllBytes(contents), new IssueLog(contents.toString()));
    for (JsonNode resource : read.path("resources")) {
      JsonNode path = resource.path("path");
      paths.add(path.asString(""));
      path.forEach(each -> paths.add(each.asString("")));
    }
    return paths;
  }
}
