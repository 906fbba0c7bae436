package org.gridclear.report.clearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.file.SeriesText;
import org.gridclear.file.StoredFiles;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.work.CaseSummary;
import org.jspecify.annotations.Nullable;

/**
 * Merges series of a cleared day into the files of a settlement day: adds and replaces by id and
 * series, never takes anything away.
 */
public final class DayImport {
  private final Path folder;
  private final int intervals;

  /**
   * Merges into a day.
   *
   * @param folder folder of the day
   */
  public DayImport(Path folder, int intervals) {
    this.folder = folder;
    this.intervals = intervals;
  }

  /**
   * What an import came to.
   *
   * @param awards entities that have an award from the day
   * @param points price points that have prices from the day
   * @param added series that the files did not have
   * @param replaced series that they had
   * @param kept series that stay as they were
   */
  public record Merged(int awards, int points, int added, int replaced, int kept) {}

  /**
   * What keeps a cleared day from being settled; empty if nothing does.
   *
   * @param summary figures of the day; null if it keeps none
   */
  public static List<String> objections(ClearingResult result, @Nullable CaseSummary summary) {
    List<String> objections = new ArrayList<>();
    if (result.security() != null && !result.security().secure()) {
      objections.add("it is not secure");
    }
    if (summary == null) {
      objections.add("it was not audited");
    } else if (!summary.auditFindings().isEmpty()) {
      objections.add("its audit failed: " + summary.auditFindings().get(0));
    }
    double shedMw = 0;
    for (double[] ofBus : result.schedule().shedMw()) {
      for (double mw : ofBus) {
        shedMw = Math.max(shedMw, mw);
      }
    }
    if (shedMw > 1e-4) {
      objections.add("it sheds up to %.4f MW of load at a bus".formatted(shedMw));
    }
    return objections;
  }

  /**
   * Merges.
   *
   * @param mapping the table by which the series were made
   * @param known whether the settlement has an entity or a price point on the day
   * @throws IllegalArgumentException if nothing matches, if a row of the table is about something
   *     that the day or the settlement does not have, or if a file is in the long layout; nothing
   *     was written then
   */
  public Merged merge(
      ClearedDay.Series series, ImportMapping mapping, BiPredicate<Kind, String> known)
      throws IOException {
    check(series, mapping, known);
    int added = 0;
    int replaced = 0;
    int kept = 0;
    Map<Path, byte[]> texts = new LinkedHashMap<>();
    for (var file : series.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Map<String, String> rows = rows(path);
      for (String key : file.getValue().keySet()) {
        replaced += rows.remove(key) != null ? 1 : 0;
      }
      kept += rows.size();
      added += file.getValue().size();
      texts.put(path, text(path, rows, file.getValue()));
    }
    for (var text : texts.entrySet()) {
      StoredFiles.replace(text.getKey(), text.getValue());
    }
    return new Merged(
        distinct(series, "awards.csv"),
        distinct(series, "prices.csv"),
        added - replaced,
        replaced,
        kept);
  }

  private static int distinct(ClearedDay.Series series, String file) {
    return (int)
        series.files().getOrDefault(file, Map.of()).keySet().stream()
            .map(key -> key.split(",", 2)[0])
            .filter(id -> !id.equals("*"))
            .distinct()
            .count();
  }

  private static void check(
      ClearedDay.Series series, ImportMapping mapping, BiPredicate<Kind, String> known) {
    for (ImportMapping.Row row : mapping.rows()) {
      if (!series.seen().contains(row.kind().label() + " " + row.from())) {
        throw new IllegalArgumentException(
            "The day has no %s %s; %s would lose its series. Nothing was changed."
                .formatted(row.kind().label(), row.from(), row.to()));
      }
      if (!known.test(row.kind(), row.to())) {
        throw new IllegalArgumentException(
            "The settlement has no %s for %s %s on the day. Nothing was changed."
                .formatted(row.to(), row.kind().label(), row.from()));
      }
    }
    if (distinct(series, "awards.csv") == 0 || distinct(series, "prices.csv") == 0) {
      throw new IllegalArgumentException(
          "Of the day %d entities and %d price points are those of the settlement; it is another day or needs a --map. Nothing was changed."
              .formatted(distinct(series, "awards.csv"), distinct(series, "prices.csv")));
    }
  }

  /** Rows of a file by id and series. */
  private Map<String, String> rows(Path path) throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    List<String> lines = Files.exists(path) ? StoredFiles.readAllLines(path) : List.of();
    if (!lines.isEmpty()) {
      String[] header = lines.get(0).split(",", -1);
      if (header.length != intervals + 2 || !header[1].strip().equals("series")) {
        throw new IllegalArgumentException(
            "%s does not have a row per series of %d intervals; an import goes into such a file only. Nothing was changed."
                .formatted(path, intervals));
      }
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", 3);
      if (cells.length > 1) {
        String key = cells[0].strip() + "," + cells[1].strip();
        String market =
            cells[1].strip().endsWith("YuanPerMwh") || cells[1].strip().endsWith("YuanPerMw")
                ? "*" + "," + cells[1].strip()
                : key;
        if (rows.put(market, lines.get(i)) != null) {
          throw new IllegalArgumentException(
              "%s line %d: %s is given twice; remove one of the rows. Nothing was changed."
                  .formatted(path, i + 1, key));
        }
      }
    }
    return rows;
  }

  private byte[] text(Path path, Map<String, String> kept, Map<String, long[]> series) {
    boolean prices = path.endsWith("prices.csv");
    SeriesText text = new SeriesText(prices ? "point" : "entity", intervals);
    kept.values().forEach(text::line);
    series.forEach(
        (key, values) -> {
          String[] names = key.split(",", 2);
          text.row(names[0], names[1], prices ? 3 : 4, t -> values[t]);
        });
    return text.bytes();
  }
}
