package org.gridclear.web.market.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.gridclear.account.Right;
import org.gridclear.market.publication.Catalogues;
import org.gridclear.market.publication.PublicationTables;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Kinds of data that are published. */
@RestController
@RequestMapping("/api/v1/publications/catalogue")
class CatalogueController {
  private final ServedMarket served;

  CatalogueController(ServedMarket served) {
    this.served = served;
  }

  private Catalogues catalogues() {
    return new Catalogues(new PieceStore(served.folder()));
  }

  /** Kinds of data that the recipient is told of. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> catalogue(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Recipient whose = Callers.recipient(caller, recipient, served.folder());
    return TableAnswer.of(
        PublicationTables.catalogue(catalogues().at(Instant.now()).told(whose)), format);
  }

  /** Sets the catalogue, as docs/market-day.md shows it; earlier versions stay. */
  @PutMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded set(Caller caller, @RequestBody String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return catalogues().set(content, "request", caller.name(), Clock.systemUTC());
  }
}
