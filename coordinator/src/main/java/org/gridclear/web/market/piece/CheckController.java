package org.gridclear.web.market.piece;

import java.time.Clock;
import java.time.Instant;
import org.gridclear.account.Right;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of checks, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market")
class CheckController {
  private final ServedPieces pieces;

  CheckController(ServedPieces pieces) {
    this.pieces = pieces;
  }

  /** The rules in effect. */
  @GetMapping("/checks")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> checks(Caller caller) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(CheckSetReader.write(new CheckSets(pieces.store()).at(Instant.now()).set()));
  }

  /** Sets the rules; those that there were stay as earlier versions. */
  @PutMapping(path = "/checks", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded checks(Caller caller, @RequestBody String text) {
    new RuleBase(pieces.folder(), Clock.systemUTC()).requireOneMaySet(RuleKinds.CHECKS);
    return new CheckSets(pieces.store())
        .set(
            CheckSetReader.read(ServedPieces.bytes(text), "request"),
            ServedPieces.recording(caller));
  }
}
