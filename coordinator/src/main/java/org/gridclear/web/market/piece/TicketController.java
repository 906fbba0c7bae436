package org.gridclear.web.market.piece;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketText;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets of outages, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class TicketController {
  private final ServedPieces pieces;

  TicketController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Records tickets, or their next versions; the first that cannot be ends it. */
  @PostMapping(path = "/tickets", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  List<PieceStore.Recorded> tickets(Caller caller, @RequestBody String text) {
    List<PieceStore.Recorded> recorded = new ArrayList<>();
    for (Ticket ticket : TicketText.read(ServedPieces.bytes(text), "request")) {
      recorded.add(
          new TicketBook(pieces.store(), pieces.clock())
              .record(ticket, ServedPieces.recording(caller)));
    }
    return recorded;
  }

  /** The last version of every ticket, or all versions. */
  @GetMapping("/tickets")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> tickets(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean versions,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    TicketBook book = new TicketBook(pieces.store(), pieces.clock());
    return TableAnswer.of(
        PieceTables.tickets(versions ? book.versions() : book.at(PieceStore.ALL), pieces.clock()),
        format);
  }
}
