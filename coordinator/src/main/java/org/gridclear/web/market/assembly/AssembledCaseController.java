package org.gridclear.web.market.assembly;

import java.io.IOException;
import org.gridclear.account.Right;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.RequirementTable;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cases that were made, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market/cases")
class AssembledCaseController {
  private final ServedMarket served;

  AssembledCaseController(ServedMarket served) {
    this.served = served;
  }

  /** A case by its hash. */
  @GetMapping("/{hash}")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> show(Caller caller, @PathVariable String hash) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(cases().find(hash).orElseThrow(() -> none(hash)));
  }

  /** What a case asks for of ancillary services in every period, before it is cleared. */
  @GetMapping("/{hash}/requirements")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> requirements(
      Caller caller,
      @PathVariable String hash,
      @RequestParam String market,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        cases()
            .day(hash)
            .map(day -> RequirementTable.of(day, DayKey.market(market)))
            .orElseThrow(() -> none(hash)),
        format);
  }

  private AssembledCase.Kept cases() {
    return new AssembledCase.Kept(served.folder());
  }

  private static ResponseStatusException none(String hash) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + hash + ".");
  }
}
