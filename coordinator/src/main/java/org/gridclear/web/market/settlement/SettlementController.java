package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.notice.EffectNotices;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ProcessCalendar;
import org.gridclear.settlement.process.ProcessRules;
import org.gridclear.settlement.process.ProcessState;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the settlement team does: acts are proposed by one account and decided by another. */
@RestController
@RequestMapping("/api/v1/settlement")
class SettlementController {
  private final ServedProcess served;

  SettlementController(ServedProcess served) {
    this.served = served;
  }

  /** What is due in a month, what is late and whose it is. */
  @GetMapping("/calendar")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> calendar(
      Caller caller,
      @RequestParam YearMonth month,
      @RequestParam(defaultValue = "false") boolean fixedWeeks,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.calendar(
            ProcessCalendar.of(served.process(), month, fixedWeeks), served.clock()),
        TableAnswer.format(format));
  }

  /**
   * What was found of a day.
   *
   * @param check PASSED or FAILED
   * @param quality QUALIFIED, TO_BE_VERIFIED or UNQUALIFIED
   * @param note what was found
   */
  record Found(
      DataStates.@Nullable Check check,
      DataStates.@Nullable Quality quality,
      @Nullable String note) {}

  /** Notes the check of a day. */
  @PostMapping(path = "/days/{date}/check", consumes = "application/json")
  @Needs(Right.SETTLE)
  Found checked(Caller caller, @PathVariable LocalDate date, @RequestBody Found found) {
    if (found.check() == null || found.quality() == null) {
      throw new IllegalArgumentException("Give check and quality.");
    }
    DataStates.State state = new DataStates.State(found.check(), found.quality());
    return ServedProcess.asked(
        () -> {
          served
              .exchange()
              .checked(date, state, found.note() == null ? "" : found.note(), caller.name());
          return found;
        });
  }

  /** Rules of the process. */
  @GetMapping("/rules")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ProcessRules rules(Caller caller) {
    return served.process().ask(ProcessState::rules);
  }

  /** Number of what was proposed. */
  record Numbered(long number) {}

  /** Proposes rules of the process. */
  @PostMapping(path = "/rules", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered proposeRules(Caller caller, @RequestBody ProcessRules rules) {
    return proposed(caller, new Act.RulesSet(rules));
  }

  private Numbered proposed(Caller caller, Act act) {
    return ServedProcess.asked(() -> new Numbered(served.exchange().propose(act, caller.name())));
  }

  /**
   * What is to be published.
   *
   * @param kind DAY, WEEK, MONTH, UPDATE or RESETTLEMENT
   * @param from first day; not of the last two
   * @param to last day; not of the last two
   * @param of publication of the month that these two follow
   * @param close name of a close of the server
   */
  record Wanted(
      Act.@Nullable Kind kind,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Long of,
      @Nullable String close) {}

  /** Proposes a publication from a close. */
  @PostMapping(path = "/publications", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered propose(Caller caller, @RequestBody Wanted wanted) {
    Act.Kind kind = wanted.kind();
    if (kind == null || wanted.close() == null) {
      throw new IllegalArgumentException("Give kind and close.");
    }
    try (CloseFolder close = served.close(wanted.close())) {
      Act act = ServedProcess.asked(() -> draft(close, kind, wanted));
      return proposed(caller, act);
    }
  }

  private Act draft(CloseFolder close, Act.Kind kind, Wanted wanted) {
    Long of = wanted.of();
    LocalDate from = wanted.from();
    LocalDate to = wanted.to();
    boolean period = from != null && to != null;
    boolean corrects = kind == Act.Kind.UPDATE || kind == Act.Kind.RESETTLEMENT;
    if (corrects != (of != null) || corrects == period) {
      throw new IllegalArgumentException(
          "Give from and to of a day, week or month, of of an update or resettlement.");
    }
    StatementDraft draft = new StatementDraft(served.process(), close);
    return switch (kind) {
      case UPDATE -> draft.update(Objects.requireNonNull(of));
      case RESETTLEMENT -> draft.resettlement(Objects.requireNonNull(of));
      default -> draft.period(kind, Objects.requireNonNull(from), Objects.requireNonNull(to));
    };
  }

  /** Proposals by number, those that are open alone unless all are asked for. */
  @GetMapping("/proposals")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> proposals(
      Caller caller,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.proposals(
            served
                .process()
                .ask(
                    state ->
                        state.proposals().stream()
                            .filter(each -> !open || each.decision().isEmpty())
                            .toList()),
            served.clock()),
        TableAnswer.format(format));
  }

  /** approved or rejected, and why. */
  record Verdict(@Nullable String decision, @Nullable String reason) {}

  /** Approves or rejects a proposal of another account. */
  @PostMapping(path = "/proposals/{number}/decision", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> decide(
      Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    String decision = String.valueOf(verdict.decision());
    if (!decision.equals("approved") && !decision.equals("rejected")) {
      throw new IllegalArgumentException(
          "The decision (%s) must be approved or rejected.".formatted(decision));
    }
    return ServedProcess.asked(
        () -> {
          served.requireAccount(served.process().ask(state -> state.proposal(number)).by());
          served
              .exchange()
              .decide(
                  number,
                  decision.equals("approved"),
                  verdict.reason() == null ? "" : verdict.reason(),
                  caller.name());
          return decided(caller, number, decision);
        });
  }

  /** The answer to a decision: of a correction, who was told what it changes. */
  private Map<String, Object> decided(Caller caller, long number, String decision) {
    Map<String, Object> answer = new TreeMap<>(Map.of("number", number, "state", decision));
    Act act = served.process().ask(state -> state.proposal(number)).act();
    if (decision.equals("approved")
        && act instanceof Act.Published published
        && published.corrects()) {
      try {
        answer.put("told", served.notices().tell(number, caller.name()));
      } catch (IllegalArgumentException e) {
        // The correction is published all the same; whoever decides hears that nobody was told.
        answer.put("remark", String.valueOf(e.getMessage()));
      }
    }
    return answer;
  }

  /** Tells members what a correction changes for them, where they were not told yet. */
  @PostMapping("/effects/{publication}/telling")
  @Needs(Right.SETTLE)
  EffectNotices.Told tell(Caller caller, @PathVariable long publication) {
    return ServedProcess.asked(() -> served.notices().tell(publication, caller.name()));
  }

  /** Takes a dispute into work. */
  @PostMapping("/disputes/{number}/taking")
  @Needs(Right.SETTLE)
  Map<String, Object> take(Caller caller, @PathVariable long number) {
    return ServedProcess.asked(
        () -> {
          served.exchange().take(number, caller.name());
          return Map.of("number", number, "state", "IN_PROCESS");
        });
  }

  /**
   * An answer.
   *
   * @param outcome GRANTED, GRANTED_WITH_EXCEPTIONS or DENIED
   * @param words the answer
   */
  record Reply(Act.@Nullable Outcome outcome, @Nullable String words) {}

  /** Proposes the answer to a dispute. */
  @PostMapping(path = "/disputes/{number}/answer", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered answer(Caller caller, @PathVariable long number, @RequestBody Reply reply) {
    if (reply.outcome() == null || reply.words() == null) {
      throw new IllegalArgumentException("Give outcome and words.");
    }
    return proposed(caller, new Act.Answered(number, reply.outcome(), reply.words()));
  }
}
