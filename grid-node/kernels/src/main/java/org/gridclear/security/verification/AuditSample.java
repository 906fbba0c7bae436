package org.gridclear.security.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gridclear.network.Branch;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;

/**
 * Which grids an audit of the AC check solves again: so many buses in all, at least {@value
 * #GRIDS_MIN} grids, about half of them outages and at least one outage in every period that is
 * visited. Outages are spread over the list, and those that take most power away.
 */
final class AuditSample {
  private static final int BUSES_SOLVED = 6000;
  private static final int GRIDS_MIN = 4;

  private AuditSample() {}

  /**
   * A period whose intact grid is solved again, and outages of it.
   *
   * @param period the period, counted from 0
   * @param spread numbers of outages in the list, ascending
   * @param gravest how many of the outages that take most power away besides
   */
  record Visit(int period, List<Integer> spread, int gravest) {
    Visit {
      spread = List.copyOf(spread);
    }

    /**
     * The outages to solve, ascending: gravest are those that no period before has looked at.
     *
     * @param takenMva per outage, the power that it takes away
     * @param looked outages that periods before have looked at; gets those of this one
     */
    List<Integer> taken(double[] takenMva, Set<Integer> looked) {
      Set<Integer> taken = new TreeSet<>(spread);
      looked.addAll(spread);
      IntStream.range(0, takenMva.length)
          .boxed()
          .filter(o -> !taken.contains(o))
          .sorted(
              Comparator.<Integer, Boolean>comparing(looked::contains)
                  .thenComparing(o -> -Math.rint(takenMva[o]))
                  .thenComparing(o -> o))
          .limit(gravest)
          .toList()
          .forEach(taken::add);
      looked.addAll(taken);
      return List.copyOf(taken);
    }
  }

  /** The intact grid of a period and all of so many outages. */
  static Visit whole(int period, int outages) {
    return new Visit(period, IntStream.range(0, outages).boxed().toList(), 0);
  }

  /** The visits of a day of so many periods, of a network of so many buses. */
  static List<Visit> of(int periods, int buses, int outages) {
    int grids = Math.max(GRIDS_MIN, BUSES_SOLVED / Math.max(1, buses));
    int visited = Math.min(periods, outages == 0 ? grids : grids / 2);
    int budget = outages == 0 ? 0 : grids - visited;
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < visited; i++) {
      int period = (int) ((long) i * periods / visited);
      int first = (int) ((long) i * budget / visited);
      int next = (int) ((long) (i + 1) * budget / visited);
      visits.add(
          next - first >= outages ? whole(period, outages) : part(period, first, next, outages));
    }
    return visits;
  }

  /** Of the places of the budget every second is one of the spread, the others are gravest. */
  private static Visit part(int period, int first, int next, int outages) {
    Set<Integer> spread = new TreeSet<>();
    int odd = 0;
    for (int place = first; place < next; place++) {
      if (place % 2 == 1) {
        odd++;
        spread.add(spreadOver(place / 2, outages));
      }
    }
    return new Visit(period, List.copyOf(spread), next - first - Math.min(odd, spread.size()));
  }

  /** The numbers of the list in an order that halves its gaps: 0, 1/2, 1/4, 3/4, 1/8 … of it. */
  private static int spreadOver(int place, int outages) {
    long reversed = Integer.toUnsignedLong(Integer.reverse(place));
    return (int) ((reversed * outages) >>> 32);
  }

  /**
   * What each outage takes away: flows of branches, output of units, what passes buses and HVDC
   * lines, in MVA.
   *
   * @param flowMva per branch, the flow of the intact grid
   */
  static double[] takenMva(
      List<Outage> outages, double[] flowMva, OperatingPoint point, NetworkIndex index) {
    double[] through = new double[index.network().buses().size()];
    for (int l = 0; l < flowMva.length; l++) {
      Branch branch = index.network().branches().get(l);
      through[index.bus(branch.from())] += Math.abs(flowMva[l]) / 2;
      through[index.bus(branch.to())] += Math.abs(flowMva[l]) / 2;
    }
    return outages.stream()
        .mapToDouble(
            each ->
                IntStream.of(each.branches()).mapToDouble(l -> Math.abs(flowMva[l])).sum()
                    + IntStream.of(each.generators()).mapToDouble(g -> unitMw(point, g)).sum()
                    + IntStream.of(each.buses()).mapToDouble(b -> through[b]).sum()
                    + IntStream.of(each.hvdcLines())
                        .mapToDouble(h -> hvdcMw(point, index, h))
                        .sum())
        .toArray();
  }

  private static double unitMw(OperatingPoint point, int g) {
    return point.generatorOn()[g] ? Math.abs(point.generatorMw()[g]) : 0;
  }

  private static double hvdcMw(OperatingPoint point, NetworkIndex index, int h) {
    return Math.abs(
        point.hvdcFromMw().length > 0
            ? point.hvdcFromMw()[h]
            : index.network().hvdcLines().get(h).pFromMw());
  }
}
