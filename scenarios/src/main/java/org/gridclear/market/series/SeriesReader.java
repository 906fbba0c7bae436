package org.gridclear.market.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a delivery from JSON, format {@code gridclear-series} version 1 (docs/market.md). */
public final class SeriesReader {
  private static final String FORMAT = "gridclear-series";

  private static final Set<BigDecimal> DAY_TYPES =
      Set.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.valueOf(2));

  private final IssueLog log;
  private final MarketClock clock;

  private SeriesReader(MarketClock clock, IssueLog log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * Reads a document.
   *
   * @param name what it is called in messages
   * @param clock the market's, for steps of its calendar
   * @throws InvalidInputException with every issue
   */
  public static SeriesSet json(byte[] content, String name, MarketClock clock) {
    IssueLog log = new IssueLog(name);
    JsonFields root = new JsonFields(Json.parseExact(content, log), "series", log);
    log.throwIfErrors();
    return new SeriesReader(clock, log).read(root);
  }

  private SeriesSet read(JsonFields root) {
    String format = root.text("format");
    if (!FORMAT.equals(format) || root.integer("version", 1) != 1) {
      log.add(Rule.FIELD_TYPE, "series", "format", format, "This reads " + FORMAT + " version 1.");
    }
    Optional<SeriesKind> kind = kind(root.text("kind"), log);
    kind.ifPresent(each -> unit(each, root.text("unit"), log));
    String source = source(root.text("source"), log);
    Optional<Instant> knownAt = time("knownAt", root.text("knownAt"));
    Optional<Instant> from = time("from", root.text("from"));
    Optional<Step> step = step(root.text("step"), log);
    String zone = root.text("timeZone", clock.zone().getId());
    if (!zone.equals(clock.zone().getId())) {
      log.add(
          Rule.FIELD_TYPE,
          "series",
          "timeZone",
          zone,
          "Steps follow the calendar of the market: %s.".formatted(clock.zone()));
    }
    TreeMap<String, DecimalColumn> values = new TreeMap<>();
    columns(root.raw("values"), values);
    root.done();
    log.throwIfErrors();
    return checked(
        new SeriesSet(
            kind.orElseThrow(),
            source,
            knownAt.orElseThrow(),
            zone,
            step.orElseThrow(),
            from.orElseThrow(),
            values),
        log);
  }

  private void columns(@Nullable JsonNode values, TreeMap<String, DecimalColumn> columns) {
    if (values == null || !values.isObject() || values.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, "series", "values", "absent", "Give values by subject.");
      return;
    }
    int size = -1;
    for (var entry : values.properties()) {
      JsonNode list = entry.getValue();
      if (!list.isArray() || list.isEmpty() || size >= 0 && list.size() != size) {
        log.add(
            Rule.SERIES_LENGTH,
            "series",
            entry.getKey(),
            list.isArray() ? list.size() + " values" : JsonFields.brief(list),
            size < 0
                ? "Give a value per step."
                : "Give %d values, as the first has.".formatted(size));
        continue;
      }
      size = list.size();
      List<Optional<BigDecimal>> column = new ArrayList<>();
      for (int k = 0; k < list.size(); k++) {
        column.add(value(entry.getKey(), k, list.get(k)));
      }
      add(columns, entry.getKey(), column, log);
    }
  }

  private Optional<BigDecimal> value(String subject, int k, JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    String text =
        value.isNumber() && !value.isFloat() && !value.isDouble()
            ? value.decimalValue().toString()
            : value.asString("");
    return decimal(text, "series " + subject, "step " + (k + 1), log);
  }

  private Optional<Instant> time(String field, String text) {
    try {
      return Optional.of(MarketClock.exact(text));
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, "series", field, text, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  static void add(
      TreeMap<String, DecimalColumn> columns,
      String subject,
      List<Optional<BigDecimal>> column,
      IssueLog log) {
    try {
      columns.put(subject, DecimalColumn.of(column));
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, "series", subject, "a value", String.valueOf(e.getMessage()));
    }
  }

  /** An exact decimal; what is none is reported, with its place. */
  static Optional<BigDecimal> decimal(String text, String element, String field, IssueLog log) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      log.add(
          Rule.NUMBER_FINITE,
          element,
          field,
          text,
          "Give a number; what is missing is null, or an empty cell.");
      return Optional.empty();
    }
  }

  static Optional<SeriesKind> kind(String text, IssueLog log) {
    Optional<SeriesKind> kind = SeriesKind.of(text);
    if (kind.isEmpty()) {
      log.add(
          Rule.FIELD_TYPE, "series", "kind", text, NearestName.advice(text, SeriesKind.labels()));
    }
    return kind;
  }

  /** A file has to say the unit: values in kW look as good as values in MW. */
  static void unit(SeriesKind kind, String text, IssueLog log) {
    if (!text.equals(kind.unit())) {
      log.add(
          Rule.FIELD_TYPE,
          "series",
          "unit",
          text,
          "A %s is in %s; convert the values and say so.".formatted(kind, kind.unit()));
    }
  }

  static String source(String text, IssueLog log) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      log.add(Rule.FIELD_TYPE, "series", "source", text, "Name who gave it, such as EMS.");
    }
    return text;
  }

  static Optional<Step> step(String text, IssueLog log) {
    try {
      return Optional.of(Step.parse(text));
    } catch (IllegalArgumentException e) {
      log.add(Rule.FIELD_TYPE, "series", "step", text, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A delivery whose subjects are of its kind and whose steps lie on the clock. */
  static SeriesSet checked(SeriesSet set, IssueLog log) {
    if (set.kind().subject() == SeriesKind.Subject.SYSTEM
        && (set.values().size() > 1 || !set.values().containsKey(SeriesKind.SYSTEM))) {
      log.add(
          Rule.REFERENCE_EXISTS,
          "series",
          "values",
          String.join(", ", set.values().keySet()),
          "A %s has one subject: %s.".formatted(set.kind(), SeriesKind.SYSTEM));
    }
    MarketClock clock = new MarketClock(set.zone());
    Step step = set.step();
    if (!begins(step, set.from(), clock)) {
      log.add(
          Rule.FIELD_TYPE,
          "series",
          "from",
          clock.show(set.from()),
          "Steps of %s begin at whole multiples of it in the market's time.".formatted(step));
    }
    dayTypes(set, log);
    log.throwIfErrors();
    return set;
  }

  /** Steps of minutes begin at whole ones, or at whole hours; those of the calendar at midnight. */
  private static boolean begins(Step step, Instant from, MarketClock clock) {
    if (step.unit() != ChronoUnit.MINUTES) {
      return from.equals(clock.startOf(clock.dateOf(from)));
    }
    int minute = from.atZone(clock.zone()).get(ChronoField.MINUTE_OF_DAY);
    boolean whole = from.getEpochSecond() % 60 == 0 && from.getNano() == 0;
    return whole && (minute % step.count() == 0 || minute % Math.min(step.count(), 60) == 0);
  }

  private static void dayTypes(SeriesSet set, IssueLog log) {
    if (set.kind() != SeriesKind.DAY_TYPE) {
      return;
    }
    Objects.requireNonNull(set.values().get(set.values().firstKey())).values().stream()
        .flatMap(Optional::stream)
        .filter(type -> !DAY_TYPES.contains(type))
        .forEach(
            type ->
                log.add(
                    Rule.FIELD_TYPE,
                    "series",
                    "values",
                    type.toPlainString(),
                    "Give 0 for a working day, 1 for a day of rest, 2 for a holiday."));
  }
}
