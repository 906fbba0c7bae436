package org.gridclear.settlement.bill;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.registry.Label;

/**
 * The monthly bill of an entity to the member that it belonged to (S-01 to S-12). Quantities in
 * 0.0001 of the unit of the item, prices in 0.001 yuan per unit, amounts in 0.001 yuan, positive
 * where the exchange pays.
 *
 * @param number unique number; empty while it is not issued
 * @param entity entity, with name and member of the last day of the period
 * @param publishedAt time of publication, to the minute
 * @param from first day of the period
 * @param to last day of the period
 * @param lines one per item; of a re-settlement, what the bill would be now
 * @param resettlements differences to an earlier bill that was issued; not empty for a
 *     re-settlement
 * @param remark remark
 * @param mitigated units and dates with offers at reference; empty where the bill says nothing of
 *     it
 */
public record Bill(
    String number,
    EntityName entity,
    String publishedAt,
    String from,
    String to,
    List<Line> lines,
    List<Resettlement> resettlements,
    String remark,
    List<MitigatedOffer> mitigated) {
  public Bill {
    lines = List.copyOf(lines);
    resettlements = List.copyOf(resettlements);
    mitigated = List.copyOf(mitigated);
  }

  /** A bill that says nothing of mitigated offers. */
  public Bill(
      String number,
      EntityName entity,
      String publishedAt,
      String from,
      String to,
      List<Line> lines,
      List<Resettlement> resettlements,
      String remark) {
    this(number, entity, publishedAt, from, to, lines, resettlements, remark, List.of());
  }

  /**
   * A fee.
   *
   * @param code item
   * @param name name of the item
   * @param account group of items (S-12)
   * @param quantity quantity
   * @param unit unit of the quantity, such as MWh; 1 for a plain number, empty without quantity
   * @param price mean price; 0 where there is no quantity
   * @param amount amount
   */
  public record Line(
      String code,
      Label name,
      String account,
      long quantity,
      String unit,
      long price,
      long amount) {
    /** Who pays whom: collect or pay (S-08). */
    public String direction() {
      return amount < 0 ? "collect" : "pay";
    }
  }

  /**
   * What an item differs by from an earlier bill (S-06).
   *
   * @param billNumber number of the earlier bill
   * @param code item
   * @param name name of the item
   * @param amount difference
   */
  public record Resettlement(String billNumber, String code, Label name, long amount) {}

  /** Algebraic sum of the items; of the differences where the month was billed before (S-09). */
  public long total() {
    return resettlements.isEmpty()
        ? lines.stream().mapToLong(Line::amount).sum()
        : resettlements.stream().mapToLong(Resettlement::amount).sum();
  }

  /** The bill once it is issued. */
  Bill issued(String number, String publishedAt) {
    return new Bill(number, entity, publishedAt, from, to, lines, resettlements, remark, mitigated);
  }

  /** The bill that says whose offers were mitigated. */
  public Bill with(List<MitigatedOffer> offers) {
    return new Bill(number, entity, publishedAt, from, to, lines, resettlements, remark, offers);
  }

  /** The credit note that cancels the bill: everything with the other sign. */
  Bill credit(String reason) {
    List<Line> back = new ArrayList<>();
    for (Line line : lines) {
      back.add(
          new Line(
              line.code(),
              line.name(),
              line.account(),
              -line.quantity(),
              line.unit(),
              line.price(),
              -line.amount()));
    }
    List<Resettlement> differences = new ArrayList<>();
    for (Resettlement each : resettlements) {
      differences.add(
          new Resettlement(each.billNumber(), each.code(), each.name(), -each.amount()));
    }
    return new Bill(
        "", entity, "", from, to, back, differences, "冲销 Cancels " + number + ": " + reason);
  }
}
