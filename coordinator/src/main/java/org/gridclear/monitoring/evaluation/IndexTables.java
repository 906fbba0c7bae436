package org.gridclear.monitoring.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.monitoring.evaluation.IndexEvaluation.StoredIndex;
import org.gridclear.monitoring.index.Bounds;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexKernel;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Indices, their values and alarms as tables. */
public final class IndexTables {
  /** Kernels whose elements are suppliers. */
  private static final Set<IndexKernel> OF_MEMBERS =
      EnumSet.range(IndexKernel.HHI_OFFERED, IndexKernel.MEMBER_PROFIT);

  private IndexTables() {}

  private static @Nullable Double cell(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  private static @Nullable Double cell(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  /** The definitions of a catalogue. */
  public static Table definitions(IndexCatalogue catalogue) {
    Table.Rows rows =
        new Table.Rows(
            "indices",
            "Indices of the market.",
            Column.text("index", "Id of the index."),
            Column.text("family", "What it is about."),
            Column.text("en", "Its name in English."),
            Column.text("zh", "Its name in Chinese."),
            Column.text("of", "Unit of its value."),
            Column.text("source", "Formula, or kernel with its parameters."),
            Column.text("day", "How periods become the day."),
            Column.text("zones", "Whether it is of every zone, too."),
            Column.text("worse", "On which side of a limit it is worse."),
            Column.number("warning", "A warning past this."),
            Column.number("severe", "Severe past this."),
            Column.number("weight", "Weight of its score in a composite."));
    for (IndexDefinition index : catalogue.indices()) {
      rows.add(
          index.id(),
          lower(index.family()),
          index.names().en(),
          index.names().zh(),
          index.unit(),
          index.source().text(),
          lower(index.figure()),
          index.byZone() ? "yes" : "no",
          lower(index.bounds().worse()),
          cell(index.bounds().warning()),
          cell(index.bounds().severe()),
          index.weight());
    }
    return rows.table();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String state(IndexDefinition index, double value) {
    if (Double.isNaN(value)) {
      return "undefined";
    }
    Optional<Bounds.Passed> passed = index.bounds().passed(value);
    return passed.isEmpty() ? "ok" : passed.orElseThrow().severe() ? "severe" : "warning";
  }

  private static @Nullable Double score(IndexDefinition index, double value) {
    return Double.isNaN(value)
        ? null
        : index.bounds().scale().map(scale -> (Double) scale.score(value)).orElse(null);
  }

  /** Values, one a row. */
  public static Table values(List<StoredIndex> values) {
    Table.Rows rows =
        new Table.Rows(
            "index-values",
            "Values of indices by date and zone.",
            Column.text("date", "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version."),
            Column.text("zone", "Zone; system for all."),
            Column.text("index", "Id of the index."),
            Column.number("value", "The number of the day; empty where it is not defined."),
            Column.text("of", "Unit of the value."),
            Column.text("state", "ok, warning, severe or undefined."),
            Column.number("score", "Score in 0..100; empty where it has none."),
            Column.text("note", "What must be known to read it."));
    for (StoredIndex each : values) {
      double value = each.value().value();
      rows.add(
          each.run().key().date().toString(),
          (long) each.run().key().cycle(),
          (long) each.run().version(),
          MarketFacts.word(each.zone()),
          each.index().id(),
          cell(value),
          each.index().unit(),
          state(each.index(), value),
          score(each.index(), value),
          each.value().note());
    }
    return rows.table();
  }

  /** Numbers of suppliers, fuels, products and constraints behind values. */
  public static Table elements(List<StoredIndex> values) {
    Table.Rows rows =
        new Table.Rows(
            "index-elements",
            "Numbers of suppliers, fuels, products or constraints behind indices.",
            Column.text("date", "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.text("zone", "Zone; system for all."),
            Column.text("index", "Id of the index."),
            Column.text("element", "Name of the supplier, fuel, product or constraint."),
            Column.number("value", "Its number of the day."));
    for (StoredIndex each : values) {
      each.value()
          .elements()
          .forEach(
              (name, value) ->
                  rows.add(
                      each.run().key().date().toString(),
                      (long) each.run().key().cycle(),
                      MarketFacts.word(each.zone()),
                      each.index().id(),
                      name,
                      cell(value)));
    }
    return rows.table();
  }

  /**
   * Numbers of members behind indices, so that each can be given its own (J-12, K-19). A supplier
   * is who controls its members.
   */
  public static Table members(List<StoredIndex> values) {
    Table.Rows rows =
        new Table.Rows(
            "index-members",
            "Numbers of members behind indices of suppliers.",
            Column.text("member", "Id of the member, or of who controls it."),
            Column.text("date", "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.text("zone", "Zone; system for all."),
            Column.text("index", "Id of the index."),
            Column.number("value", "Its number of the day."));
    for (StoredIndex each : values) {
      if (each.index().source() instanceof IndexDefinition.ByKernel by
          && OF_MEMBERS.contains(by.kernel())) {
        each.value()
            .elements()
            .forEach(
                (name, value) ->
                    rows.add(
                        name,
                        each.run().key().date().toString(),
                        (long) each.run().key().cycle(),
                        MarketFacts.word(each.zone()),
                        each.index().id(),
                        cell(value)));
      }
    }
    return rows.table();
  }

  /** An index and zone: the values of its days, by date. */
  private record Place(IndexDefinition index, String zone) {}

  /**
   * One row an index and zone: last value, range, trend and limits. The trend is the mean of the
   * later half of the days less that of the earlier half.
   */
  public static Table overview(List<StoredIndex> values) {
    Map<Place, List<Double>> byPlace = new LinkedHashMap<>();
    for (StoredIndex each : values) {
      if (each.value().defined()) {
        byPlace
            .computeIfAbsent(new Place(each.index(), each.zone()), none -> new ArrayList<>())
            .add(each.value().value());
      }
    }
    Table.Rows rows =
        new Table.Rows(
            "index-overview",
            "Indices over a range of dates.",
            Column.text("zone", "Zone; system for all."),
            Column.text("index", "Id of the index."),
            Column.text("family", "What it is about."),
            Column.text("en", "Its name in English."),
            Column.text("zh", "Its name in Chinese."),
            Column.text("of", "Unit of the values."),
            Column.whole("days", "Days on which it is defined."),
            Column.number("last", "Value of the last of them."),
            Column.number("mean", "Mean of the days."),
            Column.number("lowest", "Lowest of the days."),
            Column.number("highest", "Highest of the days."),
            Column.number("trend", "Mean of the later half less that of the earlier half."),
            Column.number("warning", "A warning past this."),
            Column.number("severe", "Severe past this."),
            Column.text("state", "State of the last: ok, warning or severe."),
            Column.number("score", "Score of the last in 0..100."));
    byPlace.forEach((place, of) -> rows.add(overview(place, of)));
    return rows.table();
  }

  private static Object[] overview(Place place, List<Double> of) {
    double last = of.get(of.size() - 1);
    int half = of.size() / 2;
    IndexDefinition index = place.index();
    return new Object[] {
      MarketFacts.word(place.zone()),
      index.id(),
      lower(index.family()),
      index.names().en(),
      index.names().zh(),
      index.unit(),
      (long) of.size(),
      last,
      mean(of),
      of.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
      of.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
      half == 0
          ? null
          : (Double) (mean(of.subList(of.size() - half, of.size())) - mean(of.subList(0, half))),
      cell(index.bounds().warning()),
      cell(index.bounds().severe()),
      state(index, last),
      score(index, last)
    };
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /** Alarms, one a row. */
  public static Table alarms(List<IndexAlarmRow> alarms) {
    Table.Rows rows =
        new Table.Rows(
            "index-alarms",
            "Indices past a limit.",
            Column.whole("number", "Number of the alarm."),
            Column.text("date", "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version."),
            Column.text("zone", "Zone; system for all."),
            Column.text("index", "Id of the index."),
            Column.text("severity", "warning or severe."),
            Column.number("value", "Value of the index."),
            Column.number("limit", "The limit that it passed."),
            Column.text("raised", "When it was raised."),
            Column.text("clearedBy", "Who cleared it; empty while it is open."),
            Column.text("cleared", "When it was cleared."),
            Column.text("remark", "What was said then."));
    for (IndexAlarmRow each : alarms) {
      rows.add(
          each.number(),
          each.item().date().toString(),
          (long) each.item().cycle(),
          (long) each.version(),
          MarketFacts.word(each.item().zone()),
          each.item().index(),
          each.passed().severity(),
          each.passed().value(),
          each.passed().limit(),
          each.raisedAt().toString(),
          each.cleared().map(IndexAlarmRow.ClearedRow::by).orElse(""),
          each.cleared().map(cleared -> cleared.at().toString()).orElse(""),
          each.cleared().map(IndexAlarmRow.ClearedRow::remark).orElse(""));
    }
    return rows.table();
  }
}
