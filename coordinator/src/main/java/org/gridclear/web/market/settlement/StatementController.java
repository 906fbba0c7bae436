package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.gridclear.account.Right;
import org.gridclear.settlement.analysis.SettlementReports;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.table.Table;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements: each member sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement")
class StatementController {
  private final ServedProcess served;

  StatementController(ServedProcess served) {
    this.served = served;
  }

  private static ResponseEntity<byte[]> answer(Table table, String format) throws IOException {
    return TableAnswer.of(table, TableAnswer.format(format));
  }

  /** Statements as they stand. */
  @GetMapping("/statements")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> statements(
      Caller caller,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Predicate<String> sees = ServedProcess.sees(caller);
    return answer(
        ProcessTables.statements(
            served
                .queries()
                .list(each -> sees.test(each) && (member.isEmpty() || each.equals(member))),
            served.clock()),
        format);
  }

  /** The queries, if the statement is one that the caller sees. */
  private StatementQueries seen(Caller caller, long publication, String member) {
    if (!ServedProcess.sees(caller).test(member)) {
      throw new NoSuchSubjectException(
          "There is no statement %d of %s.".formatted(publication, member));
    }
    return served.queries();
  }

  /** Items of a statement by entity and day. */
  @GetMapping("/statements/{publication}/{member}/lines")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> lines(
      Caller caller,
      @PathVariable long publication,
      @PathVariable String member,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(
        ServedProcess.asked(
            () ->
                ProcessTables.lines(seen(caller, publication, member).lines(publication, member))),
        format);
  }

  /** Every interval of an entity on a day, with price and contract. */
  @GetMapping("/statements/{publication}/{member}/intervals")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> intervals(
      Caller caller,
      @PathVariable long publication,
      @PathVariable String member,
      @RequestParam String entity,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(
        ServedProcess.asked(
            () ->
                ProcessTables.intervals(
                    seen(caller, publication, member)
                        .intervals(publication, member, entity, date))),
        format);
  }

  /** Differences of earlier months that a statement settles, with the numbers of their bills. */
  @GetMapping("/statements/{publication}/{member}/resettlements")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> resettlements(
      Caller caller,
      @PathVariable long publication,
      @PathVariable String member,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(
        ServedProcess.asked(
            () ->
                SettlementReports.resettlements(
                    seen(caller, publication, member).resettlements(publication, member))),
        format);
  }

  /** A statement of a month with everything that proves it, ZIP. */
  @GetMapping("/statements/{publication}/{member}/bundle")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> bundle(
      Caller caller, @PathVariable long publication, @PathVariable String member) {
    byte[] zip =
        ServedProcess.asked(
            () -> seen(caller, publication, member).bundle(publication, member).zip());
    return ResponseEntity.ok().contentType(MediaType.valueOf("application/zip")).body(zip);
  }

  /** Confirms a statement. */
  @PostMapping("/statements/{publication}/{member}/confirmation")
  @Needs(Right.DECLARE)
  StatementAnswer confirm(
      Caller caller, @PathVariable long publication, @PathVariable String member) {
    return ServedProcess.asked(
        () -> {
          StatementQueries queries = seen(caller, publication, member);
          served.members().confirm(publication, member, caller.name());
          StatementQueries.Shown shown = queries.find(publication, member);
          return new StatementAnswer(shown.number(), shown.state().name());
        });
  }

  /** Number and state of a statement. */
  record StatementAnswer(String number, String state) {}

  /** Sums of a member by item over any days, of what was published last of each. */
  @GetMapping("/sums")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> sums(
      Caller caller,
      @RequestParam String member,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Predicate<String> sees = ServedProcess.sees(caller);
    return answer(
        ServedProcess.asked(
            () ->
                ProcessTables.sums(
                    served.queries().sums(sees.test(member) ? member : "", from, to))),
        format);
  }

  /** What an update changes, of the members that the caller sees. */
  @GetMapping("/effects/{publication}")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> effects(
      Caller caller,
      @PathVariable long publication,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Predicate<String> sees = ServedProcess.sees(caller);
    return answer(
        ServedProcess.asked(
            () ->
                ProcessTables.effects(
                    served.queries().effects(publication).changes().stream()
                        .filter(each -> sees.test(each.member()))
                        .toList())),
        format);
  }
}
