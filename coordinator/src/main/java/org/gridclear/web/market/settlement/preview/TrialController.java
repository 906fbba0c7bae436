package org.gridclear.web.market.settlement.preview;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.gridclear.account.Right;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.preview.RuleTrial;
import org.gridclear.settlement.preview.TrialTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A book of rules tried on closed months before it is approved. */
@RestController
@RequestMapping("/api/v1/settlement/rule-trials")
class TrialController {
  private static final int SAMPLE_MAX = 1000;

  private final ServedProcess served;

  TrialController(ServedProcess served) {
    this.served = served;
  }

  /**
   * Winners and losers, or totals by item or month, or the detail of a sample. Nothing is kept.
   * {@code X-Findings} counts what would keep months from being billed; by month it is named.
   */
  @PostMapping(consumes = "application/json")
  @Needs(Right.SETTLE)
  synchronized ResponseEntity<byte[]> trial(
      Caller caller,
      @RequestBody WantedTrial wanted,
      @RequestParam(defaultValue = "MEMBER") TrialTables.By show,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    if (wanted.closes() == null || wanted.closes().isEmpty() || wanted.book() == null) {
      throw new IllegalArgumentException("Give closes and book.");
    }
    List<String> entities = wanted.entities() == null ? List.of() : wanted.entities();
    if (wanted.closes().stream().anyMatch(Objects::isNull)
        || entities.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("closes and entities are lists of names, none null.");
    }
    int sample = wanted.sample() == null ? 0 : wanted.sample();
    if (sample < 0 || sample > SAMPLE_MAX) {
      throw new IllegalArgumentException(
          "The sample (%d) must lie in 0..%d.".formatted(sample, SAMPLE_MAX));
    }
    RuleTrial.Sample asked = new RuleTrial.Sample(sample, entities);
    if (show == TrialTables.By.DETAIL && !asked.asks()) {
      throw new IllegalArgumentException("Whose detail? Give sample or entities with DETAIL.");
    }
    RuleTrial trial =
        RuleTrial.of(
            wanted.closes(), served::close, RuleBookReader.read(wanted.book(), "book"), asked);
    return TableAnswer.withFindings(TrialTables.of(trial, show), format, trial.findings().size());
  }
}
