package org.gridclear.scenario.settlement;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.member.EntityClass;
import org.gridclear.member.Meter;
import org.gridclear.member.SettlementEntity;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.scenario.resolved.EntityBlock.Event;
import org.gridclear.scenario.resolved.PriceDay;
import org.gridclear.scenario.resolved.SettlementColumn;
import org.gridclear.scenario.resolved.SettlementColumn.Kind;
import org.gridclear.scenario.resolved.SettlementColumn.Measure;
import org.gridclear.scenario.settlement.CsvTable.Row;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Reads the files of one day: meters, awards, services, curves, prices, events. */
final class DayReader {
  private static final Set<String> PRICES =
      Set.of("daEnergy", "daCongestion", "daLoss", "rtEnergy", "rtCongestion", "rtLoss");
  private static final Map<String, SettlementColumn> COLUMNS =
      SettlementColumn.of(Kind.INTERVAL).stream()
          .collect(Collectors.toMap(SettlementColumn::label, Function.identity()));

  /** So many entities without energy are named on a day. */
  private static final int MISSING_MAX = 50;

  private final SettlementSource source;
  private final int number;
  private final LocalDate day;
  private final Path folder;
  private final int intervals;
  private final DayValues values;
  private final List<IssueLog> logs = new ArrayList<>();
  private final MeteredEnergy energy;

  DayReader(SettlementSource source, int number) {
    this.source = source;
    this.number = number;
    this.day = source.month().date(number);
    this.folder = SettlementReader.dayFolder(source.folder(), day);
    this.intervals = source.month().intervals();
    this.values = new DayValues(number, intervals, source.month().entities().size());
    this.energy = new MeteredEnergy(source, day, values);
  }

  List<IssueLog> logs() {
    return logs;
  }

  DayValues read() {
    registered();
    meters();
    registers();
    entitySeries("awards.csv");
    entitySeries("services.csv");
    energy.assign();
    curves();
    prices();
    events();
    missing();
    return values;
  }

  private IssueLog log(Path file) {
    IssueLog log = new IssueLog(name(file));
    logs.add(log);
    return log;
  }

  private String name(Path file) {
    boolean inside = file.startsWith(source.folder());
    return inside ? source.folder().relativize(file).toString() : file.toString();
  }

  private void registered() {
    for (SettlementEntity entity : source.registry().entities()) {
      if (entity.validity().on(day)) {
        int e = source.entity(entity.id());
        values.records[e] = entity;
        source.registry().tariffs().stream()
            .filter(tariff -> tariff.id().equals(entity.tariff()) && tariff.validity().on(day))
            .forEach(tariff -> values.tariffs[e] = tariff.yuanPerMwh());
      }
    }
    source.registry().offers().stream()
        .filter(offer -> offer.validity().on(day) && source.entity(offer.entity()) >= 0)
        .forEach(offer -> values.offers[source.entity(offer.entity())] = offer);
  }

  /** Reads files in their order; a series counts where it comes first. */
  private void series(
      List<Path> files, boolean mandatory, Function<IssueLog, SeriesFile.Target> target) {
    Set<String> taken = new HashSet<>();
    for (Path file : files) {
      IssueLog log = log(file);
      boolean delivered = file.startsWith(source.folder());
      new SeriesFile(file, day, intervals, log, target.apply(log), taken)
          .read(mandatory && delivered);
    }
  }

  private void meters() {
    SeriesFile.Kind kind = new SeriesFile.Kind(Measure.MWH, false);
    for (Path file : source.files(day, "meters.csv")) {
      series(
          List.of(file),
          false,
          log ->
              new SeriesFile.Target() {
                @Override
                public Optional<SeriesFile.Kind> kind(String series) {
                  return Optional.ofNullable(
                      Map.of("forwardMwh", kind, "reverseMwh", kind).get(series));
                }

                @Override
                public void accept(String id, String series, int[] mwh, int line) {
                  meter(id, series, mwh, place(log, file, line));
                }
              });
    }
  }

  private MeteredEnergy.Place place(IssueLog log, Path file, int line) {
    return new MeteredEnergy.Place(log, name(file), line, source.rank(file));
  }

  private void registers() {
    RegisterFile registers = new RegisterFile(source, day, energy);
    for (Path file : source.files(day, "exchanges.csv")) {
      registers.exchanges(file, log(file));
    }
    for (Path file : source.files(day, "registers.csv")) {
      registers.read(file, log(file), name(file), source.rank(file));
    }
    registers.unused();
  }

  private void meter(String id, String series, int[] mwh, MeteredEnergy.Place place) {
    Optional<Meter> meter = source.meter(id, day);
    if (meter.isEmpty()) {
      place
          .log()
          .add(Rule.REGISTERED, "line " + place.line(), "meter", id, "Register it for this day.");
      return;
    }
    long[] exact = new long[intervals];
    for (int t = 0; t < intervals; t++) {
      exact[t] = mwh[t] * meter.get().multiplier();
      if (!MeteredEnergy.fits(exact[t])) {
        place
            .log()
            .add(
                Rule.VALUE_IN_BOUNDS,
                "line " + place.line(),
                id + " interval " + (t + 1),
                FixedPoint.format(mwh[t], 4),
                "Times the multiplier it is above 10000 MWh; check both.");
        return;
      }
    }
    energy.take(meter.get(), series, exact, place);
  }

  private void entitySeries(String name) {
    boolean awards = name.equals("awards.csv");
    Set<String> taken = new HashSet<>();
    for (Path file : source.files(day, name)) {
      IssueLog log = log(file);
      new SeriesFile(file, day, intervals, log, ofEntities(log, file, awards), taken).read(false);
    }
  }

  /**
   * Awards and metered energy of entities are one file, services another; so nothing comes twice.
   */
  private SeriesFile.Target ofEntities(IssueLog log, Path file, boolean awards) {
    return new SeriesFile.Target() {
      @Override
      public Optional<SeriesFile.Kind> kind(String series) {
        return SettlementColumn.of(Kind.INTERVAL, series)
            .filter(column -> column != SettlementColumn.CONTRACT && directed(column) == awards)
            .map(column -> new SeriesFile.Kind(column.measure(), !directed(column)));
      }

      @Override
      public void accept(String id, String series, int[] given, int line) {
        entity(id, line, log)
            .ifPresent(e -> take(COLUMNS.get(series), e, given, place(log, file, line)));
      }
    };
  }

  /** Whether the file gives a magnitude, whose direction is that of the entity. */
  private static boolean directed(SettlementColumn column) {
    return column == SettlementColumn.DA
        || column == SettlementColumn.RT
        || column == SettlementColumn.METERED;
  }

  private void take(SettlementColumn column, int entity, int[] given, MeteredEnergy.Place place) {
    EntityClass entityClass = values.records[entity].entityClass();
    int owner = entity;
    boolean response =
        column == SettlementColumn.RESPONSE || column == SettlementColumn.RESPONSE_CALLED;
    if (response && !values.records[entity].aggregator().isEmpty()) {
      owner = source.entity(values.records[entity].aggregator());
    }
    values.add(column, owner, given, directed(column) ? entityClass.sign() : 1);
    if (column == SettlementColumn.METERED) {
      energy.entity(entity, place);
    }
  }

  private Optional<Integer> entity(String id, int line, IssueLog log) {
    Integer e = source.entityOrNull(id);
    if (e == null || values.records[e] == null) {
      log.add(Rule.REGISTERED, "line " + line, "entity", id, "Register it for this day.");
      return Optional.empty();
    }
    return Optional.of(e);
  }

  private void curves() {
    source.curves().forEach((contract, curve) -> values.curves.put(contract, curve.clone()));
    series(
        source.files(day, "curves.csv"),
        false,
        log -> new CurveTarget(source::contractOrNull, values.curves, log));
  }

  private void prices() {
    List<String> points = source.month().points();
    int[][] given = new int[SettlementColumn.of(Kind.POINT).size()][points.size() * intervals];
    int[][] market = new int[SettlementColumn.of(Kind.MARKET).size()][intervals];
    boolean[] priced = new boolean[points.size()];
    List<Path> files = source.files(day, "prices.csv");
    series(files, true, log -> ofPoints(given, market, priced));
    IssueLog log = logs.get(logs.size() - 1);
    for (int p = 0; p < priced.length; p++) {
      if (!priced[p]) {
        log.add(
            Rule.PRICE_GIVEN,
            "point " + points.get(p),
            day.toString(),
            "absent",
            "Add its prices.");
      }
    }
    bounded(given, log);
    values.prices = new PriceDay(number, intervals, given, market);
  }

  private SeriesFile.Target ofPoints(int[][] given, int[][] market, boolean[] priced) {
    return new SeriesFile.Target() {
      @Override
      public Optional<SeriesFile.Kind> kind(String series) {
        return PRICES.contains(series) || SettlementColumn.of(Kind.MARKET, series).isPresent()
            ? Optional.of(new SeriesFile.Kind(Measure.PRICE, true))
            : Optional.empty();
      }

      @Override
      public void accept(String id, String series, int[] price, int line) {
        Optional<SettlementColumn> wide = SettlementColumn.of(Kind.MARKET, series);
        if (wide.isPresent()) {
          market[wide.get().index()] = price;
          return;
        }
        Integer point = source.pointOrNull(id);
        if (point != null) {
          priced[point] = true;
          component(series, point, price, given);
        }
      }
    };
  }

  private void component(String series, int point, int[] price, int[][] given) {
    boolean da = series.startsWith("da");
    SettlementColumn total = da ? SettlementColumn.DA_PRICE : SettlementColumn.RT_PRICE;
    int part = series.endsWith("Congestion") ? 1 : series.endsWith("Loss") ? 2 : 0;
    for (int t = 0; t < intervals; t++) {
      given[total.index()][point * intervals + t] += price[t];
      if (part > 0) {
        given[total.index() + part][point * intervals + t] = price[t];
      }
    }
  }

  private void bounded(int[][] given, IssueLog log) {
    for (int[] column : given) {
      if (Arrays.stream(column).anyMatch(price -> Math.abs(price) > Measure.PRICE.bound())) {
        log.add(Rule.VALUE_IN_BOUNDS, day.toString(), "sum", "too large", "Check the components.");
      }
    }
  }

  private void events() {
    Path file = source.files(day, "events.csv").get(0);
    IssueLog log = log(file);
    Set<String> items = source.eventItems(day);
    for (Row row :
        CsvTable.read(file, false, log, List.of("remark"), "entity", "item", "quantity", "yuan")
            .rows()) {
      String item = row.text("item");
      Integer e = source.entityOrNull(row.text("entity"));
      if (e == null || values.records[e] == null) {
        row.report(Rule.REGISTERED, "entity", row.text("entity"), "Register it for this day.");
      } else if (!items.contains(item)) {
        row.report(Rule.FIELD_KNOWN, "item", item, NearestName.advice(item, items));
      } else {
        long quantity = row.number("quantity", 4, Measure.QUANTITY.bound(), null);
        values.add(
            e, new Event(0, item, quantity, row.number("yuan", 3, Measure.YUAN.bound(), null)));
      }
    }
  }

  private void missing() {
    IssueLog log = log(folder.resolve("meters.csv"));
    int count = 0;
    for (int e = 0; e < values.records.length && count < MISSING_MAX; e++) {
      SettlementEntity entity = values.records[e];
      boolean meters =
          entity != null
              && entity.entityClass() != EntityClass.GRID
              && entity.entityClass() != EntityClass.RESPONSE;
      if (meters && !energy.has(e)) {
        count++;
        Rule rule = source.missingAsZero() ? Rule.METERED : Rule.INTERVALS_WHOLE;
        log.add(
            rule,
            "entity " + entity.id(),
            day.toString(),
            "no metered energy",
            source.missingAsZero() ? "It counts as 0." : "Deliver it, or set 'missing: zero'.");
      }
    }
  }
}
