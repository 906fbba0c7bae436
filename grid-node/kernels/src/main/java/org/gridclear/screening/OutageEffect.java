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

  /** Whether nothing changes: what is out was out already. */
  boolean nothing() {
    return open.length == 0 && lost.length == 0 && generators.length == 0;
  }
}
