package org.gridclear.settlement.bill;

import java.time.LocalDate;
import org.gridclear.settlement.registry.Label;

/**
 * What a bill says of a unit whose offer went to reference: on a date its results were cleared with
 * the mitigated offer set.
 *
 * @param date trading date
 * @param market market, such as da
 * @param unit id of the unit in the market
 * @param mitigation number of the approved mitigation, which keeps both offer sets
 */
public record MitigatedOffer(LocalDate date, String market, String unit, long mitigation) {
  /** The line of the bill. */
  public Label text() {
    return new Label(
        "%s, %s: unit %s was cleared with the mitigated offer set (mitigation %d)"
            .formatted(date, words().en(), unit, mitigation),
        "%s %s: 机组 %s 按缓解后的报价出清 (市场力缓解 %d)".formatted(date, words().zh(), unit, mitigation));
  }

  private Label words() {
    return switch (market) {
      case "da" -> new Label("day-ahead", "日前");
      case "rt" -> new Label("real time", "实时");
      default -> new Label(market, market);
    };
  }

  /** From the cells bill, sha256, date, market, unit, mitigation. */
  static MitigatedOffer of(String[] cells) {
    return new MitigatedOffer(
        LocalDate.parse(cells[2]), cells[3], cells[4], Long.parseLong(cells[5]));
  }
}
