package org.gridclear.web.market.series;

import org.gridclear.account.Right;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.piece.ServedPieces;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A delivery of series, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class SeriesVersionController {
  private final ServedPieces pieces;

  SeriesVersionController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** A delivery as it was kept. */
  @GetMapping("/series/{kind}/versions/{version}")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> show(Caller caller, @PathVariable String kind, @PathVariable int version) {
    PieceStore store = pieces.store();
    return store.versions(PieceKinds.of(ServedPieces.kind(kind))).stream()
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
}
