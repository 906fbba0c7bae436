package org.gridclear.web.market.piece;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.validate.Rule;
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
    Recording recording = ServedPieces.recording(caller);
    Set<Rule> rulesOff = new CheckSets(pieces.store()).at(recording.now()).set().rulesOff();
    MarketDay day =
        CaseFiles.load(ServedPieces.bytes(text), "network.json", rulesOff)
            .day("The network has no units; send a case with its units.");
    return new NetworkVersions(pieces.store(), pieces.clock())
        .keep(day, from, source, Optional.ofNullable(knownAt), recording);
  }
}
