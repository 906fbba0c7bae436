package org.gridclear.scenario.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.member.EntityClass;
import org.gridclear.member.Meter;
import org.gridclear.member.MeterRelation;
import org.gridclear.scenario.resolved.SettlementColumn;
import org.gridclear.scenario.resolved.SettlementColumn.Measure;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Metered energy of a day: each meter and direction has one source, and all of its energy goes to
 * entities (EQ-19).
 */
final class MeteredEnergy {
  /** Decimals of a reading times a multiplier beyond those of energy. */
  static final int DROPPED = 4;

  /**
   * Where a value was given.
   *
   * @param log takes the issues of the file
   * @param file name of the file
   * @param line line in it
   */
  record Place(IssueLog log, String file, int line) {
    @Override
    public String toString() {
      return file + " line " + line;
    }
  }

  private record Energy(int[] mwh, Place place) {}

  private final SettlementSource source;
  private final LocalDate day;
  private final DayValues values;
  private final Map<String, Energy> ofMeter = new LinkedHashMap<>();
  private final Map<Integer, Place> ofEntity = new HashMap<>();

  MeteredEnergy(SettlementSource source, LocalDate day, DayValues values) {
    this.source = source;
    this.day = day;
    this.values = values;
  }

  /**
   * Takes the energy of a meter in one direction.
   *
   * @param series {@code forwardMwh} or {@code reverseMwh}
   * @param exact readings × multiplier by interval, 8 decimals, each within the bound of energy
   */
  void take(Meter meter, String series, long[] exact, Place place) {
    String key = meter.id() + "," + series;
    Energy before = ofMeter.get(key);
    if (before != null) {
      place
          .log()
          .add(
              Rule.ONE_SOURCE,
              "line " + place.line(),
              meter.id() + " " + series,
              "also in " + before.place(),
              "Remove one of the two; energy is counted once.");
    } else {
      ofMeter.put(key, new Energy(WholeParts.ofDay(exact, DROPPED), place));
    }
  }

  /** Whether a reading times a multiplier is an energy within the bound. */
  static boolean fits(long exact) {
    return exact >= 0 && exact <= Measure.MWH.bound() * 10_000;
  }

  /** Notes that the energy of an entity itself was given. */
  void entity(int entity, Place place) {
    ofEntity.put(entity, place);
  }

  /** Whether an entity has metered energy. */
  boolean has(int entity) {
    return ofEntity.containsKey(entity);
  }

  /** Whether a meter has energy in a direction. */
  boolean has(String meter, String series) {
    return ofMeter.containsKey(meter + "," + series);
  }

  /** Classes of the entities that a meter counts for on the day. */
  Set<EntityClass> classes(String meter) {
    return relations(meter).stream()
        .map(relation -> values.records[source.entity(relation.entity())].entityClass())
        .collect(Collectors.toSet());
  }

  /** Ids of the entities that a meter counts for on the day. */
  List<String> entities(String meter) {
    return relations(meter).stream().map(MeterRelation::entity).toList();
  }

  private List<MeterRelation> relations(String meter) {
    return source.relations(meter).stream()
        .filter(relation -> relation.validity().on(day) && registered(relation.entity()))
        .sorted(Comparator.comparing(MeterRelation::entity))
        .toList();
  }

  /** Gives the energy of all meters to entities. */
  void assign() {
    ofMeter.forEach((key, energy) -> assign(key.split(",", 2), energy));
  }

  private void assign(String[] key, Energy energy) {
    List<MeterRelation> relations = relations(key[0]);
    long assigned = Math.max(shares(relations, 1), shares(relations, -1));
    if (assigned != MeterRelation.WHOLE && Arrays.stream(energy.mwh()).anyMatch(v -> v != 0)) {
      energy
          .place()
          .log()
          .add(
              Rule.ENERGY_ASSIGNED,
              "line " + energy.place().line(),
              key[0] + " share",
              assigned / (double) MeterRelation.WHOLE,
              "Relate the meter to entities that are registered on %s, together by 1."
                  .formatted(day));
      return;
    }
    for (int sign : new int[] {1, -1}) {
      share(relations.stream().filter(r -> r.sign() == sign).toList(), key[1], energy);
    }
  }

  private boolean registered(String entity) {
    int e = source.entity(entity);
    return e >= 0 && values.records[e] != null;
  }

  private static long shares(List<MeterRelation> relations, int sign) {
    return relations.stream()
        .filter(relation -> relation.sign() == sign)
        .mapToLong(MeterRelation::share)
        .sum();
  }

  private void share(List<MeterRelation> relations, String series, Energy energy) {
    int direction = series.equals("forwardMwh") ? 1 : -1;
    List<int[]> parts = parts(relations, energy.mwh());
    for (int k = 0; k < relations.size(); k++) {
      int e = source.entity(relations.get(k).entity());
      Place before = ofEntity.get(e);
      if (before != null && before.log() != null) {
        before
            .log()
            .add(
                Rule.ONE_SOURCE,
                "line " + before.line(),
                relations.get(k).entity() + " meteredMwh",
                "also by meter %s in %s".formatted(relations.get(k).meter(), energy.place()),
                "Remove one of the two; energy is counted once.");
        continue;
      }
      int sign = direction * relations.get(k).sign() * values.records[e].entityClass().sign();
      values.add(SettlementColumn.METERED, e, parts.get(k), sign);
      ofEntity.put(e, new Place(null, energy.place().file(), energy.place().line()));
    }
  }

  /** Parts of a meter that add up to it in every interval. */
  private static List<int[]> parts(List<MeterRelation> relations, int[] mwh) {
    if (relations.size() == 1 && relations.get(0).share() == MeterRelation.WHOLE) {
      return List.of(mwh);
    }
    long[] weights = relations.stream().mapToLong(MeterRelation::share).toArray();
    List<int[]> parts = new ArrayList<>();
    relations.forEach(relation -> parts.add(new int[mwh.length]));
    for (int t = 0; t < mwh.length; t++) {
      int[] ofInterval = WholeParts.byWeight(mwh[t], weights, MeterRelation.WHOLE);
      for (int k = 0; k < ofInterval.length; k++) {
        parts.get(k)[t] = ofInterval[k];
      }
    }
    return parts;
  }
}
