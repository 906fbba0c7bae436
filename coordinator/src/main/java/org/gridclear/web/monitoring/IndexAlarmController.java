package org.gridclear.web.monitoring;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.monitoring.evaluation.IndexTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indices that passed a limit (J-13). */
@RestController
@RequestMapping("/api/v1/indices")
class IndexAlarmController {
  private final ServedIndices served;

  IndexAlarmController(ServedIndices served) {
    this.served = served;
  }

  /** Indices that passed a limit. */
  @GetMapping("/alarms")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> alarms(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    IndexQuery query = ServedIndices.query(market, from, to, List.of(), List.of());
    List<IndexAlarmRow> found = served.alarms().of(query, open);
    return TableAnswer.of(IndexTables.alarms(found), format);
  }

  /** Clears an alarm by hand; the caller is who does it. */
  @PostMapping(path = "/alarms/{number}/clear", consumes = "application/json")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> clear(
      Caller caller, @PathVariable long number, @RequestBody IndexAlarmClearing clearing) {
    String comment = clearing.comment() == null ? "" : clearing.comment();
    IndexAlarmRow cleared = served.alarms().clear(number, caller.name(), comment);
    return Map.of("number", cleared.number(), "clearedBy", caller.name());
  }
}
