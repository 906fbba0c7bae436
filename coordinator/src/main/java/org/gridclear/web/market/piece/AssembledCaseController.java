package org.gridclear.web.market.piece;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridclear.account.Right;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
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
  private static final String FORMAT = "\"format\" : \"gridclear-case\"";

  private final ServedMarket served;

  AssembledCaseController(ServedMarket served) {
    this.served = served;
  }

  /** A case by its hash. */
  @GetMapping("/{hash}")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> show(Caller caller, @PathVariable String hash) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(content(hash));
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
    MarketDay day = CaseFiles.unpack(content(hash));
    return TableAnswer.of(RequirementTable.of(day, DayKey.market(market)), format);
  }

  private byte[] content(String hash) {
    byte[] content;
    try {
      content = served.folder().content().get(hash);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + hash + ".", e);
    }
    String head = new String(content, 0, Math.min(100, content.length), StandardCharsets.UTF_8);
    if (!head.contains(FORMAT)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + hash + ".");
    }
    return content;
  }
}
