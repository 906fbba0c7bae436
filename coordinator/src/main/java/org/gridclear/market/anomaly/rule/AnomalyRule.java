package org.gridclear.market.anomaly.rule;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * One rule.
 *
 * @param id unique within a set, such as {@code PRICE-CAP}
 * @param type what it looks at
 * @param severity how grave what it finds is
 * @param inEffect whether it counts
 * @param of where it holds
 * @param threshold when it is broken
 */
public record AnomalyRule(
    String id,
    AnomalyType type,
    AnomalySeverity severity,
    boolean inEffect,
    Of of,
    Threshold threshold) {

  /**
   * Where a rule holds; an empty set stands for all.
   *
   * @param markets words of markets, such as {@code da}
   * @param zones zones of the buses whose prices it looks at
   * @param products products of reserve
   */
  public record Of(Set<String> markets, Set<String> zones, Set<String> products) {
    /** Everywhere. */
    public static final Of ALL = new Of(Set.of(), Set.of(), Set.of());

    public Of {
      markets = Set.copyOf(markets);
      zones = Set.copyOf(zones);
      products = Set.copyOf(products);
    }

    private static boolean in(Set<String> wanted, String word) {
      return wanted.isEmpty() || wanted.contains(word);
    }
  }

  /**
   * When a rule is broken.
   *
   * @param limit in the unit of the type; empty for what the market or the clearing says itself
   * @param least a rise of less is none, in yuan/MWh; 0 for types that know no rise
   */
  public record Threshold(OptionalDouble limit, double least) {
    /** What the market or the clearing says. */
    public static final Threshold NONE = new Threshold(OptionalDouble.empty(), 0);

    /** A value. */
    public static Threshold of(double limit) {
      return new Threshold(OptionalDouble.of(limit), 0);
    }
  }

  /** The threshold; for types that require one. */
  double limit() {
    return threshold.limit().orElseThrow();
  }

  boolean holdsIn(String market) {
    return Of.in(of.markets(), market);
  }

  boolean holdsInZone(String zone) {
    return Of.in(of.zones(), zone);
  }

  boolean holdsFor(String product) {
    return Of.in(of.products(), product);
  }
}
