package org.gridclear.web.market.piece;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

  /**
   * What was taken in.
   *
   * @param version its version; absent if it is refused
   * @param added whether it was not there before
   * @param findings what the rules found
   * @param notices what else there is to say
   */
  record Taken(
      @Nullable PieceVersion version,
      boolean added,
      List<CheckFinding> findings,
      List<String> notices) {}

  /** Takes a delivery in; one that the rules refuse is answered with 422 and what they found. */
  @PostMapping(path = "/series", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<Taken> take(
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
    Taken taken =
        new Taken(
            result.recorded().map(PieceStore.Recorded::version).orElse(null),
            result.recorded().map(PieceStore.Recorded::added).orElse(false),
            result.findings(),
            result.notices());
    return ResponseEntity.status(
            result.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .body(taken);
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
