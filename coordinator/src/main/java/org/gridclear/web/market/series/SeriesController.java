package org.gridclear.web.market.series;

import java.nio.charset.StandardCharsets;
import org.gridclear.account.Right;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.piece.ServedPieces;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Series of the market, for whoever operates it. */
@RestController
@RequestMapping("/api/v1/market")
class SeriesController {
  private final ServedPieces pieces;

  SeriesController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Takes a delivery in; one that the rules refuse is answered with 422 and what they found. */
  @PostMapping(path = "/series", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<TakenSeries> take(
      Caller caller,
      @RequestBody String text,
      @RequestParam(defaultValue = "false") boolean otherSource) {
    MarketClock clock = pieces.clock();
    SeriesImport.Result result =
        new SeriesImport(pieces.store(), clock)
            .take(
                SeriesReader.json(text.getBytes(StandardCharsets.UTF_8), "request", clock),
                otherSource,
                ServedPieces.recording(caller));
    TakenSeries taken =
        new TakenSeries(
            result.recorded().map(PieceStore.Recorded::version).orElse(null),
            result.recorded().map(PieceStore.Recorded::added).orElse(false),
            result.findings(),
            result.notices());
    return ResponseEntity.status(
            result.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .body(taken);
  }
}
