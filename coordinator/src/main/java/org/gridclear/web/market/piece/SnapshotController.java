package org.gridclear.web.market.piece;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.market.intake.PieceKinds;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.snapshot.SnapshotText;
import org.gridclear.market.store.PieceStore;
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

/** Snapshots, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class SnapshotController {
  private final ServedPieces pieces;

  SnapshotController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** Keeps a snapshot. */
  @PostMapping(path = "/snapshots", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded snapshot(Caller caller, @RequestBody String text) {
    return new Snapshots(pieces.store(), pieces.clock())
        .keep(
            SnapshotText.read(ServedPieces.bytes(text), "request"), ServedPieces.recording(caller));
  }

  /** Snapshots. */
  @GetMapping("/snapshots")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> snapshots(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(
        PieceTables.versions(pieces.store().all(PieceKinds.SNAPSHOT), pieces.clock()), format);
  }
}
