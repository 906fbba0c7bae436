package org.gridclear.io.rtsgmlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridclear.io.CsvTable;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** The series of one day that timeseries_pointers.csv names for a simulation. */
final class DaySeries {
  private record Key(String category, String object, String parameter) {}

  private final Map<Key, Series> series = new HashMap<>();
  private final Map<String, Optional<SeriesFile>> files = new HashMap<>();
  private final Tables tables;
  private final Clock clock;
  private final IssueLog log;

  private DaySeries(Tables tables, Clock clock, IssueLog log) {
    this.tables = tables;
    this.clock = clock;
    this.log = log;
  }

  static DaySeries read(Tables tables, Clock clock, IssueLog log) {
    DaySeries day = new DaySeries(tables, clock, log);
    Optional<CsvTable> pointers = tables.table("timeseries_pointers");
    if (pointers.isEmpty()) {
      log.notice(
          Rule.TAKEN_AS,
          "folder",
          "",
          "timeseries_pointers.csv",
          "absent",
          "Every quantity has its value of the tables all day.");
      return day;
    }
    pointers.get().rows().forEach(day::pointer);
    day.files.values().stream().flatMap(Optional::stream).forEach(SeriesFile::noticeRest);
    return day;
  }

  private void pointer(CsvTable.Row row) {
    Key key = new Key(row.text("Category"), row.id("Object"), row.text("Parameter"));
    String file = row.text("Data File");
    if (!row.text("Simulation").equals(clock.simulation())) {
      return;
    }
    boolean known =
        switch (key.category()) {
          case "Generator" ->
              key.parameter().equals("PMax MW") || key.parameter().equals("PMin MW");
          case "Area" -> key.parameter().equals("MW Load");
          case "Reserve" -> key.parameter().equals("Requirement");
          default -> false;
        };
    if (!known) {
      log.notice(
          Rule.FIELD_USED,
          key.category().toLowerCase(java.util.Locale.ROOT),
          key.object(),
          key.parameter(),
          file,
          "A series of this parameter is not used.");
      return;
    }
    files
        .computeIfAbsent(file, this::open)
        .flatMap(opened -> opened.series(key.object(), row.place()))
        .ifPresent(
            values -> {
              if (series.put(key, values) != null) {
                log.add(
                    Rule.ID_UNIQUE, row.place(), "Object", key.object(), "Point to one series.");
              }
            });
  }

  private Optional<SeriesFile> open(String pointer) {
    Path root = Objects.requireNonNull(tables.folder().toAbsolutePath().normalize().getParent());
    Path named = tables.folder().toAbsolutePath().resolve(pointer).normalize();
    if (named.startsWith(root) && Files.isRegularFile(named)) {
      return Optional.of(SeriesFile.read(named, clock, log));
    }
    String name = named.getFileName().toString();
    List<Path> found = named(root, name);
    if (found.size() == 1) {
      log.notice(
          Rule.TAKEN_AS,
          "series file",
          name,
          "Data File",
          pointer,
          "It is not there; the one file of this name below the folder is taken.");
      return Optional.of(SeriesFile.read(found.get(0), clock, log));
    }
    log.add(
        Rule.FILE_READABLE,
        "series file " + name,
        "Data File",
        pointer,
        found.isEmpty()
            ? "There is no such file below the folder."
            : "There are %d of this name below the folder; put it where it is said to be."
                .formatted(found.size()));
    return Optional.empty();
  }

  private static List<Path> named(Path root, String name) {
    try (Stream<Path> below = Files.walk(root, 4)) {
      return below.filter(path -> path.getFileName().toString().equals(name)).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The series of a parameter, if the pointers name one. */
  Optional<Series> of(String category, String object, String parameter) {
    return Optional.ofNullable(series.get(new Key(category, object, parameter)));
  }

  /** Objects of a category that have a series. */
  List<String> objects(String category) {
    return series.keySet().stream()
        .filter(key -> key.category().equals(category))
        .map(Key::object)
        .distinct()
        .sorted()
        .toList();
  }
}
