package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.MeterRelation;
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
      return file + " " + SeriesPath.place(file, line);
    }
  }

  /** Energy of a meter, by its number, in one direction. */
  private record Energy(int meter, String series, int[] mwh, Place place) {}

  /** What a meter counts for on the day: a relation and the number of its entity. */
  private record Share(MeterRelation relation, int entity) {}

  private final SettlementSource source;
  private final LocalDate day;
  private final DayValues values;
  private final List<Energy> taken = new ArrayList<>();
  private final Energy[][] ofMeter;
  private final Place[] ofEntity;
  private final BitSet byMeter = new BitSet();
  private List<List<Share>> shares = List.of();

  MeteredEnergy(SettlementSource source, LocalDate day, DayValues values) {
    this.source = source;
    this.day = day;
    this.values = values;
    this.ofMeter = new Energy[2][source.meters()];
    this.ofEntity = new Place[values.records.length];
  }

  private static int direction(String series) {
    return series.equals("forwardMwh") ? 0 : 1;
  }

  /**
   * Takes the energy of a meter in one direction.
   *
   * @param series {@code forwardMwh} or {@code reverseMwh}
   * @param exact readings × multiplier by interval, 8 decimals, each within the bound of energy
   */
  void take(Meter meter, String series, long[] exact, Place place) {
    takeWhole(meter, series, WholeParts.ofDay(exact, DROPPED), place);
  }

  /** Takes energy that is whole in every interval, within the bound of energy; keeps the array. */
  void takeWhole(Meter meter, String series, int[] mwh, Place place) {
    int number = source.meterNumber(meter.id());
    Energy before = ofMeter[direction(series)][number];
    if (before != null) {
      place
          .log()
          .add(
              Rule.ONE_SOURCE,
              SeriesPath.place(place.file(), place.line()),
              meter.id() + " " + series,
              "also in " + before.place(),
              "Remove one of the two; energy is counted once.");
    } else {
      Energy energy = new Energy(number, series, mwh, place);
      ofMeter[direction(series)][number] = energy;
      taken.add(energy);
    }
  }

  /** Whether a reading times a multiplier is an energy within the bound. */
  static boolean fits(long exact) {
    return exact >= 0 && exact <= Measure.MWH.bound() * 10_000;
  }

  /** Notes that the energy of an entity itself was given. */
  void entity(int entity, Place place) {
    ofEntity[entity] = place;
    byMeter.clear(entity);
  }

  /** Whether an entity has metered energy. */
  boolean has(int entity) {
    return ofEntity[entity] != null;
  }

  /**
   * Series of a meter that are missing: one that counts for an entity of the day has a direction,
   * and that of a storage has both.
   */
  List<String> missing(String meter) {
    int number = source.meterNumber(meter);
    boolean forward = ofMeter[0][number] != null;
    boolean reverse = ofMeter[1][number] != null;
    if (forward && reverse) {
      return List.of();
    }
    boolean metered = false;
    boolean stores = false;
    for (Share share : shares(number)) {
      EntityClass entityClass = values.records[share.entity()].entityClass();
      metered |= DayCompleteness.metered(entityClass);
      stores |= entityClass == EntityClass.STORAGE;
    }
    if (!metered || (forward || reverse) && !stores) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    if (!forward) {
      missing.add("forwardMwh");
    }
    if (!reverse && stores) {
      missing.add("reverseMwh");
    }
    return missing;
  }

  /** Ids of the entities that a meter counts for on the day. */
  List<String> entities(String meter) {
    return shares(source.meterNumber(meter)).stream().map(s -> s.relation().entity()).toList();
  }

  /** What a meter counts for, by ids of the entities. */
  private List<Share> shares(int meter) {
    if (shares.isEmpty()) {
      shares = ofDay();
    }
    return shares.get(meter);
  }

  private List<List<Share>> ofDay() {
    List<List<Share>> all = new ArrayList<>();
    for (int m = 0; m < source.meters(); m++) {
      all.add(new ArrayList<>(1));
    }
    List<MeterRelation> relations = source.registry().relations();
    for (int r = 0; r < relations.size(); r++) {
      int e = source.relationEntity(r);
      if (e >= 0 && values.records[e] != null && relations.get(r).validity().on(day)) {
        all.get(source.relationMeter(r)).add(new Share(relations.get(r), e));
      }
    }
    all.stream()
        .filter(list -> list.size() > 1)
        .forEach(list -> list.sort(Comparator.comparing(share -> share.relation().entity())));
    return all;
  }

  /** Gives the energy of all meters to entities. */
  void assign() {
    taken.forEach(this::assign);
  }

  private void assign(Energy energy) {
    List<Share> all = shares(energy.meter());
    long assigned = Math.max(sum(all, 1), sum(all, -1));
    if (assigned != MeterRelation.WHOLE && Arrays.stream(energy.mwh()).anyMatch(v -> v != 0)) {
      energy
          .place()
          .log()
          .add(
              Rule.ENERGY_ASSIGNED,
              SeriesPath.place(energy.place().file(), energy.place().line()),
              source.meterId(energy.meter()) + " share",
              assigned / (double) MeterRelation.WHOLE,
              "Relate the meter to entities that are registered on %s, together by 1."
                  .formatted(day));
      return;
    }
    for (int sign = 1; sign >= -1; sign -= 2) {
      share(ofSign(all, sign), energy);
    }
  }

  private static List<Share> ofSign(List<Share> shares, int sign) {
    if (shares.size() == 1) {
      return shares.get(0).relation().sign() == sign ? shares : List.of();
    }
    return shares.stream().filter(share -> share.relation().sign() == sign).toList();
  }

  private static long sum(List<Share> shares, int sign) {
    long sum = 0;
    for (Share share : shares) {
      sum += share.relation().sign() == sign ? share.relation().share() : 0;
    }
    return sum;
  }

  private void share(List<Share> shares, Energy energy) {
    int direction = energy.series().equals("forwardMwh") ? 1 : -1;
    List<int[]> parts = parts(shares, energy.mwh());
    for (int k = 0; k < shares.size(); k++) {
      MeterRelation relation = shares.get(k).relation();
      int e = shares.get(k).entity();
      Place before = ofEntity[e];
      if (before != null && !byMeter.get(e)) {
        before
            .log()
            .add(
                Rule.ONE_SOURCE,
                SeriesPath.place(before.file(), before.line()),
                relation.entity() + " meteredMwh",
                "also by meter %s in %s".formatted(relation.meter(), energy.place()),
                "Remove one of the two; energy is counted once.");
        continue;
      }
      int sign = direction * relation.sign() * values.records[e].entityClass().sign();
      values.add(SettlementColumn.METERED, e, parts.get(k), sign);
      if (before == null) {
        ofEntity[e] = energy.place();
        byMeter.set(e);
      }
    }
  }

  /** Parts of a meter that add up to it in every interval. */
  private static List<int[]> parts(List<Share> shares, int[] mwh) {
    if (shares.size() == 1 && shares.get(0).relation().share() == MeterRelation.WHOLE) {
      return List.of(mwh);
    }
    long[] weights = shares.stream().mapToLong(share -> share.relation().share()).toArray();
    List<int[]> parts = new ArrayList<>();
    shares.forEach(share -> parts.add(new int[mwh.length]));
    int[] ofInterval = new int[weights.length];
    long[] remainders = new long[weights.length];
    for (int t = 0; t < mwh.length; t++) {
      WholeParts.byWeight(mwh[t], weights, MeterRelation.WHOLE, ofInterval, remainders);
      for (int k = 0; k < ofInterval.length; k++) {
        parts.get(k)[t] = ofInterval[k];
      }
    }
    return parts;
  }
}
