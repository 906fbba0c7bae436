package org.gridclear.web.market;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.assembly.AssemblyForm;
import org.gridclear.market.assembly.Manifest;
import org.gridclear.market.assembly.MarketAssembly;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.RequirementTable;
import org.gridclear.market.series.MarketClock;
import org.gridclear.validate.Issue;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
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

/** Cases of trading dates, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/market/cases")
class AssemblyController {
  private static final String FORMAT = "\"format\" : \"gridclear-case\"";

  private final ServedMarket served;

  AssemblyController(ServedMarket served) {
    this.served = served;
  }

  /**
   * A case that was made.
   *
   * @param manifest what it was made from; its caseHash is the case
   * @param findings what the rules of the market found
   * @param late versions that were recorded after the gate and say that they were known at it
   * @param remarks warnings and notices about the case
   */
  record Made(
      Manifest manifest, List<CheckFinding> findings, List<String> late, List<String> remarks) {}

  /** Makes the case of a date from what was known at its gate. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Made make(Caller caller, @RequestBody String text) {
    MarketClock clock = new MarketClock(served.folder().facts().zone());
    AssembledCase made =
        MarketAssembly.of(served.folder(), Clock.systemUTC())
            .make(AssemblyForm.read(text.getBytes(StandardCharsets.UTF_8), clock), Instant.now());
    return new Made(
        made.manifest(),
        made.findings(),
        made.late(),
        made.remarks().stream().map(Issue::line).toList());
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
