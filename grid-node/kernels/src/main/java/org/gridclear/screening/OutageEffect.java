package org.gridclear.screening;

/**
 * What an outage takes out of the network, by position.
 *
 * @param open branches between surviving buses that are open now
 * @param cut branches between a surviving and a lost bus, grouped by lost part
 * @param partOfCut per cut branch, the number of its lost part
 * @param lost positions without voltage now
 * @param partOfLost per lost position, the number of its part
 * @param generators generators that tripped at surviving buses
 * @param lostLoadPu load at lost positions
 * @param lostGenerationPu generation at lost positions and of tripped generators
 */
record OutageEffect(
    int[] open,
    int[] cut,
    int[] partOfCut,
    int[] lost,
    int[] partOfLost,
    int[] generators,
    double lostLoadPu,
    double lostGenerationPu) {
  /** Number of lost parts, each hanging together. */
  int parts() {
    int parts = 0;
    for (int part : partOfLost) {
      parts = Math.max(parts, part + 1);
    }
    return parts;
  }

  /** Whether position {@code k} has no voltage any more. */
  boolean loses(int k) {
    for (int position : lost) {
      if (position == k) {
        return true;
      }
    }
    return false;
  }

  /** Whether a branch between these positions that carried flow still does. */
  boolean leaves(int l, int from, int to) {
    for (int opened : open) {
      if (opened == l) {
        return false;
      }
    }
    return !loses(from) && !loses(to);
  }

  /** Whether nothing changes: what is out was out already. */
  boolean nothing() {
    return open.length == 0 && lost.length == 0 && generators.length == 0;
  }
}
