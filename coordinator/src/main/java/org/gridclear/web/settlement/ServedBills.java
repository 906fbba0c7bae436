package org.gridclear.web.settlement;

import java.util.function.Predicate;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.view.IssuedBills;
import org.gridclear.settlement.view.IssuedBills.Document;
import org.gridclear.web.account.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Bills of the closes of the server. */
@Component
class ServedBills {
  private final OpenCloses closes;

  ServedBills(OpenCloses closes) {
    this.closes = closes;
  }

  /** All that were issued. */
  IssuedBills issued() {
    return closes.bills();
  }

  /** Members whose bills somebody sees: its own, who are named, or those of all who settle. */
  static Predicate<String> seen(Caller caller) {
    boolean sees = caller.may(Right.READ_SETTLEMENT) || !caller.scope().members().all();
    return member -> sees && caller.scope().seesMember(member);
  }

  Document document(Caller caller, String number) {
    return closes
        .bills()
        .find(number, seen(caller))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no bill %s.".formatted(number)));
  }

  CloseFolder open(Document document) {
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
}
