package org.gridclear.market.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads a delivery from CSV: a column {@code time} with the beginning of each step, and a column
 * per subject. A row of every step has to be there; an empty cell is a value that is missing.
 */
public final class SeriesTable {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
  private static final int SAID_MAX = 5;

  /**
   * What a table does not say of itself.
   *
   * @param kind name of the kind
   * @param unit unit of its values
   * @param source who gave it
   * @param knownAt since when it could be known, with its offset from UTC
   * @param step time from one row to the next, such as PT1H
   * @param local whether times without an offset are local times of the market
   */
  public record Header(
      String kind, String unit, String source, String knownAt, String step, boolean local) {}

  private final Header header;
  private final MarketClock clock;
  private final IssueLog log;

  private SeriesTable(Header header, MarketClock clock, IssueLog log) {
    this.header = header;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Reads a table.
   *
   * @param name what it is called in messages
   * @param clock the market's
   * @throws InvalidInputException with every issue
   */
  public static SeriesSet csv(byte[] content, String name, Header header, MarketClock clock) {
    IssueLog log = new IssueLog(name);
    return new SeriesTable(header, clock, log).read(rows(content, log));
  }

  private static List<String[]> rows(byte[] content, IssueLog log) {
    try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(content)) {
      return rows.readAll().stream().filter(row -> row.length > 1 || !row[0].isBlank()).toList();
    } catch (JacksonException e) {
      log.add(Rule.SYNTAX, "table", "", Json.firstLine(e.getMessage()), "Give CSV with a header.");
      return List.of();
    }
  }

  private SeriesSet read(List<String[]> rows) {
    if (rows.size() < 2 || !rows.get(0)[0].replaceFirst("^\uFEFF", "").strip().equals("time")) {
      log.add(
          Rule.SYNTAX,
          "table",
          "header",
          rows.isEmpty() ? "empty" : String.join(",", rows.get(0)),
          "Give a header time,SUBJECT,… and a row per step.");
    }
    log.throwIfErrors();
    Optional<SeriesKind> kind = SeriesReader.kind(header.kind(), log);
    kind.ifPresent(each -> SeriesReader.unit(each, header.unit(), log));
    String source = SeriesReader.source(header.source(), log);
    Optional<Step> step = SeriesReader.step(header.step(), log);
    Optional<Instant> knownAt = time("option --known-at", header.knownAt(), false);
    Optional<Instant> from = time("line 2", rows.get(1)[0], header.local());
    if (step.isPresent() && from.isPresent()) {
      times(rows, step.get(), from.get());
    }
    TreeMap<String, DecimalColumn> values = columns(rows);
    log.throwIfErrors();
    return SeriesReader.checked(
        new SeriesSet(
            kind.orElseThrow(),
            source,
            knownAt.orElseThrow(),
            clock.zone().getId(),
            step.orElseThrow(),
            from.orElseThrow(),
            values),
        log);
  }

  /** Every step once, in the order of time, none left out. */
  private void times(List<String[]> rows, Step step, Instant from) {
    int said = 0;
    for (int r = 2; r < rows.size() && said < SAID_MAX; r++) {
      Instant expected = step.at(from, r - 1, clock.zone());
      Optional<Instant> time = time("line " + (r + 1), rows.get(r)[0], header.local());
      if (time.isPresent() && !time.get().equals(expected)) {
        log.add(
            time.get().isBefore(expected) ? Rule.INTERVAL_ONCE : Rule.INTERVALS_WHOLE,
            "line " + (r + 1),
            "time",
            rows.get(r)[0],
            "The step after the row before begins at %s; give every step of %s once."
                .formatted(clock.show(expected), step));
        return;
      }
      said += time.isEmpty() ? 1 : 0;
    }
  }

  private TreeMap<String, DecimalColumn> columns(List<String[]> rows) {
    TreeMap<String, DecimalColumn> columns = new TreeMap<>();
    String[] names = rows.get(0);
    for (int r = 1; r < rows.size(); r++) {
      if (rows.get(r).length != names.length) {
        log.add(
            Rule.SERIES_LENGTH,
            "line " + (r + 1),
            "",
            rows.get(r).length + " cells",
            "The header has %d.".formatted(names.length));
        return columns;
      }
    }
    for (int c = 1; c < names.length; c++) {
      List<Optional<BigDecimal>> column = new ArrayList<>();
      for (int r = 1; r < rows.size(); r++) {
        String cell = rows.get(r)[c].strip();
        column.add(
            cell.isEmpty()
                ? Optional.empty()
                : SeriesReader.decimal(cell, "line " + (r + 1), names[c].strip(), log));
      }
      if (columns.containsKey(names[c].strip()) || names[c].isBlank()) {
        log.add(Rule.ID_UNIQUE, "table", "header", names[c], "Give each subject its own column.");
      } else {
        SeriesReader.add(columns, names[c].strip(), column, log);
      }
    }
    return columns;
  }

  private Optional<Instant> time(String place, String text, boolean local) {
    try {
      return Optional.of(local ? clock.local(text) : MarketClock.exact(text));
    } catch (IllegalArgumentException e) {
      String advice =
          local
              ? String.valueOf(e.getMessage())
              : e.getMessage() + " Or say that times are local: --local-time.";
      log.add(Rule.FIELD_TYPE, place, "time", text, advice);
      return Optional.empty();
    }
  }
}
