package org.gridclear.web.market.piece;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Network versions that there are, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class NetworkListController {
  private final ServedPieces pieces;

  NetworkListController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Network versions. */
  @GetMapping("/networks")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> networks(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        PieceTables.versions(
            new NetworkVersions(pieces.store(), pieces.clock()).versions(), pieces.clock()),
        format);
  }
}
