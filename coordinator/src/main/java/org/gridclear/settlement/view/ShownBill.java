package org.gridclear.settlement.view;

import java.util.List;
import java.util.Optional;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillRegister.Issued;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.view.IssuedBills.Document;

/**
 * A bill.
 *
 * @param issued its row of the register
 * @param state stands, cancelled or credit
 * @param close the close that it was made from
 * @param name name of the entity
 * @param memberName name of the member
 * @param remark remark
 * @param fees what it adds up; empty for what does not stand, which its PDF has
 * @param mitigated what it says of mitigated offers
 */
public record ShownBill(
    Issued issued,
    String state,
    String close,
    String name,
    String memberName,
    String remark,
    List<Fee> fees,
    List<Mitigated> mitigated) {
  /**
   * A fee of a bill.
   *
   * @param item code of the item
   * @param name its name
   * @param account group of items
   * @param quantity exact to 0.0001; empty for none
   * @param unit unit of the quantity
   * @param price mean price, yuan per unit; empty without a quantity
   * @param yuan amount, positive where the exchange pays
   * @param direction pay or collect
   * @param oldBill the bill that it differs from; empty where it is no difference
   */
  public record Fee(
      String item,
      Label name,
      String account,
      String quantity,
      String unit,
      String price,
      String yuan,
      String direction,
      String oldBill) {}

  /**
   * A unit that was cleared with the mitigated offer set.
   *
   * @param offer date, market, unit and number of the mitigation
   * @param text the line of the bill
   */
  public record Mitigated(MitigatedOffer offer, Label text) {}

  /**
   * A bill as every door shows it.
   *
   * @param close the close that it was made from
   */
  public static ShownBill of(Document document, CloseFolder close) {
    String state =
        document.issued().kind().equals("credit")
            ? "credit"
            : document.stands() ? "stands" : "cancelled";
    Optional<Bill> bill = IssuedBills.bill(document, close);
    return new ShownBill(
        document.issued(),
        state,
        close.record().id(),
        bill.map(each -> each.entity().name()).orElse(""),
        bill.map(each -> each.entity().memberName()).orElse(""),
        bill.map(Bill::remark).orElse(""),
        bill.map(ShownBill::fees).orElse(List.of()),
        bill.map(Bill::mitigated).orElse(List.of()).stream()
            .map(each -> new Mitigated(each, each.text()))
            .toList());
  }

  private static List<Fee> fees(Bill bill) {
    if (!bill.resettlements().isEmpty()) {
      return bill.resettlements().stream()
          .map(
              each ->
                  new Fee(
                      each.code(),
                      each.name(),
                      "resettlement",
                      "",
                      "",
                      "",
                      FixedPoint.format(each.amount(), FixedPoint.YUAN_DECIMALS),
                      each.amount() < 0 ? "collect" : "pay",
                      each.billNumber()))
          .toList();
    }
    return bill.lines().stream().map(ShownBill::fee).toList();
  }

  private static Fee fee(Bill.Line line) {
    boolean counted = !line.unit().isEmpty() && line.quantity() != 0;
    return new Fee(
        line.code(),
        line.name(),
        line.account(),
        counted ? FixedPoint.format(line.quantity(), FixedPoint.MWH_DECIMALS) : "",
        line.unit(),
        counted ? FixedPoint.format(line.price(), FixedPoint.YUAN_DECIMALS) : "",
        FixedPoint.format(line.amount(), FixedPoint.YUAN_DECIMALS),
        line.direction(),
        "");
  }
}
