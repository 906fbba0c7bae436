package org.gridclear.web.market;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesReader;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.validate.NearestName;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Series of the market, for whoever operates it. */
@RestController
@RequestMapping("/api/v1/market")
class SeriesController {
  private final ServedMarket served;

  SeriesController(ServedMarket served) {
    this.served = served;
  }

  private PieceStore store() {
    return new PieceStore(served.folder());
  }

  private MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
  }

  private static SeriesKind kind(String label) {
    return SeriesKind.of(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no kind of series. %s"
                        .formatted(label, NearestName.advice(label, SeriesKind.labels()))));
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
    MarketClock clock = clock();
    SeriesImport.Result result =
        new SeriesImport(store(), clock)
            .take(
                SeriesReader.json(text.getBytes(StandardCharsets.UTF_8), "request", clock),
                otherSource,
                PieceController.recording(caller));
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
        PieceTables.series(store(), Optional.ofNullable(kind).map(SeriesController::kind), clock()),
        format);
  }

  /** A delivery as it was kept. */
  @GetMapping("/series/{kind}/versions/{version}")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> show(Caller caller, @PathVariable String kind, @PathVariable int version) {
    PieceStore store = store();
    return store.versions(PieceKinds.of(kind(kind))).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .map(
            each ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(store.content(each)))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no version %d of %s.".formatted(version, kind)));
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
        new SimilarDays.Request(date, kind(kind), Instant.now(), days, outageWeight);
    return TableAnswer.of(new SimilarDays(store(), clock()).find(request).table(), format);
  }
}
