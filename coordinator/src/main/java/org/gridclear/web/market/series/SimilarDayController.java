package org.gridclear.web.market.series;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.piece.ServedPieces;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days that are like another, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class SimilarDayController {
  private final ServedPieces pieces;

  SimilarDayController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Days that are most like a date. */
  @GetMapping("/similar-days")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> similar(
      Caller caller,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "load-forecast-short") String kind,
      @RequestParam(defaultValue = "60") int days,
      @RequestParam(defaultValue = "0.1") double outageWeight,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    SimilarDays.Request request =
        new SimilarDays.Request(date, ServedPieces.kind(kind), Instant.now(), days, outageWeight);
    return TableAnswer.of(
        new SimilarDays(pieces.store(), pieces.clock()).find(request).table(), format);
  }
}
