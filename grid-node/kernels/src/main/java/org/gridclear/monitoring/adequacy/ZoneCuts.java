package org.gridclear.monitoring.adequacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sets of zones that could be short. What lines can bring to the load is a greatest flow, and
 * by its least cut (Ford and Fulkerson 1956) the load that no dispatch can serve is the most that
 * any set of zones has above its units and the lines into it:
 *
 * <pre>lost = max over sets S of max(0, load(S) − units(S) − lines(S, not S))</pre>
 *
 * A system without zones has one set, of everything.
 */
final class ZoneCuts {
  private final List<String> zones;
  private final long[] capacityKw;
  private final long[][][] loadKw;

  ZoneCuts(AdequacySystem system) {
    zones = system.zones().stream().map(LoadZone::id).toList();
    int cuts = zones.isEmpty() ? 1 : (1 << zones.size()) - 1;
    capacityKw = new long[cuts];
    system.units().forEach(unit -> add(of(unit), unit.kw()));
    system.lines().forEach(line -> add(of(line), line.kw()));
    loadKw = new long[cuts][system.weeks()][];
    for (int w = 0; w < system.weeks(); w++) {
      long[][] ofZone = ofZones(system, system.loadKw()[w]);
      for (int cut = 0; cut < cuts; cut++) {
        loadKw[cut][w] = zones.isEmpty() ? system.loadKw()[w] : sum(ofZone, cut + 1);
      }
    }
  }

  private void add(int[] cuts, long kw) {
    for (int cut : cuts) {
      capacityKw[cut] += kw;
    }
  }

  /** Loads of zones, which add up to the load: the last zone takes what rounding leaves. */
  private static long[][] ofZones(AdequacySystem system, long[] load) {
    int zones = system.zones().size();
    long[][] ofZone = new long[zones][load.length];
    for (int h = 0; h < load.length; h++) {
      long rest = load[h];
      for (int z = 0; z < zones; z++) {
        long share = Math.round(load[h] * system.zones().get(z).loadShare());
        ofZone[z][h] = z == zones - 1 ? rest : Math.min(rest, share);
        rest -= ofZone[z][h];
      }
    }
    return ofZone;
  }

  private static long[] sum(long[][] ofZone, int set) {
    long[] sum = new long[AdequacySystem.HOURS];
    for (int z = 0; z < ofZone.length; z++) {
      for (int h = 0; has(set, z) && h < sum.length; h++) {
        sum[h] += ofZone[z][h];
      }
    }
    return sum;
  }

  private static boolean has(int set, int zone) {
    return (set & (1 << zone)) != 0;
  }

  /** The sets that have a unit. */
  int[] of(GeneratingUnit unit) {
    if (zones.isEmpty()) {
      return new int[] {0};
    }
    int zone = zones.indexOf(unit.zone());
    return IntStream.range(0, capacityKw.length).filter(cut -> has(cut + 1, zone)).toArray();
  }

  /** The sets that a line leads into from outside. */
  int[] of(InterchangeLine line) {
    int from = zones.indexOf(line.from());
    int to = zones.indexOf(line.to());
    return IntStream.range(0, capacityKw.length)
        .filter(cut -> has(cut + 1, from) != has(cut + 1, to))
        .toArray();
  }

  /** How many there are. */
  int count() {
    return capacityKw.length;
  }

  /** What units and lines of each bring while nothing is out, kW; a copy. */
  long[] capacityKw() {
    return capacityKw.clone();
  }

  /** Load of a set in the hours of a week, kW. */
  long[] loadKw(int cut, int week) {
    return loadKw[cut][week];
  }

  /** What a set has at least above its load in a week while nothing is out, kW. */
  long spareKw(int cut, int week) {
    return capacityKw[cut] - Arrays.stream(loadKw[cut][week]).max().orElseThrow();
  }
}
