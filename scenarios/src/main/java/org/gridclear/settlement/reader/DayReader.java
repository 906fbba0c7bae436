package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.CsvTable;
import org.gridclear.settlement.folder.CsvTable.Row;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.folder.RecordedFiles;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Tariff;
import org.gridclear.settlement.registry.UnitOffer;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Reads the files of one day: meters, awards, services, curves, prices, events. */
final class DayReader {
  /** What is held, moved or called, which is never below 0. */
  private static final Set<SettlementColumn> CAPACITIES =
      Set.of(
          SettlementColumn.REGULATION,
          SettlementColumn.MILEAGE,
          SettlementColumn.SPINNING,
          SettlementColumn.NON_SPINNING,
          SettlementColumn.CALLED,
          SettlementColumn.RESPONSE_CALLED);

  private static final Map<String, SettlementColumn> COLUMNS =
      SettlementColumn.of(Kind.INTERVAL).stream()
          .collect(Collectors.toMap(SettlementColumn::label, Function.identity()));

  private final SettlementSource source;
  private final int number;
  private final LocalDate day;
  private final RecordedFiles files;
  private final int intervals;
  private final DayValues values;
  private final List<IssueLog> logs = new ArrayList<>();
  private final MeteredEnergy energy;
  private final Responses responses;

  /** Files whose header was refused: nothing is said of what they may hold. */
  private final Set<String> unread = new HashSet<>();

  /** Reads a day; issues of all its files go to {@code logs}. */
  static DayValues read(SettlementSource source, int day, List<IssueLog> logs) {
    DayReader reader = new DayReader(source, day);
    DayValues values = reader.read();
    values.files.putAll(reader.files());
    logs.addAll(reader.logs());
    return values;
  }

  DayReader(SettlementSource source, int number) {
    this.source = source;
    this.number = number;
    this.day = source.month().date(number);
    this.files = new RecordedFiles(source.files());
    this.intervals = source.month().intervals();
    this.values = new DayValues(number, intervals, source.month().entities().size());
    this.energy = new MeteredEnergy(source, day, values);
    this.responses = new Responses(source, values);
  }

  List<IssueLog> logs() {
    return logs;
  }

  DayValues read() {
    if (absent()) {
      log("")
          .add(
              Rule.FILE_READABLE,
              "day",
              "",
              path(""),
              "No file of this day is there; deliver them.");
      return values;
    }
    registered();
    MeterFiles meters = new MeterFiles(source, day, energy, files, this::log);
    boolean metered = meters.read();
    entitySeries("awards.csv");
    entitySeries("services.csv");
    if (metered) {
      meters.substitute();
    }
    energy.assign();
    responses.assign(log("services.csv"));
    curves();
    prices();
    events();
    if (metered && !unread.contains("awards.csv")) {
      withoutEnergy(meters);
    }
    new DayCompleteness(source, day, values, unread, this::logOf).run();
    if (logs.stream().noneMatch(IssueLog::hasErrors)) {
      new Plausibility(source.dataRules(), values, logOf("meters.csv")).run();
    }
    return values;
  }

  /** Whether no file of the day is there, which is one issue and not one of each of its values. */
  private boolean absent() {
    return files.read(path("prices.csv")).isEmpty()
        && files.paths().stream().noneMatch(path -> path.startsWith(path("")));
  }

  /** What was read, by path. */
  Map<String, byte[]> files() {
    return files.all();
  }

  private String path(String name) {
    return SeriesPath.of(files, InputFiles.ofDay(day, name));
  }

  private IssueLog log(String name) {
    IssueLog log = new IssueLog(path(name));
    logs.add(log);
    return log;
  }

  private void registered() {
    Map<String, Long> tariffs = new HashMap<>();
    for (Tariff tariff : source.registry().tariffs()) {
      if (tariff.validity().on(day)) {
        tariffs.put(tariff.id(), tariff.yuanPerMwh());
      }
    }
    for (SettlementEntity entity : source.registry().entities()) {
      if (entity.validity().on(day)) {
        int e = source.entity(entity.id());
        values.registered.set(e);
        if (!source.reads(e)) {
          continue;
        }
        values.records[e] = entity;
        Long tariff = tariffs.get(entity.tariff());
        if (tariff != null) {
          values.tariffs[e] = tariff;
          values.tariffGiven.set(e);
        }
      }
    }
    for (UnitOffer offer : source.registry().offers()) {
      int e = source.entity(offer.entity());
      if (e >= 0 && source.reads(e) && offer.validity().on(day)) {
        values.offers[e] = offer;
      }
    }
  }

  private void series(
      String name, boolean mandatory, Function<IssueLog, SeriesFile.Target> target) {
    IssueLog log = log(name);
    boolean readable =
        new SeriesFile(path(name), day, intervals, log, target.apply(log))
            .read(files.read(path(name)), mandatory);
    if (!readable) {
      unread.add(name);
    }
  }

  private void entitySeries(String name) {
    boolean awards = name.equals("awards.csv");
    series(name, false, log -> ofEntities(log, name, awards));
  }

  /**
   * Awards and metered energy of entities are one file, services another; so nothing comes twice.
   */
  private SeriesFile.Target ofEntities(IssueLog log, String name, boolean awards) {
    String path = path(name);
    return new SeriesFile.Target() {
      @Override
      public Optional<SeriesFile.Kind> kind(String series) {
        if (!awards && series.equals(Responses.BASELINE)) {
          return Optional.of(new SeriesFile.Kind(SettlementColumn.RESPONSE.measure(), false));
        }
        return SettlementColumn.of(Kind.INTERVAL, series)
            .filter(column -> !ofContracts(column) && directed(column) == awards)
            .map(column -> new SeriesFile.Kind(column.measure(), !CAPACITIES.contains(column)));
      }

      @Override
      public void accept(String id, String series, int[] given, int line) {
        entity(id, line, log)
            .ifPresent(
                e -> {
                  if (series.equals(Responses.BASELINE)) {
                    responses.baseline(e, given, line);
                  } else {
                    take(
                        Objects.requireNonNull(COLUMNS.get(series)),
                        e,
                        given,
                        new MeteredEnergy.Place(log, path, line));
                  }
                });
      }
    };
  }

  /** Whether a column follows from contracts and is not delivered. */
  private static boolean ofContracts(SettlementColumn column) {
    return column == SettlementColumn.CONTRACT || column == SettlementColumn.PHYSICAL;
  }

  /** Whether the file gives a magnitude, whose direction is that of the entity. */
  private static boolean directed(SettlementColumn column) {
    return column == SettlementColumn.DA
        || column == SettlementColumn.RT
        || column == SettlementColumn.METERED;
  }

  private void take(SettlementColumn column, int entity, int[] given, MeteredEnergy.Place place) {
    EntityClass entityClass = values.records[entity].entityClass();
    boolean response =
        column == SettlementColumn.RESPONSE || column == SettlementColumn.RESPONSE_CALLED;
    if (column == SettlementColumn.RESPONSE_CALLED) {
      responses.called(entity, given);
    }
    int owner = response ? responses.owner(entity, place) : entity;
    negative(column, entity, given, place);
    values.mark(column, entity);
    values.add(column, owner, given, directed(column) ? entityClass.sign() : 1);
    if (column == SettlementColumn.METERED) {
      energy.entity(entity, place);
    }
  }

  /** Only a storage has energy against its own direction. */
  private void negative(
      SettlementColumn column, int entity, int[] given, MeteredEnergy.Place place) {
    if (!directed(column) || values.records[entity].entityClass() == EntityClass.STORAGE) {
      return;
    }
    for (int t = 0; t < intervals; t++) {
      if (given[t] < 0) {
        place
            .log()
            .add(
                Rule.ENERGY_NOT_NEGATIVE,
                SeriesPath.place(place.file(), place.line()),
                values.records[entity].id() + " " + column.label() + " interval " + (t + 1),
                FixedPoint.format(given[t], 4),
                "Energy is given in the entity's own direction; only a storage has both.");
        return;
      }
    }
  }

  private Optional<Integer> entity(String id, int line, IssueLog log) {
    Integer e = source.entityOrNull(id);
    if (e == null || values.records[e] == null) {
      log.add(
          Rule.REGISTERED,
          SeriesPath.place(log.file(), line),
          "entity",
          id,
          "Register it for this day.");
      return Optional.empty();
    }
    return Optional.of(e);
  }

  private void curves() {
    source.curves().forEach((contract, curve) -> values.curves.put(contract, curve.clone()));
    Set<String> others = new HashSet<>();
    source.registry().contracts().forEach(contract -> others.add(contract.id()));
    source.registry().contracts().stream()
        .filter(contract -> contract.validity().on(day))
        .forEach(contract -> others.remove(contract.id()));
    series(
        "curves.csv",
        false,
        log -> new CurveTarget(source::contractOrNull, values.curves, others, log));
  }

  private void prices() {
    DayPrices prices = new DayPrices(source, day, values.priced);
    series("prices.csv", true, prices::target);
    values.prices = prices.of(number, logs.get(logs.size() - 1));
  }

  private void events() {
    IssueLog log = log("events.csv");
    Set<String> items = source.eventItems(day);
    for (Row row :
        CsvTable.read(
                files,
                path("events.csv"),
                false,
                log,
                List.of("remark"),
                "entity",
                "item",
                "quantity",
                "yuan")
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

  /** The log of a file of the day; of the registry where there is no file. */
  private IssueLog logOf(String file) {
    if (!file.isEmpty()) {
      return log(file);
    }
    IssueLog log = new IssueLog("registry");
    logs.add(log);
    return log;
  }

  private void withoutEnergy(MeterFiles meters) {
    IssueLog log = logOf("meters.csv");
    for (int e = 0; e < values.records.length; e++) {
      SettlementEntity entity = values.records[e];
      if (entity != null
          && DayCompleteness.metered(entity.entityClass())
          && !energy.has(e)
          && !meters.reported(entity.id())) {
        log.add(
            Rule.INTERVALS_WHOLE,
            "entity " + entity.id(),
            day.toString(),
            "no metered energy",
            "Relate a meter to it and deliver its data, or name what may stand in in"
                + " 'substitute'.");
      }
    }
  }
}
