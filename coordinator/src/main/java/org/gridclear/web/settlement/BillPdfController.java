package org.gridclear.web.settlement;

import org.gridclear.account.Right;
import org.gridclear.settlement.view.IssuedBills.Document;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Bills as they were issued: members see their own. */
@RestController
@RequestMapping("/api/v1/bills")
class BillPdfController {
  private final ServedBills bills;

  BillPdfController(ServedBills bills) {
    this.bills = bills;
  }

  /** The PDF of a bill, as it was issued. */
  @GetMapping("/{number}/pdf")
  @Needs({Right.READ_OWN, Right.READ_SETTLEMENT})
  ResponseEntity<byte[]> pdf(Caller caller, @PathVariable String number) {
    Document document = bills.document(caller, number);
    byte[] bytes =
        bills
            .issued()
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
