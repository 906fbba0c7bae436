package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.settlement.folder.AcceptedData;
import org.gridclear.settlement.folder.DayTypeFile;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.EntityClass.Side;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.settlement.rule.ChargeRule;
import org.jspecify.annotations.Nullable;

/** A settlement folder whose registry and rules were read; gives its days one by one. */
public final class SettlementSource {
  private final InputFiles files;
  private final Map<String, byte[]> common;
  private final String bookPath;
  private final SettlementMonth month;
  private final Registry registry;
  private final DataRules dataRules;
  private final AcceptedData accepted;
  private final StateBefore state;
  private final Map<LocalDate, DayType> dayTypes;
  private final Map<Integer, int[][]> curves;
  private final Map<String, Integer> entities;
  private final Map<String, Integer> points;
  private final Map<String, Integer> contracts;
  private final Map<String, List<Meter>> meters;
  private final Map<String, Integer> meterNumbers = new HashMap<>();
  private final int[] relationMeters;
  private final int[] relationEntities;
  private final int[] sellers;
  private final int[] buyers;
  private @Nullable BitSet only;

  SettlementSource(
      InputFiles files,
      Map<String, byte[]> common,
      String bookPath,
      SettlementMonth month,
      Registry registry,
      DataRules dataRules,
      AcceptedData accepted,
      StateBefore state,
      Map<LocalDate, DayType> dayTypes,
      Map<Integer, int[][]> curves) {
    this.files = files;
    this.common = Map.copyOf(common);
    this.bookPath = bookPath;
    this.curves = curves;
    this.month = month;
    this.registry = registry;
    this.dataRules = dataRules;
    this.accepted = accepted;
    this.state = state;
    this.dayTypes = dayTypes;
    this.entities = numbers(month.entities(), SettlementMonth.EntityName::id);
    this.points = numbers(month.points(), Function.identity());
    this.contracts = numbers(month.contracts(), Function.identity());
    this.meters = registry.meters().stream().collect(Collectors.groupingBy(Meter::id));
    registry.meters().forEach(meter -> numbered(meter.id()));
    this.relationMeters =
        registry.relations().stream().mapToInt(relation -> numbered(relation.meter())).toArray();
    this.relationEntities =
        registry.relations().stream().mapToInt(relation -> entity(relation.entity())).toArray();
    this.sellers = registry.contracts().stream().mapToInt(each -> entity(each.seller())).toArray();
    this.buyers = registry.contracts().stream().mapToInt(each -> entity(each.buyer())).toArray();
  }

  private int numbered(String meter) {
    return meterNumbers.computeIfAbsent(meter, id -> meterNumbers.size());
  }

  private static <T> Map<String, Integer> numbers(List<T> list, Function<T, String> id) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      numbers.put(id.apply(list.get(i)), i);
    }
    return numbers;
  }

  /** The delivered files. */
  public InputFiles files() {
    return files;
  }

  /** The files that hold for all days, as they were read: registry, settings, book, curves. */
  public Map<String, byte[]> common() {
    return common;
  }

  /** What is the same on all days. */
  public SettlementMonth month() {
    return month;
  }

  /** Everything that is registered. */
  public Registry registry() {
    return registry;
  }

  /** Whether what is read for a day can depend on the files of other days than the day before. */
  public boolean daysLookAtOthers() {
    return !dataRules.substitutes().isEmpty();
  }

  /** Path of the book of rules. */
  public String bookPath() {
    return bookPath;
  }

  /** Curves of contracts that hold on all days: energy and price by number of the contract. */
  Map<Integer, int[][]> curves() {
    return curves;
  }

  /** What was before the month. */
  StateBefore state() {
    return state;
  }

  /** 1 workday, 2 weekend, 3 holiday. */
  public long dayType(LocalDate date) {
    return DayTypeFile.of(date, dayTypes).ordinal() + 1L;
  }

  /** Days of the period on which an entity is registered. */
  int registeredDays(int entity) {
    int days = 0;
    for (var span : month.entities().get(entity).spans()) {
      if (span.from() <= month.period()) {
        days += Math.min(span.to(), month.period()) - span.from() + 1;
      }
    }
    return days;
  }

  /** The last day of the period on which an entity is registered. */
  int lastDay(int entity) {
    int last = 0;
    for (var span : month.entities().get(entity).spans()) {
      if (span.from() <= month.period()) {
        last = Math.max(last, Math.min(span.to(), month.period()));
      }
    }
    return last;
  }

  /** Data that an account accepted. */
  AcceptedData accepted() {
    return accepted;
  }

  /** What every day has to have. */
  DataRules dataRules() {
    return dataRules;
  }

  /** Number of an entity; −1 if it is not registered in the month. */
  int entity(String id) {
    return entities.getOrDefault(id, -1);
  }

  @Nullable Integer entityOrNull(String id) {
    return entities.get(id);
  }

  /**
   * Whether an entity is registered on a day and trades on this side.
   *
   * @param generation true for units and storage, false for users and retailers
   */
  public boolean trades(String id, LocalDate day, boolean generation) {
    Side side = generation ? Side.GENERATION : Side.CONSUMPTION;
    return registry.entities().stream()
        .filter(entity -> entity.id().equals(id) && entity.validity().on(day))
        .anyMatch(entity -> entity.entityClass().side() == side);
  }

  @Nullable Integer pointOrNull(String id) {
    return points.get(id);
  }

  int point(String id) {
    return Objects.requireNonNull(points.get(id));
  }

  /** Number of a registered contract. */
  int contract(String id) {
    return Objects.requireNonNull(contracts.get(id));
  }

  @Nullable Integer contractOrNull(String id) {
    return contracts.get(id);
  }

  Optional<Meter> meter(String id, LocalDate day) {
    for (Meter meter : meters.getOrDefault(id, List.of())) {
      if (meter.validity().on(day)) {
        return Optional.of(meter);
      }
    }
    return Optional.empty();
  }

  /** How many meters are registered or related. */
  int meters() {
    return meterNumbers.size();
  }

  /** Number of a meter, from 0; −1 if it is unknown. */
  int meterNumber(String id) {
    return meterNumbers.getOrDefault(id, -1);
  }

  /** Id of a meter by its number. */
  String meterId(int number) {
    return meterNumbers.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** Number of the meter of a relation of the registry. */
  int relationMeter(int relation) {
    return relationMeters[relation];
  }

  /** Number of the entity of a relation of the registry; −1 if it is not of the month. */
  int relationEntity(int relation) {
    return relationEntities[relation];
  }

  /** Number of the seller of a contract of the registry; −1 if it is not of the month. */
  int seller(int contract) {
    return sellers[contract];
  }

  /** Number of the buyer of a contract of the registry; −1 if it is not of the month. */
  int buyer(int contract) {
    return buyers[contract];
  }

  Set<String> eventItems(LocalDate day) {
    return month.book().on(day, month.mode()).charges().stream()
        .filter(rule -> rule.over() == ChargeRule.Over.EVENT)
        .map(ChargeRule::item)
        .collect(Collectors.toSet());
  }

  /**
   * The same source up to a day, as if the month ended there.
   *
   * @throws IllegalArgumentException if there is no such day
   */
  public SettlementSource upTo(int day) {
    return new SettlementSource(
        files,
        common,
        bookPath,
        month.upTo(month.day(day)),
        registry,
        dataRules,
        accepted,
        state,
        dayTypes,
        curves);
  }

  /** The same source of some entities alone, from files that have their rows. */
  SettlementSource slice(InputFiles some, BitSet entities) {
    SettlementSource slice =
        new SettlementSource(
            some, common, bookPath, month, registry, dataRules, accepted, state, dayTypes, curves);
    slice.only = (BitSet) entities.clone();
    return slice;
  }

  /** Whether an entity is read. */
  boolean reads(int entity) {
    return only == null || only.get(entity);
  }

  /** Whether a party of a contract is read, or all are. */
  boolean reads(Contract contract) {
    return only == null || ofOne(contract.seller()) || ofOne(contract.buyer());
  }

  private boolean ofOne(String entity) {
    return entity(entity) >= 0 && reads(entity(entity));
  }
}
