package org.gridclear.web.market;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalySelect;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.AnomalyViewer;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.anomaly.NoAnomalyException;
import org.gridclear.market.anomaly.StaleStateException;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.remedy.CaseRemedy;
import org.gridclear.market.remedy.ChangeTables;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKinds;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.anomaly.TransitionRow;
import org.gridclear.table.RowRange;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Anomalies of results, within what the caller may see, and what becomes of them. */
@RestController
@RequestMapping("/api/v1/anomalies")
class AnomalyController {
  private final ServedMarket served;

  AnomalyController(ServedMarket served) {
    this.served = served;
  }

  /**
   * A step that somebody makes.
   *
   * @param to acknowledged, handled or closed
   * @param measure how it was handled, for handled alone
   * @param comment what is to be said
   */
  record Step(@Nullable String to, @Nullable String measure, @Nullable String comment) {}

  /**
   * An anomaly and its steps.
   *
   * @param anomaly its fields
   * @param steps who did what about it
   */
  record Shown(Map<String, Object> anomaly, List<TransitionRow> steps) {}

  private AnomalyDesk desk() {
    return new AnomalyDesk(served.folder().database(), Clock.systemUTC());
  }

  private MarketAnomalies anomalies() {
    return new MarketAnomalies(served.folder(), served.days(), Clock.systemUTC());
  }

  private static AnomalyViewer viewer(Caller caller) {
    return new AnomalyViewer(caller.scope(), caller.rights());
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoAnomalyException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (StaleStateException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }

  /**
   * Which anomalies a call asks for.
   *
   * @param from first trading date
   * @param to last trading date
   * @param market word of a market; "" for all
   * @param state states; empty for all
   */
  private record Asked(LocalDate from, LocalDate to, String market, List<String> state) {
    AnomalyDesk.Query query() {
      String word = market.isEmpty() ? "" : DayKey.word(DayKey.market(market));
      return new AnomalyDesk.Query(word, from, to, state.stream().map(AnomalyState::of).toList());
    }
  }

  /**
   * Anomalies from one trading date to another; headers say how many there are and how many severe
   * ones of the dates are open.
   */
  @GetMapping
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> list(
      Caller caller,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String market,
      @RequestParam(defaultValue = "") List<String> state,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "") String element,
      @RequestParam(defaultValue = "") String outage,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange range = new RowRange(offset, limit);
    AnomalySelect select = new AnomalySelect(rule, severity, element, outage, owner, sort);
    AnomalyDesk.Part part =
        desk().part(new Asked(from, to, market, state).query(), viewer(caller), select, range);
    ResponseEntity<byte[]> answer = TableAnswer.of(AnomalyTables.anomalies(part.rows()), format);
    return ResponseEntity.ok()
        .headers(answer.getHeaders())
        .header("X-Open-Severe", Long.toString(part.openSevere()))
        .header("X-Total-Count", Long.toString(part.count()))
        .body(answer.getBody());
  }

  /** Anomalies by market and rule: how many, how many are unsettled, and the worst. */
  @GetMapping("/groups")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> groups(
      Caller caller,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String market,
      @RequestParam(defaultValue = "") List<String> state,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    AnomalyDesk.Query query = new Asked(from, to, market, state).query();
    return TableAnswer.of(desk().groups(query, viewer(caller)), format);
  }

  /** An anomaly and who did what about it. */
  @GetMapping("/{number}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  Shown show(Caller caller, @PathVariable long number) {
    return asked(
        () -> {
          KeptAnomaly kept = desk().get(number);
          if (!viewer(caller).sees(kept)) {
            throw NoAnomalyException.of(number);
          }
          return new Shown(AnomalyTables.fields(kept), desk().steps(number));
        });
  }

  /** Makes a step; the caller is who makes it. */
  @PostMapping(path = "/{number}/steps", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> step(Caller caller, @PathVariable long number, @RequestBody Step step) {
    if (step.to() == null) {
      throw new IllegalArgumentException("Say what it becomes: acknowledged, handled or closed.");
    }
    AnomalyDesk.Step made =
        new AnomalyDesk.Step(
            number,
            AnomalyState.of(step.to()),
            Optional.ofNullable(step.measure()).map(Measure::of),
            Optional.ofNullable(step.comment()).orElse(""),
            caller.name());
    return AnomalyTables.fields(asked(() -> desk().make(made)));
  }

  /** Judges a version by the rules that hold now. */
  @PostMapping("/evaluations")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> evaluate(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestParam int version) {
    DayVersion of = version(market, date, cycle, version);
    return AnomalyTables.summary(anomalies().again(of, caller.name()));
  }

  private DayVersion version(String market, LocalDate date, int cycle, int version) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    return served.days().versions(key.market(), date, date).stream()
        .filter(each -> each.key().equals(key) && each.version() == version)
        .findFirst()
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, key.text() + " has no version " + version + "."));
  }

  /** Changes of the case of a version after which its limits are met, the dearest first. */
  @GetMapping("/changes")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> changes(
      Caller caller,
      @RequestParam String market,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestParam int version,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    CaseRemedy remedy =
        CaseRemedy.of(served.folder(), anomalies(), version(market, date, cycle, version));
    return TableAnswer.of(ChangeTables.of(remedy.changes()), format);
  }

  /** The rules in effect. */
  @GetMapping("/rules")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> rules(Caller caller) {
    AnomalyRuleVersions versions = new AnomalyRuleVersions(new PieceStore(served.folder()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(AnomalyRulesReader.write(versions.at(Clock.systemUTC().instant()).rules()));
  }

  /** Sets the rules, as long as two accounts never did; what there was stays as versions. */
  @PutMapping(path = "/rules", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded rules(Caller caller, @RequestBody String text) {
    new RuleBase(served.folder(), Clock.systemUTC()).requireOneMaySet(RuleKinds.ANOMALIES);
    return new AnomalyRuleVersions(new PieceStore(served.folder()))
        .set(
            AnomalyRulesReader.read(text.getBytes(StandardCharsets.UTF_8), "request"),
            PieceController.recording(caller));
  }
}
