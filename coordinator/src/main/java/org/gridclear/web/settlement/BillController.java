package org.gridclear.web.settlement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridclear.account.Right;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillRegister.Issued;
import org.gridclear.settlement.bill.MitigatedOffer;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.view.EntityExplanation;
import org.gridclear.settlement.view.Explanation;
import org.gridclear.settlement.view.IssuedBills;
import org.gridclear.settlement.view.IssuedBills.Document;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TablePage;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Bills that were issued: of the members that the caller sees. */
@RestController
@RequestMapping("/api/v1/bills")
class BillController {
  private final OpenCloses closes;

  BillController(OpenCloses closes) {
    this.closes = closes;
  }

  /** Members whose bills somebody sees: its own, who are named, or those of all who settle. */
  private static Predicate<String> seen(Caller caller) {
    boolean sees = caller.may(Right.READ_SETTLEMENT) || !caller.scope().members().all();
    return member -> sees && caller.scope().seesMember(member);
  }

  private Document document(Caller caller, String number) {
    return closes
        .bills()
        .find(number, seen(caller))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no bill %s.".formatted(number)));
  }

  /** Bills and credit notes, the newest month first. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  ResponseEntity<byte[]> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable String entity,
      @RequestParam(required = false) @Nullable String member,
      @ParameterObject TablePage page)
      throws IOException {
    Table table = IssuedBills.table(closes.bills().to(seen(caller)));
    Table ofMonth = TablePage.having(table, "month", month);
    return page.of(TablePage.having(TablePage.having(ofMonth, "entity", entity), "member", member));
  }

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
  record Fee(
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
  record Shown(
      Issued issued,
      String state,
      String close,
      String name,
      String memberName,
      String remark,
      List<Fee> fees,
      List<Mitigated> mitigated) {}

  /**
   * A unit that was cleared with the mitigated offer set.
   *
   * @param offer date, market, unit and number of the mitigation
   * @param text the line of the bill
   */
  record Mitigated(MitigatedOffer offer, Label text) {}

  /** A bill with its fees. */
  @GetMapping("/{number}")
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  Shown show(Caller caller, @PathVariable String number) {
    Document document = document(caller, number);
    String state =
        document.issued().kind().equals("credit")
            ? "credit"
            : document.stands() ? "stands" : "cancelled";
    try (CloseFolder close = open(document)) {
      Optional<Bill> bill = IssuedBills.bill(document, close);
      return new Shown(
          document.issued(),
          state,
          close.record().id(),
          bill.map(each -> each.entity().name()).orElse(""),
          bill.map(each -> each.entity().memberName()).orElse(""),
          bill.map(Bill::remark).orElse(""),
          bill.map(BillController::fees).orElse(List.of()),
          bill.map(Bill::mitigated).orElse(List.of()).stream()
              .map(each -> new Mitigated(each, each.text()))
              .toList());
    }
  }

  private CloseFolder open(Document document) {
    return closes
        .bills()
        .close(document)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "The close of bill %s is not on this server."
                        .formatted(document.issued().number())));
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
    return bill.lines().stream().map(BillController::fee).toList();
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

  /** Where amounts of a bill come from: items, days of an item, lines of a day, one line. */
  @GetMapping("/{number}/explanation")
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  Explanation explanation(
      Caller caller,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String item,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Integer interval) {
    Document document = document(caller, number);
    Issued issued = document.issued();
    try (CloseFolder close = open(document)) {
      if (day != null
          && (day.isBefore(LocalDate.parse(issued.from()))
              || day.isAfter(LocalDate.parse(issued.to())))) {
        throw new IllegalArgumentException(
            "%s is no day of the bill; give one of %s to %s."
                .formatted(day, issued.from(), issued.to()));
      }
      EntityDetail detail =
          EntityDetail.of(close, issued.entity())
              .between(close.month(), issued.from(), issued.to());
      return new EntityExplanation(close, detail)
          .of(new EntityExplanation.Asked(item, day, interval));
    }
  }

  /** The PDF of a bill, as it was issued. */
  @GetMapping("/{number}/pdf")
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  ResponseEntity<byte[]> pdf(Caller caller, @PathVariable String number) {
    Document document = document(caller, number);
    byte[] bytes =
        closes
            .bills()
            .pdf(document)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "The PDF of bill %s is not on this server.".formatted(number)));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.pdf\"".formatted(number.replaceAll("[^\\w.-]", "_")))
        .body(bytes);
  }
}
