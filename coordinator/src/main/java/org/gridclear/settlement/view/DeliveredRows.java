package org.gridclear.settlement.view;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.folder.CsvTable;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.view.Explanation.Delivered;
import org.gridclear.settlement.view.Explanation.Reading;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;

/** What was delivered of an entity on a day, as the close keeps it. */
final class DeliveredRows {
  private static final String RELATIONS = "relations.csv";
  private static final int SERIES_CELLS = 2;
  private static final int READINGS_MAX = 60;

  private final CloseFolder close;
  private final Set<String> ids = new TreeSet<>();

  DeliveredRows(CloseFolder close, String entity) {
    this.close = close;
    ids.add(entity);
    ids.addAll(meters(close.files(), entity));
  }

  /** Meters that relations give an entity; what is wrong with them was said before the close. */
  static Set<String> meters(InputFiles files, String entity) {
    IssueLog said = new IssueLog(RELATIONS);
    return CsvTable.read(files, RELATIONS, false, said, List.of(), "meter", "entity")
        .rows()
        .stream()
        .filter(row -> row.text("entity").equals(entity))
        .map(row -> row.text("meter"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The delivered files of a day, by path. */
  List<Delivered> of(LocalDate day) {
    String folder = InputFiles.ofDay(day, "");
    Map<String, String> inputs = new TreeMap<>(close.record().inputs());
    return inputs.entrySet().stream()
        .filter(file -> file.getKey().startsWith(folder))
        .map(file -> new Delivered(file.getKey(), file.getValue()))
        .toList();
  }

  /**
   * Rows of wide series of the entity and of its meters.
   *
   * @param interval the interval; null for how many values there are
   */
  List<Reading> readings(LocalDate day, @Nullable Integer interval) {
    List<Reading> readings = new ArrayList<>();
    for (Delivered file : of(day)) {
      String text = SeriesPath.csv(file.path()).orElse(file.path());
      byte[] content = close.files().read(text).orElse(new byte[0]);
      String header = new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      List<String> columns = List.of(header.split(",", -1));
      if (columns.size() > SERIES_CELLS && columns.get(1).equals("series")) {
        add(readings, file.path(), content, columns, interval);
      }
    }
    return readings.subList(0, Math.min(readings.size(), READINGS_MAX));
  }

  private void add(
      List<Reading> readings,
      String path,
      byte[] content,
      List<String> columns,
      @Nullable Integer interval) {
    int at = interval == null ? -1 : columns.indexOf(Integer.toString(interval));
    String text = new String(content, StandardCharsets.UTF_8);
    text.lines()
        .skip(1)
        .filter(line -> ids.contains(line.substring(0, Math.max(0, line.indexOf(',')))))
        .map(line -> List.of(line.split(",", -1)))
        .filter(cells -> cells.size() == columns.size())
        .forEach(
            cells ->
                readings.add(
                    new Reading(
                        path,
                        cells.get(0),
                        cells.get(1),
                        at < 0
                            ? "%d values".formatted(cells.size() - SERIES_CELLS)
                            : cells.get(at))));
  }
}
