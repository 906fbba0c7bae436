package org.gridclear.settlement.bill;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.quantity.FixedPoint;

/**
 * A difference of an earlier month that is settled in a later one.
 *
 * @param entity entity that takes it in the later month
 * @param month earlier month
 * @param bill number of the earlier bill; - where none was issued
 * @param of entity of the earlier month
 * @param item item of the earlier month
 * @param quantity what the quantity differs by, 0.0001 of its unit
 * @param milliYuan what the amount differs by, 0.001 yuan, positive where the exchange pays
 */
public record CarriedLine(
    String entity,
    YearMonth month,
    String bill,
    String of,
    String item,
    long quantity,
    long milliYuan) {
  /** Item under which differences of earlier months stand on a bill. */
  public static final String ITEM = "RESETTLEMENT";

  private static final Pattern REMARK =
      Pattern.compile("(\\d{4}-\\d\\d) (\\S+) (\\S+) (\\S+) (-?[\\d.]+)");

  /** Mean price of the difference, 0.001 yuan; 0 where the quantity does not differ. */
  public long price() {
    return quantity == 0
        ? 0
        : FixedPoint.divide(
            Math.multiplyExact(milliYuan, FixedPoint.pow10(FixedPoint.MWH_DECIMALS))
                * Long.signum(quantity),
            Math.abs(quantity));
  }

  /** What the remark of its event says: month, bill, entity, item, quantity. */
  public String remark() {
    return "%s %s %s %s %s"
        .formatted(month, word(bill), word(of), word(item), FixedPoint.format(quantity, 4));
  }

  /** A text as one word: an id may have blanks. */
  private static String word(String text) {
    return text.replace("%", "%25").replace(" ", "%20").replace("\t", "%09");
  }

  private static String text(String word) {
    return word.replace("%20", " ").replace("%09", "\t").replace("%25", "%");
  }

  /** The line that an event of a later month stands for; nothing if it is no such event. */
  static Optional<CarriedLine> parse(String entity, String remark, long milliYuan) {
    Matcher matcher = REMARK.matcher(remark);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new CarriedLine(
            entity,
            YearMonth.parse(matcher.group(1)),
            text(matcher.group(2)),
            text(matcher.group(3)),
            text(matcher.group(4)),
            FixedPoint.parse(matcher.group(5), FixedPoint.MWH_DECIMALS),
            milliYuan));
  }
}
