package org.gridclear.web.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.evaluation.IndexAlarms;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.monitoring.evaluation.IndexTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indices of the market as a service: definitions, values, evaluation, alarms (J-13). */
@RestController
@RequestMapping("/api/v1/indices")
class IndexController {
  private final ServedMarket served;

  IndexController(ServedMarket served) {
    this.served = served;
  }

  /**
   * What is said when an alarm is cleared.
   *
   * @param comment the words
   */
  record Clearing(@Nullable String comment) {}

  private IndexEvaluation evaluation() {
    return new IndexEvaluation(served.folder(), served.days(), Clock.systemUTC());
  }

  private IndexAlarms alarms() {
    return new IndexAlarms(served.folder().database(), Clock.systemUTC());
  }

  private static IndexQuery query(
      String market, LocalDate from, LocalDate to, List<String> index, List<String> zone) {
    return new IndexQuery(DayKey.market(market), from, to, index, zone);
  }

  /** The indices in effect. */
  @GetMapping
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> definitions(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(IndexTables.definitions(evaluation().catalogue()), format);
  }

  /** Sets the indices; those that there were stay as an earlier version. */
  @PutMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> set(Caller caller, @RequestBody String text) {
    new RuleBase(served.folder(), Clock.systemUTC()).requireOneMaySet(RuleKinds.INDEX_LIMITS);
    PieceStore.Recorded recorded =
        new IndexCatalogues(new PieceStore(served.folder()))
            .set(
                text.getBytes(StandardCharsets.UTF_8),
                "request",
                new Recording(caller.name(), Clock.systemUTC().instant()));
    return Map.of("version", recorded.version().version());
  }

  /** Evaluates what is not there yet. */
  @PostMapping("/evaluations")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> evaluate(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") List<String> index,
      @RequestParam(defaultValue = "") List<String> zone) {
    IndexEvaluation.Evaluated done =
        evaluation().evaluate(query(market, from, to, index, zone), told -> {});
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("missingDates", done.missing());
    answer.put("withoutResults", done.without());
    answer.put("values", done.items());
    answer.put("computed", done.computed());
    answer.put("newAlarms", done.raised());
    answer.put("sha256", done.hash());
    return answer;
  }

  /** Values that were evaluated. */
  @GetMapping("/values")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> values(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") List<String> index,
      @RequestParam(defaultValue = "") List<String> zone,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        IndexTables.values(evaluation().values(query(market, from, to, index, zone))), format);
  }

  /** Numbers of suppliers, fuels, products and constraints behind the values. */
  @GetMapping("/elements")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> elements(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") List<String> index,
      @RequestParam(defaultValue = "") List<String> zone,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        IndexTables.elements(evaluation().values(query(market, from, to, index, zone))), format);
  }

  /** Indices over the dates: last, range, trend, limits, score. */
  @GetMapping("/overview")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> overview(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") List<String> index,
      @RequestParam(defaultValue = "") List<String> zone,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        IndexTables.overview(evaluation().values(query(market, from, to, index, zone))), format);
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
    String word = DayKey.word(DayKey.market(market));
    List<IndexAlarmRow> found = alarms().list(new IndexAlarmStore.Wanted(word, from, to, open));
    return TableAnswer.of(IndexTables.alarms(found), format);
  }

  /** Clears an alarm by hand; the caller is who does it. */
  @PostMapping(path = "/alarms/{number}/clear", consumes = "application/json")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  Map<String, Object> clear(
      Caller caller, @PathVariable long number, @RequestBody Clearing clearing) {
    String comment = clearing.comment() == null ? "" : clearing.comment();
    IndexAlarmRow cleared = alarms().clear(number, caller.name(), comment);
    return Map.of("number", cleared.number(), "clearedBy", caller.name());
  }
}
