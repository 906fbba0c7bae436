package org.gridclear.web.market.piece;

import java.time.LocalDate;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Network versions, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class NetworkController {
  private final ServedPieces pieces;

  NetworkController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Keeps a case as the network version that holds from a date on. */
  @PostMapping(path = "/networks", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded network(
      Caller caller,
      @RequestBody String text,
      @RequestParam LocalDate from,
      @RequestParam(defaultValue = "EMS") String source,
      @RequestParam(required = false) @Nullable String knownAt) {
    return new NetworkVersions(pieces.store(), pieces.clock())
        .take(
            ServedPieces.bytes(text),
            from,
            source,
            Optional.ofNullable(knownAt),
            ServedPieces.recording(caller));
  }
}
