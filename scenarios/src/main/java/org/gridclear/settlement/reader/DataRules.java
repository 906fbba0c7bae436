package org.gridclear.settlement.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/**
 * What every day has to have, what may stand in for meter data that are missing, and which data are
 * not plausible; from {@code settlement.yaml}.
 *
 * @param markets markets that the day has: da, rt
 * @param substitutes what is tried in place of missing meter data, in this order; empty to refuse
 * @param spikeFactor greatest energy of an interval over that of the capacity, 4 decimals
 * @param soldShare greatest difference of sold and bought energy of a day over the greater of the
 *     two, 4 decimals; {@link #NO_LIMIT} for none, as where energy is imported
 */
record DataRules(List<String> markets, List<String> substitutes, long spikeFactor, long soldShare) {
  /** No limit. */
  static final long NO_LIMIT = -1;

  /** The difference of two readings stands for the readings between them. */
  static final String REGISTER = "register";

  /** Delivered energy of the last day of the same kind (workday, weekend), up to 28 days back. */
  static final String LIKE_DAY = "likeDay";

  /** The line between the intervals on both sides of a gap of up to an eighth of a day. */
  static final String NEIGHBOUR = "neighbour";

  private static final List<String> SUBSTITUTES = List.of(REGISTER, LIKE_DAY, NEIGHBOUR);
  private static final List<String> MARKETS = List.of("da", "rt");

  static DataRules of(JsonFields f, IssueLog log) {
    String missing = f.text("missing", "refuse");
    if (!missing.equals("refuse")) {
      log.add(
          Rule.FIELD_TYPE,
          "settlement",
          "missing",
          missing,
          "What is missing is never 0; name what may stand in for it, as in 'substitute:"
              + " [likeDay]'.");
    }
    List<String> markets = f.has("markets") ? known(f, "markets", MARKETS, log) : MARKETS;
    if (markets.isEmpty() && f.texts("markets").isEmpty()) {
      log.add(
          Rule.FIELD_PRESENT,
          "settlement",
          "markets",
          "none",
          "Name da, rt or both; a day without a market would need no price and no award.");
    }
    List<String> substitutes =
        f.has("substitute") ? known(f, "substitute", SUBSTITUTES, log) : List.of();
    long spike = 15_000;
    long sold = NO_LIMIT;
    if (f.has("limits")) {
      JsonFields limits = f.object("limits", "limits");
      spike = share(limits, "spikeFactor", spike, log);
      sold = share(limits, "soldShare", sold, log);
      limits.done();
    }
    return new DataRules(markets, substitutes, spike, sold);
  }

  private static List<String> known(JsonFields f, String name, List<String> all, IssueLog log) {
    List<String> given = new ArrayList<>(f.texts(name));
    for (String each : given) {
      if (!all.contains(each)) {
        log.add(Rule.FIELD_TYPE, "settlement", name, each, NearestName.advice(each, all));
      }
    }
    given.retainAll(Set.copyOf(all));
    return List.copyOf(given);
  }

  private static long share(JsonFields f, String name, long byDefault, IssueLog log) {
    String text = f.text(name, "");
    try {
      long value = text.isEmpty() ? byDefault : FixedPoint.parse(text, 4);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // reported below
    }
    log.add(Rule.FIELD_TYPE, "limits", name, text, "Give a number of 0 or more, 4 decimals.");
    return byDefault;
  }

  boolean may(String substitute) {
    return substitutes.contains(substitute);
  }
}
