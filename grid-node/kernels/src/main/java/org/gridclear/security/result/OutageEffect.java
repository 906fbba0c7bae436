package org.gridclear.security.result;

import java.util.Map;
import java.util.Objects;

/**
 * What an outage takes out of the network, by position.
 *
 * @param open branches between surviving buses that are open now
 * @param cut branches between a surviving and a lost bus, grouped by lost part
 * @param partOfCut per cut branch, the number of its lost part
 * @param lost positions without voltage now
 * @param partOfLost per lost position, the number of its part
 * @param generators generators that tripped at surviving buses
 * @param hvdcLines HVDC lines that carry nothing now: they stopped, or lost an end
 * @param references per island where something is lost and something lives, the position of the
 *     reference after the outage, by rising island
 * @param darkLoadPu load of islands where no unit is left, without that of buses taken out
 * @param lostLoadPu load at lost positions
 * @param lostGenerationPu solved output at lost positions and of tripped generators
 * @param text which part lives and which bus is the reference, where that is not plain; else ""
 */
public record OutageEffect(
    int[] open,
    int[] cut,
    int[] partOfCut,
    int[] lost,
    int[] partOfLost,
    int[] generators,
    int[] hvdcLines,
    Map<Integer, Integer> references,
    double darkLoadPu,
    double lostLoadPu,
    double lostGenerationPu,
    String text) {
  /** Number of lost parts, each hanging together. */
  public int parts() {
    int parts = 0;
    for (int part : partOfLost) {
      parts = Math.max(parts, part + 1);
    }
    return parts;
  }

  /** Whether position {@code k} has no voltage any more. */
  public boolean loses(int k) {
    return contains(lost, k);
  }

  /** Whether a generator tripped at a surviving bus. */
  public boolean trips(int g) {
    return contains(generators, g);
  }

  private static boolean contains(int[] values, int value) {
    for (int each : values) {
      if (each == value) {
        return true;
      }
    }
    return false;
  }

  /** Position of the reference that such an island has after the outage. */
  public int referenceIn(int island) {
    return Objects.requireNonNull(references.get(island));
  }

  /** Whether a branch between these positions that carried flow still does. */
  public boolean leaves(int l, int from, int to) {
    return !contains(open, l) && !loses(from) && !loses(to);
  }

  /** Whether neither generation nor load is lost. */
  public boolean changesNoBalance() {
    return lost.length == 0 && generators.length == 0 && hvdcLines.length == 0;
  }

  /** Whether nothing changes: what is out was out already. */
  public boolean nothing() {
    return open.length == 0 && changesNoBalance();
  }
}
