package org.gridclear.web.market.series;

import java.io.IOException;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.piece.ServedPieces;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries of series, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class SeriesListController {
  private final ServedPieces pieces;

  SeriesListController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Deliveries of a kind, or of all. */
  @GetMapping("/series")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> versions(
      Caller caller,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        PieceTables.series(
            pieces.store(), Optional.ofNullable(kind).map(ServedPieces::kind), pieces.clock()),
        format);
  }
}
