package org.gridclear.settlement.correction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rows of a delivered file are named.
 *
 * @param kind series of intervals, or records
 * @param key columns that name a record; empty for series, which are named by id and series
 * @param narrow column that tells records of one name apart; empty for none
 * @param strict whether {@code narrow} is part of the name wherever a correction gives it; else it
 *     is asked only where the name means several records
 * @param blankStays whether an empty cell leaves the value as it is
 */
record Layout(Kind kind, List<String> key, String narrow, boolean strict, boolean blankStays) {
  /** What a file holds. */
  enum Kind {
    SERIES,
    RECORDS
  }

  private static final Pattern DAY = Pattern.compile("days/(\\d{4}-\\d{2}-\\d{2})/([^/]+)");

  private static final Map<String, Layout> COMMON =
      Map.of(
          "members.csv", registered("member"),
          "entities.csv", registered("entity"),
          "meters.csv", registered("meter"),
          "relations.csv", registered("meter", "entity"),
          "tariffs.csv", registered("tariff"),
          "contracts.csv", registered("contract"),
          "rights.csv", registered("right"),
          "offers.csv", registered("entity"),
          "before.csv", new Layout(Kind.RECORDS, List.of("entity"), "", false, false),
          "curves.csv", series());

  private static final Map<String, Layout> OF_DAY =
      Map.of(
          "meters.csv", series(),
          "awards.csv", series(),
          "services.csv", series(),
          "curves.csv", series(),
          "prices.csv", series(),
          "registers.csv", new Layout(Kind.RECORDS, List.of("meter"), "series", true, true),
          "exchanges.csv",
              new Layout(Kind.RECORDS, List.of("meter", "interval"), "series", true, true),
          "events.csv",
              new Layout(Kind.RECORDS, List.of("entity", "item"), "remark", false, false));

  private static Layout registered(String... key) {
    return new Layout(Kind.RECORDS, List.of(key), "from", true, false);
  }

  private static Layout series() {
    return new Layout(Kind.SERIES, List.of(), "", false, true);
  }

  /** The date in a path; nothing where the file holds for all days. */
  static Optional<String> date(String path) {
    Matcher matcher = DAY.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The layout of a file; nothing if a correction cannot have one of this name. */
  static Optional<Layout> of(String path) {
    Matcher matcher = DAY.matcher(path);
    return Optional.ofNullable(matcher.matches() ? OF_DAY.get(matcher.group(2)) : COMMON.get(path));
  }

  /** Names of the files that a correction may have. */
  static List<String> names() {
    return java.util.stream.Stream.concat(
            COMMON.keySet().stream(), OF_DAY.keySet().stream().map(name -> "days/<date>/" + name))
        .sorted()
        .toList();
  }

  /** Value of a column that a file of the registry leaves out, for the rows of before. */
  static String leftOut(String column) {
    return switch (column) {
      case "multiplier", "sign", "share" -> "1";
      case "fullScale" -> "0";
      default -> "";
    };
  }

  /** Value that a missing cell of a key column stands for. */
  String byDefault(String column) {
    return column.equals("series") ? "forwardMwh" : "";
  }
}
